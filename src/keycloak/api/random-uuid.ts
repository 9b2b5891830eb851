/**
 * A random UUID, version 4. The browser's own `randomUUID` is missing on pages loaded over plain
 * HTTP.
 *
 * @see [RFC 9562, section 5.4](https://www.rfc-editor.org/rfc/rfc9562#section-5.4)
 */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const digits = [...bytes].map((byte, place) => {
    const fixed = place === 6 ? (byte & 0x0f) | 0x40 : place === 8 ? (byte & 0x3f) | 0x80 : byte;
    return fixed.toString(16).padStart(2, "0");
  });
  return digits.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
