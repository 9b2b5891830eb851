import { expect, test } from "vitest";
import { wordsOf } from "../../../../src/access/pasted/words-of-statement.ts";

const words = (statement: string) => wordsOf(statement).map(({ text }) => text);

test.each([
  ['f("/users", x)', ["f", "/users", "x"]],
  ["Method = 'Put'", ["Method", "Put"]],
  ["a => b := c", ["a", "b", "c"]],
  ["--path=/users", ["--path", "/users"]],
  ["see </users>, /groups.", ["see", "/users", "/groups"]],
])("%s has the words %j", (statement, expected) => {
  expect(words(statement)).toEqual(expected);
});

test("a word knows whether it is called and whether it is quoted", () => {
  expect(wordsOf('get("/users") x')).toEqual([
    { text: "get", isCall: true, isQuoted: false },
    { text: "/users", isCall: true, isQuoted: true },
    { text: "x", isCall: false, isQuoted: false },
  ]);
});
