import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeInvisible } from "../../../src/formats/escape-invisible.ts";

test.each([
  ["a\u001b[2K\r\n", "a\\u001b[2K\\u000d\\u000a"],
  ["\u007f\u0085\u009b", "\\u007f\\u0085\\u009b"],
  ["\u202eab\u2066\u200f\u061c", "\\u202eab\\u2066\\u200f\\u061c"],
  ["\u2028\u2029\ufeff\u200b", "\\u2028\\u2029\\ufeff\\u200b"],
  ["\u{e0041}", "\\udb40\\udc41"],
  ["\ud800", "\\ud800"],
  ["Zoë 東京 \u{1f600} עברית", "Zoë 東京 \u{1f600} עברית"],
])("%j is shown as %j", (text, shown) => {
  expect(escapeInvisible(text)).toBe(shown);
});

test("no text keeps a control character or one that changes its direction", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(escapeInvisible(text)).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
    }),
  );
});
