import type { Guard } from "./guard.ts";

/**
 * The text of a file without the check.
 *
 * @throws when the check's text doesn't stand there exactly once: what is broken must be the check.
 */
export function breakGuard(source: string, { file, text, broken }: Guard): string {
  const [before = "", after, ...others] = source.split(text);
  if (after === undefined || others.length > 0) {
    const found = after === undefined ? "no longer holds" : "holds more than once";
    throw new Error(`${file} ${found} the text ${JSON.stringify(text)}`);
  }
  return `${before}${broken}${after}`;
}
