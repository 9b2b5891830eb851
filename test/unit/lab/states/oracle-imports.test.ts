import { posix } from "node:path";
import { expect, test } from "vitest";
import { importsOf } from "../../conventions/imports-of.ts";
import { readText, sourceFiles } from "../../conventions/source-files.ts";

/** All files that a file imports, directly or through others; types count too. */
function reachedFrom(path: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  if (!path.endsWith(".ts")) return seen;
  for (const { path: imported } of importsOf({ path, text: readText(path) })) {
    if (imported !== undefined) reachedFrom(posix.normalize(imported), seen);
  }
  return seen;
}

const rooms = ["oracle", "state", "compare"].map((name) => `lab/states/${name}`);

test.each(rooms.flatMap(sourceFiles))("$path knows nothing of the product", ({ path }) => {
  const reached = [...reachedFrom(path)].filter((it) => it.startsWith("src/"));
  expect(reached).toEqual([]);
});

test("what the product says is taken from the product", () => {
  const reached = [...reachedFrom("lab/states/statements/product.ts")];
  expect(reached).toContain("src/keycloak/client/read-client-state.ts");
  expect(reached).toContain("src/access/check/check-access.ts");
});
