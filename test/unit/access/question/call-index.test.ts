import { expect, test } from "vitest";
import { createCallIndex } from "../../../../src/access/question/call-index.ts";
import { searchCalls } from "../../../../src/access/question/search-calls.ts";
import { callKey } from "../../../../src/catalog/calls/call-template.ts";
import { sampleMatrix } from "../sample-matrix.ts";

/** Names or paths of the calls that are found, the best first; a call is "METHOD /path: name". */
function search(words: string, ...calls: readonly string[]): readonly string[] {
  const named = calls.map((call) => call.split(": "));
  const matrix = sampleMatrix(named.map(([call = ""]) => [call, {}]));
  const names = new Map(matrix.calls.map((call, place) => [callKey(call), named[place]?.[1]]));
  const index = createCallIndex(matrix, (key) => names.get(key));
  return searchCalls(words.split(" "), index).map((call) => names.get(callKey(call)) ?? call.path);
}

test("what a call is named after goes before what is in its path", () => {
  const inPath = "GET /secret: Read it";
  const inName = "GET /clients/{}/long-path: Read a client's secret";
  expect(search("secret", inPath, inName)).toEqual(["Read a client's secret", "Read it"]);
});

test("what a name begins with goes before what it goes on with", () => {
  const first = "POST /clients/{}/long-path: Rotate a key and more of it";
  const second = "POST /a: Try rotate";
  expect(search("rotate", second, first)).toEqual(["Rotate a key and more of it", "Try rotate"]);
});

test("matches in name and path come before matches in the name only", () => {
  const both = "GET /clients/{}/long-path/groups: See all the groups";
  const name = "GET /a: See groups";
  expect(search("groups", name, both)).toEqual(["See all the groups", "See groups"]);
});

test("what people say for a method counts least", () => {
  const path = "POST /clients/{}/long-path/remove: Send it";
  const method = "DELETE /a: Send away";
  expect(search("remove", method, path)).toEqual(["Send it", "Send away"]);
});

test.each([
  ["get read list view show see find", "GET /a"],
  ["post create add", "POST /a"],
  ["put update change edit set", "PUT /a"],
  ["delete remove", "DELETE /a"],
  ["patch", "PATCH /a"],
])("all of %s is said for %s", (words, call) => {
  for (const word of words.split(" ")) expect(search(word, call, "OPTIONS /a")).toEqual(["/a"]);
});

test("the console's own calls go behind the others", () => {
  const own = "GET /ui-ext/users: List users";
  const other = "GET /clients/{}/users: List users that are of a client";
  expect(search("users", own, other)).toEqual(["List users that are of a client", "List users"]);
});

test("a whole word goes before the beginning of one, and short names before long ones", () => {
  expect(search("user", "GET /a: Usernames", "GET /a/long/path: A whole user of it")).toEqual([
    "A whole user of it",
    "Usernames",
  ]);
  expect(search("user", "GET /ab: User of it", "GET /a: User")).toEqual(["User", "User of it"]);
});

test("a partly typed plural is found too", () => {
  const calls = ["GET /a: List policies", "GET /b: List police"];
  expect(search("policie", ...calls)).toEqual(["List policies"]);
  expect(search("polic", ...calls)).toHaveLength(2);
});

test("the name of a parameter is not a search word", () => {
  expect(search("secret", "GET /clients/{secret}: Read it")).toEqual([]);
  expect(search("secret", "GET /clients/{secret}/secret-{x}: Read it")).toEqual(["Read it"]);
});

test("all words must be found, each in any place, and all of them count", () => {
  const calls = ["GET /users/{}: Read one", "GET /users/{}/groups: Read more", "GET /groups: List"];
  expect(search("users groups", ...calls)).toEqual(["Read more"]);
  expect(search("groups users", ...calls)).toEqual(["Read more"]);
  expect(search("users nothing groups", ...calls)).toEqual([]);
  const reset = "PUT /a/long/path: Reset password of users";
  const other = "PUT /b: Reset, not password";
  expect(search("reset password", other, "PUT /reset: Password", reset)).toHaveLength(3);
});
