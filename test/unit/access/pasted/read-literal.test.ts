import { expect, test } from "vitest";
import { endOfGroup, readLiteral } from "../../../../src/access/pasted/read-literal.ts";
import { lastName, valueName } from "../../../../src/access/pasted/value-name.ts";

const value = (code: string) => readLiteral(code, 0)?.value;

test.each([
  ['"a/b"', "a/b"],
  ["'a'", "a"],
  ["`a`", "a"],
  ['f"{x}/b"', "{x}/b"],
  ['$"{x.Y}/b"', "{x.Y}/b"],
  ['"#{x}/b"', "{x}/b"],
  ['"\\(x)/b"', "{x}/b"],
  ['"$(x)/b"', "{x}/b"],
  ['"{{ x }}/b"', "{x}/b"],
  ['"$this->x/b"', "{this-x}/b"],
  ['"#{h["k"]}/b"', "{hk}/b"],
  ['"a\\"b"', 'a"b'],
  ['"{ "', "{ "],
])("%s reads %s", (code, text) => {
  expect(value(code)).toBe(text);
});

test("a text that isn't closed on its line isn't a string, unless it is a template", () => {
  expect(value('"a\nb"')).toBeUndefined();
  expect(value('"a')).toBeUndefined();
  expect(value("`a\nb`")).toBe("a\nb");
  expect(value("word")).toBeUndefined();
});

test("an apostrophe inside a word opens no text", () => {
  expect(readLiteral("don't do that, it's", 3)).toBeUndefined();
});

test("a group ends at its own bracket, if that is near", () => {
  expect(endOfGroup("(a(b)c)d", 0)).toBe(7);
  expect(endOfGroup("(a", 0)).toBeUndefined();
  expect(endOfGroup(`(${" ".repeat(1000)})`, 0)).toBeUndefined();
});

test("an expression is called by what is left of it, and a variable by its last name", () => {
  expect(valueName("user['id']")).toBe("userid");
  expect(lastName("$this->baseUrl")).toBe("baseurl");
  expect(lastName("...")).toBe("");
});
