import { gunzipSync } from "node:zlib";

/** A gzipped file holds no more than so many bytes: a small one could fill the memory else. */
const mostBytes = 1 << 30;

const startsWith = (bytes: Uint8Array, ...start: readonly number[]) =>
  start.every((byte, place) => bytes[place] === byte);

/** UTF-16 has a zero byte in each of the first characters, which JSON and YAML have in ASCII. */
function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (startsWith(bytes, 0xff, 0xfe)) return "utf-16le";
  if (startsWith(bytes, 0xfe, 0xff)) return "utf-16be";
  if (bytes.length > 1 && bytes[1] === 0) return "utf-16le";
  return bytes.length > 1 && bytes[0] === 0 ? "utf-16be" : "utf-8";
}

/**
 * The text of a file: UTF-8 or UTF-16, with or without a byte order mark, gzipped or not.
 *
 * @throws where it is neither, or not a whole gzip file
 */
export function decodeText(bytes: Uint8Array): string {
  const plain = startsWith(bytes, 0x1f, 0x8b)
    ? gunzipSync(bytes, { maxOutputLength: mostBytes })
    : bytes;
  return new TextDecoder(encodingOf(plain), { fatal: true }).decode(plain);
}
