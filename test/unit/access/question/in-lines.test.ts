import { expect, test } from "vitest";
import { inLines } from "../../../../src/access/question/in-lines.ts";

test.each([" ↵ ", "↵", "↵ ", " ↵"])("a line ends where %j stands", (mark) => {
  expect(inLines(`GET /users${mark}GET /groups${mark}x`)).toBe("GET /users\nGET /groups\nx");
});

test("what stood around the end of a line stays", () => {
  expect(inLines("a \\  ↵  b")).toBe("a \\ \n b");
  expect(inLines("GET  /users")).toBe("GET  /users");
});
