import { expect, test } from "vitest";
import { splitStatements } from "../../../../src/access/pasted/split-statements.ts";

const split = (text: string) => splitStatements(text).map((it) => it.trim().replace(/\s+/g, " "));

test.each([
  ["a\nb", ["a", "b"]],
  ["a; b", ["a;", "b"]],
  ['f("a; b")', ['f("a; b")']],
  ["f(\n  a,\n  b\n)\nc", ["f( a, b )", "c"]],
  ["x = {\n  a: 1\n}\ny", ["x = { a: 1 }", "y"]],
  ["if (x) {\n  a\n  b\n}", ["if (x) {", "a", "b", "}"]],
  ["a\n  .b()\n  .c()\nd", ["a .b() .c()", "d"]],
  ["a\n  ->b()", ["a ->b()"]],
  ["x =\n  y", ["x = y"]],
  ["@PUT\n@Path(x)\nvoid f()", ["@PUT @Path(x) void f()"]],
  ["don't\nit's", ["don't", "it's"]],
  ["- name: a\n  url: b\n  method: c\n- name: d", ["- name: a url: b method: c", "- name: d"]],
  ["try:\n  a\n  b", ["try:", "a", "b"]],
])("%j has the statements %j", (text, statements) => {
  expect(split(text)).toEqual(statements);
});

test("an unclosed bracket doesn't join the whole text", () => {
  const statements = splitStatements(`(\n${"line of text\n".repeat(2000)}`);
  expect(statements.length).toBeGreaterThan(3);
});
