import fc from "fast-check";

const anyUnit = fc
  .oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0, max: 0xffff }))
  .map((code) => String.fromCharCode(code));

/**
 * Any text at all, with control characters and halves of characters. fast-check's own "binary" texts
 * take more than a second to be prepared, which mutation testing would pay for each mutant.
 */
export function anyText(
  lengths: { readonly minLength?: number; readonly maxLength?: number } = {},
): fc.Arbitrary<string> {
  return fc.string({ ...lengths, unit: anyUnit });
}
