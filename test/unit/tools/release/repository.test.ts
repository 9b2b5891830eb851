import { expect, test } from "vitest";
import { parseRepository } from "../../../../tools/release/repository.ts";

test("a repository is read as GitHub names it", () => {
  expect(parseRepository("Some-Owner/some_repo.js")).toEqual({
    owner: "Some-Owner",
    name: "some_repo.js",
    url: "https://github.com/Some-Owner/some_repo.js",
  });
});

test.each([
  ...[
    "",
    "owner",
    "owner/",
    "/name",
    "owner/name/tree",
    "own er/name",
    "owner/na me",
    "own_er/name",
  ],
  ...["-owner/name", "owner-/name", "own--er/name", "owner/..", "owner/.", "owner/name.git"],
  ...["owner/name\n", "owner/<name>", "https://github.com/owner/name"],
])("%j is no repository", (text) => {
  expect(() => parseRepository(text)).toThrow("OWNER/REPO");
});
