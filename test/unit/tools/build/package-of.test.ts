import { expect, test } from "vitest";
import { packageOf } from "../../../../tools/build/package-of.ts";

test.each([
  ["a package", "node_modules/yaml/dist/index.js", "node_modules/yaml"],
  ["a scoped package", "node_modules/@a/b/c/d.js", "node_modules/@a/b"],
  [
    "a package in a package",
    "node_modules/a/node_modules/@b/c/d.js",
    "node_modules/a/node_modules/@b/c",
  ],
])("a file of %s belongs to it by its key in package-lock.json", (_, input, key) => {
  expect(packageOf(input)).toEqual({ key, folder: key });
});

test("if node_modules is a link, the key is the same and the folder is the link's target", () => {
  expect(packageOf("../../elsewhere/node_modules/yaml/dist/index.js")).toEqual({
    key: "node_modules/yaml",
    folder: "../../elsewhere/node_modules/yaml",
  });
});

test("a file of the project belongs to no package", () => {
  expect(packageOf("src/main.ts")).toBeUndefined();
});
