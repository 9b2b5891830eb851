import fc from "fast-check";
import { expect, test } from "vitest";
import { lineMark, toLines, toOneLine } from "../../../../src/access/pasted/one-line-text.ts";
import { parseCalls } from "../../../../src/access/question/parse-calls.ts";
import { anyText } from "../any-text.ts";

test("a mark shows a line break, except in a continued line", () => {
  expect(toOneLine("a\r\rb\\ \nc")).toBe("a ↵  ↵ b\\  ↵ c");
  expect(toOneLine("\n  GET /users\r\nPOST /users \n")).toBe("GET /users ↵ POST /users");
  expect(toOneLine("curl -X PUT \\\n    /users/1\ncurl ^\r\n  /groups")).toBe(
    "curl -X PUT  /users/1 ↵ curl  /groups",
  );
});

/** Lines as people paste them, and the calls that they are. */
const pasted: readonly (readonly [lines: readonly string[], calls: readonly string[]])[] = [
  [
    [
      "curl -X DELETE https://kc/admin/realms/demo/users/1",
      "curl https://kc/admin/realms/demo/clients",
    ],
    ["DELETE /users/1", "GET /clients"],
  ],
  [
    [
      "curl -X POST \\",
      "  https://kc/admin/realms/demo/users \\",
      "  -d '{",
      '    "username": "ada"',
      "  }'",
      "curl https://kc/admin/realms/demo/groups",
    ],
    ["POST /users", "GET /groups"],
  ],
  [
    ["GET /users", "POST /users"],
    ["GET /users", "POST /users"],
  ],
  [
    ["kcadm.sh get users", "kcadm.sh get groups"],
    ["GET /users", "GET /groups"],
  ],
  [
    [
      '"PUT /admin/realms/demo/users/1 HTTP/1.1" 403',
      "Forbidden for url: https://kc/admin/realms/demo/groups",
    ],
    ["PUT /users/1", "* /groups"],
  ],
  [["Failed: DELETE", "see /users"], ["* /users"]],
];

test.each(pasted)("the lines %j are read on one line as they were on several", (lines, calls) => {
  for (const end of ["\n", "\r\n"]) {
    const parsed = parseCalls(toLines(toOneLine(lines.join(end))));
    const read = parsed.kind === "calls" ? parsed.calls : [];
    expect(read.map(({ method = "*", path }) => `${method} ${path}`)).toEqual(calls);
  }
});

test("text joined on one line is split into the same lines again", () => {
  const lines = fc.array(
    fc.oneof(
      anyText().map((text) => text.replaceAll(lineMark, "")),
      fc.constantFrom("\n", "\r\n", "\r", "\\\n", "^\n", "`\n", "\\", " ", "\t"),
    ),
  );
  fc.assert(
    fc.property(lines, (parts) => {
      const line = toOneLine(parts.join(""));
      expect(line).not.toMatch(/[\r\n]/);
      expect(toOneLine(toLines(line))).toBe(line);
    }),
  );
});

test.each([" ↵ ", "↵", "↵ ", " ↵"])("a line ends where %j stands", (mark) => {
  expect(toLines(`GET /users${mark}GET /groups${mark}x`)).toBe("GET /users\nGET /groups\nx");
});

test("what stood around the end of a line stays", () => {
  expect(toLines("a \\  ↵  b")).toBe("a \\ \n b");
  expect(toLines("GET  /users")).toBe("GET  /users");
});
