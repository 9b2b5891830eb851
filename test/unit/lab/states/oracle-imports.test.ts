import { expect, test } from "vitest";
import { sourceFiles } from "../../conventions/source-files.ts";
import { reachedFrom } from "../reached-from.ts";

const folders = ["oracle", "state", "compare"].map((name) => `lab/states/${name}`);

test.each(folders.flatMap(sourceFiles))("$path knows nothing of the product", ({ path }) => {
  const reached = [...reachedFrom(path)].filter((it) => it.startsWith("src/"));
  expect(reached).toEqual([]);
});

test("the statements come from the product", () => {
  const reached = [...reachedFrom("lab/states/statements/product.ts")];
  expect(reached).toContain("src/keycloak/client/read-client-state.ts");
  expect(reached).toContain("src/access/check/check-access.ts");
});
