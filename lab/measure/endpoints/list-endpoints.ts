import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type CallTemplate, callKey, shortPath } from "../../../src/catalog/calls/call-template.ts";
import { javaProgram } from "../../../tools/keycloak/server/find-java.ts";
import { rootResources, untypedResources } from "./untyped-resources.ts";

const program = fileURLToPath(new URL("./ListEndpoints.java", import.meta.url));

/** An Admin API call with what the server's code says of it. */
export interface Endpoint extends CallTemplate {
  /** Media types of its body; empty where the code names none. */
  readonly consumes: readonly string[];
}

/** An API of the server: where its addresses begin, and what its code doesn't tell. */
export interface Api {
  /** JARs beside the server's own. */
  readonly jars?: readonly string[];
  /** The class behind each address. */
  readonly roots: ReadonlyMap<string, string>;
  readonly untyped: ReadonlyMap<string, readonly string[]>;
}

const adminApi: Api = { roots: rootResources, untyped: untypedResources };

/** Methods that answer a browser's CORS preflight alone. */
const isPreflight = (method: string) => /preflight/i.test(method);

/**
 * All calls of the Admin API, or of another one, that a server has, read from its own classes, sorted
 * by path and method. Calls that differ in nothing but their media type are one.
 *
 * @param home an unpacked Keycloak's directory.
 *
 * Throws when a sub-resource is met whose class neither the code nor the hand list tells.
 */
export async function listEndpoints(
  home: string,
  { jars = [], roots: classes, untyped }: Api = adminApi,
): Promise<readonly Endpoint[]> {
  const libraries = ["main", "boot"].map((name) => join(home, "lib", "lib", name, "*"));
  const hints = [...untyped].map(([method, names]) => `${method}=${names.join(",")}`);
  const roots = [...classes].map(([path, name]) => `${path}=${name}`);
  const { stdout } = await promisify(execFile)(
    await javaProgram("java"),
    ["-cp", [...libraries, ...jars].join(":"), program, ...roots, ...hints],
    { maxBuffer: 16_000_000 },
  );
  return parseEndpoints(stdout);
}

/** Reads the lines that `ListEndpoints.java` prints; see {@link listEndpoints}. */
export function parseEndpoints(lines: string): readonly Endpoint[] {
  const found = new Map<string, Endpoint>();
  for (const line of lines.trim().split("\n")) {
    const [method = "", path = "", consumes = "", javaMethod = ""] = line.split("\t");
    if (isPreflight(javaMethod)) continue;
    if (method === "UNTYPED") {
      throw new Error(
        `Can't tell the class that ${javaMethod} returns for ${path}: add it to untyped-resources.ts.`,
      );
    }
    const named = nameParameters(shortPath(path), javaMethod);
    const key = callKey({ method, path: named });
    const others = found.get(key)?.consumes ?? [];
    const types = [...new Set([...others, ...consumes.split(",")])].filter(Boolean);
    found.set(key, { method, path: named, consumes: types });
  }
  return [...found.values()].sort((a, b) => compare(a.path, b.path) || compare(a.method, b.method));
}

/** One method serves a policy's id and its type, and names both of them "type". */
function nameParameters(path: string, javaMethod: string): string {
  return javaMethod.startsWith("PolicyResourceService.")
    ? path.replace(/\{type\}(?!\/\{type\})/, "{policy-id}")
    : path;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
