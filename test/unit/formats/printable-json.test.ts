import fc from "fast-check";
import { expect, test } from "vitest";
import { printableJson } from "../../../src/formats/printable-json.ts";

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom("\u202e", "\u009b", "\n", "\u2028", "\\", '"', "a", "\ud800"),
  }),
);

test("texts and keys are read back unchanged, and none is printed raw", () => {
  fc.assert(
    fc.property(fc.dictionary(anyText, fc.array(anyText)), (value) => {
      const text = printableJson(value);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(text).not.toMatch(/[^\P{Cc}\n]|[\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test("it has a line for each value", () => {
  expect(printableJson({ a: ["b\u202e"] })).toBe('{\n  "a": [\n    "b\\u202e"\n  ]\n}\n');
});
