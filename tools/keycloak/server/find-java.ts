import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ExpectedError } from "../../command/expected-error.ts";

/**
 * The oldest Java that runs every supported Keycloak: Keycloak documentation, "Getting started with
 * Keycloak on OpenJDK", https://www.keycloak.org/getting-started/getting-started-zip.
 */
const oldestJava = 17;

/** A Java that can run Keycloak. */
export interface Java {
  readonly majorVersion: number;
  /** What JAVA_HOME must say for Keycloak to take this Java; undefined when it is the one in PATH. */
  readonly home: string | undefined;
}

/**
 * Finds a Java of version 17 or newer: the one in `JAVA_HOME`, else the one in `PATH`.
 *
 * Passing over a `JAVA_HOME` that won't do is told through `report`, in one line. Throws an
 * ExpectedError that says what is there and what to do when neither will do.
 */
export async function findJava(options: {
  environment?: Readonly<NodeJS.ProcessEnv>;
  report?: (line: string) => void;
}): Promise<Java> {
  const environment = options.environment ?? process.env;
  const { JAVA_HOME: home } = environment;
  const found: string[] = [];
  if (home) {
    const majorVersion = await versionOf(join(home, "bin", "java"), environment);
    if (majorVersion !== undefined && majorVersion >= oldestJava) {
      return { majorVersion, home };
    }
    found.push(`JAVA_HOME (${home}) holds ${named(majorVersion)}`);
  }
  const majorVersion = await versionOf("java", environment);
  if (majorVersion !== undefined && majorVersion >= oldestJava) {
    for (const line of found) {
      options.report?.(`${line}; taking Java ${majorVersion} from PATH.`);
    }
    return { majorVersion, home: undefined };
  }
  found.push(`PATH holds ${named(majorVersion)}`);
  throw new ExpectedError(
    `Keycloak needs Java ${oldestJava} or newer, but ${found.join(" and ")}: install a JDK (for example Eclipse Temurin 21, https://adoptium.net), set JAVA_HOME to its folder, then run this again.`,
  );
}

/** How to call a program of the Java that runs Keycloak, such as `java` or `keytool`. */
export async function javaProgram(name: string): Promise<string> {
  const { home } = await findJava({});
  return home === undefined ? name : join(home, "bin", name);
}

function named(majorVersion: number | undefined): string {
  return majorVersion === undefined ? "no working Java" : `Java ${majorVersion}`;
}

async function versionOf(
  program: string,
  environment: Readonly<NodeJS.ProcessEnv>,
): Promise<number | undefined> {
  try {
    const { stdout, stderr } = await promisify(execFile)(program, ["-version"], {
      env: environment,
      timeout: 20_000,
    });
    return javaMajorVersion(stderr) ?? javaMajorVersion(stdout);
  } catch {
    // Not there, not executable, or a stub that only asks to install Java: all are "no Java".
    return undefined;
  }
}

/**
 * Reads the major version out of what `java -version` prints, or undefined when that is not in it.
 *
 * Before Java 9 the version began with "1." (`1.8.0_202` is Java 8); since then with the major
 * version itself (`17.0.15`, `21-ea`, `25`): JEP 223, New Version-String Scheme,
 * https://openjdk.org/jeps/223.
 */
export function javaMajorVersion(output: string): number | undefined {
  const found = /version "(?:1\.)?(\d+)/.exec(output)?.[1];
  return found === undefined ? undefined : Number(found);
}
