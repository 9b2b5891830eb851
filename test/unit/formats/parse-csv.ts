const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;

/**
 * Reads CSV as RFC 4180 has it, and nothing more lenient.
 *
 * @throws Error where the text is not such CSV
 * @see [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)
 */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (let at = 0; at < text.length; ) {
    field.lastIndex = at;
    const found = field.exec(text);
    if (found === null) throw new Error(`No CSV at ${at}: ${JSON.stringify(text.slice(at))}`);
    const [whole, quoted, plain = "", end] = found;
    line.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === "\r\n") {
      lines.push(line);
      line = [];
    }
    at += whole.length;
  }
  if (line.length > 0) throw new Error("The last line has no end.");
  return lines;
}
