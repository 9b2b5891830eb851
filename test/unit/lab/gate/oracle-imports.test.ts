import { expect, test } from "vitest";
import { sourceFiles } from "../../conventions/source-files.ts";
import { reachedFrom } from "../reached-from.ts";

const folders = ["oracle", "document", "judge"].map((name) => `lab/gate/${name}`);

test.each(folders.flatMap(sourceFiles))("$path knows nothing of the product", ({ path }) => {
  expect([...reachedFrom(path)].filter((it) => it.startsWith("src/"))).toEqual([]);
});

test("the statements of check come from the product", () => {
  expect([...reachedFrom("lab/gate/product/load-check.ts")]).toContain("src/cli/run-cli.ts");
});
