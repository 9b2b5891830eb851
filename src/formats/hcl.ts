/**
 * A text as a quoted template of HCL, in which nothing is replaced.
 *
 * @see [Strings and templates](https://developer.hashicorp.com/terraform/language/expressions/strings)
 */
export function quoteForHcl(text: string): string {
  const escaped = text
    .replaceAll("\\", "\\\\")
    .replaceAll('"', '\\"')
    .replaceAll("\n", "\\n")
    .replaceAll("\r", "\\r")
    .replaceAll("\t", "\\t")
    // By a function: a `$` in a replacement would have a meaning of its own.
    .replaceAll(/[$%]\{/g, (template) => `${template[0]}${template}`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: HCL names them by number.
  const safe = escaped.replaceAll(/[\u0000-\u001f\u007f\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  return `"${safe}"`;
}

/** Names as a set of texts. */
export const hclSet = (names: readonly string[]) => `toset([${names.map(quoteForHcl).join(", ")}])`;

/**
 * A text as the name of a block: other characters than letters, digits, `-` and `_` become their number, so that two
 * texts never have one name.
 *
 * @see [Identifiers](https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers)
 */
export function hclLabel(text: string): string {
  const name = text.replaceAll(
    /[^A-Za-z0-9_-]/gu,
    (character) => `_${character.codePointAt(0)?.toString(16)}_`,
  );
  return /^[A-Za-z_]/.test(name) ? name : `_${name}`;
}

/** Arguments, each on a line of its own and aligned as `terraform fmt` does it. */
export function hclArguments(entries: readonly (readonly [name: string, value: string])[]): string {
  const width = Math.max(...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => `  ${name.padEnd(width)} = ${value}`).join("\n");
}

/** A block, such as a resource. */
export const hclBlock = (
  head: string,
  entries: readonly (readonly [name: string, value: string])[],
) => `${head} {\n${hclArguments(entries)}\n}`;
