import { expect, test } from "vitest";
import { readMutationOptions } from "../../../../lab/mutation/mutation-options.ts";

test("without arguments everything is run, with a part or files only that", () => {
  expect(readMutationOptions([])).toEqual({ mutants: true, guards: true, files: [] });
  expect(readMutationOptions(["--guards"])).toEqual({ mutants: false, guards: true, files: [] });
  expect(readMutationOptions(["--mutants"])).toEqual({ mutants: true, guards: false, files: [] });
  const files = ["src/access/model/verdict-of.ts"];
  expect(readMutationOptions(files)).toEqual({ mutants: true, guards: false, files });
});

test("an argument that is not known is refused", () => {
  expect(() => readMutationOptions(["--guard"])).toThrow("--guard");
  expect(() => readMutationOptions(["src/panel/presets/Panel.tsx"])).toThrow("Panel.tsx");
});
