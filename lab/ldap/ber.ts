/** One element of BER: its tag and its content. */
export interface BerElement {
  readonly tag: number;
  readonly content: Buffer;
}

/**
 * Reads the element at the start of some bytes, with the number of bytes that it takes; undefined where it isn't
 * whole yet.
 *
 * @see [Basic encoding rules, as LDAP uses them](https://www.rfc-editor.org/rfc/rfc4511#section-5.1)
 */
export function readElement(bytes: Buffer): { element: BerElement; size: number } | undefined {
  const [tag, first] = bytes;
  if (tag === undefined || first === undefined) return undefined;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  const start = 2 + lengthBytes;
  if (bytes.length < start) return undefined;
  const length = lengthBytes === 0 ? first : bytes.readUIntBE(2, lengthBytes);
  if (bytes.length < start + length) return undefined;
  return {
    element: { tag, content: bytes.subarray(start, start + length) },
    size: start + length,
  };
}

/** All elements in the content of another one. */
export function elementsIn(content: Buffer): readonly BerElement[] {
  const found: BerElement[] = [];
  let rest = content;
  for (let next = readElement(rest); next !== undefined; next = readElement(rest)) {
    found.push(next.element);
    rest = rest.subarray(next.size);
  }
  return found;
}

/** Writes an element. */
export function writeElement(tag: number, ...parts: readonly (Buffer | string)[]): Buffer {
  const content = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const { length } = content;
  const size =
    length < 0x80 ? Buffer.from([length]) : Buffer.from([0x82, length >> 8, length & 0xff]);
  return Buffer.concat([Buffer.from([tag]), size, content]);
}
