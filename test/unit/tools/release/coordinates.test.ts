import { expect, test } from "vitest";
import { artifactOf, coordinatesOf, pathOf } from "../../../../tools/release/coordinates.ts";
import { project, repository } from "./any-release.ts";

const coordinates = coordinatesOf(project, repository);

test("the group is that of the repository's owner, in lower case", () => {
  expect(artifactOf(coordinates)).toBe("io.github.some-owner:some-extension:2.1.0-rc.1");
});

test("a file is where a Maven repository has it", () => {
  expect(pathOf(coordinates, "-sources.jar")).toBe(
    "io/github/some-owner/some-extension/2.1.0-rc.1/some-extension-2.1.0-rc.1-sources.jar",
  );
});
