import { createScanner } from "jsonc-parser";
import type { Path } from "./source.ts";

/** The tokens of jsonc-parser's scanner; its type is a const enum, which is gone after the build. */
const token = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, comma: 5 };
const stringToken = 10;
const endToken = 17;

interface Open {
  /** The names of an object; undefined for a list. */
  readonly names: Set<string> | undefined;
  at: string | number | undefined;
}

/**
 * The paths of fields that stand twice in an object of a JSON text. `JSON.parse` would silently take the last one.
 *
 * @param text valid JSON
 */
export function duplicateKeys(text: string): readonly Path[] {
  const scanner = createScanner(text, true);
  const stack: Open[] = [];
  const found: Path[] = [];
  for (let kind: number = scanner.scan(); kind !== endToken; kind = scanner.scan()) {
    const open = stack.at(-1);
    if (kind === token.openBrace) stack.push({ names: new Set(), at: undefined });
    else if (kind === token.openBracket) stack.push({ names: undefined, at: 0 });
    else if (kind === token.closeBrace || kind === token.closeBracket) stack.pop();
    else if (kind === token.comma && open) {
      open.at = typeof open.at === "number" ? open.at + 1 : undefined;
    } else if (kind === stringToken && open?.names && open.at === undefined) {
      const name = scanner.getTokenValue();
      open.at = name;
      if (open.names.has(name)) found.push(stack.flatMap(({ at }) => at ?? []));
      open.names.add(name);
    }
  }
  return found;
}
