import { expect, test } from "vitest";
import { isOfNewerMinor } from "../../../../src/catalog/server/is-of-newer-minor.ts";

test.each([
  ["26.8.2", "26.7", true],
  ["27.0", "26.7.3", true],
  ["26.10", "26.9.9", true],
  ["26.7.4", "26.7.3", false],
  ["26.6", "26.7", false],
  ["25.9", "26.0", false],
])("%s is of a newer minor than %s: %s", (version, other, isNewer) => {
  expect(isOfNewerMinor(version, other)).toBe(isNewer);
});
