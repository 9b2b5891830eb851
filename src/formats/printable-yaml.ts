import { Document, isScalar, visit } from "yaml";
import { escapeInvisible } from "./escape-invisible.ts";

/** Words that YAML 1.1 doesn't read as text. */
const ownWords = /^(?:y|n|yes|no|true|false|on|off|null)$/i;

const isPlainKey = (key: string) => /^[a-z][a-z.]*(?:_[a-z]+)*$/i.test(key) && !ownWords.test(key);

/** An escape of YAML, by code point: a surrogate pair would be read as two characters. */
function escapeCodePoint(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\U${hex.padStart(8, "0")}` : `\\u${hex.padStart(4, "0")}`;
}

/**
 * A value as YAML that readers of YAML 1.1 and 1.2 understand in the same way: every text is quoted, be it
 * `no`, `1_000` or `2001-01-01`, and so is every key but plain words; what is invisible is escaped.
 *
 * @param value plain data, in which a node of `yaml` may stand for a text with a tag
 * @see [YAML 1.1, types](https://yaml.org/type/)
 */
export function printableYaml(value: unknown): string {
  const content = new Document(value);
  visit(content, {
    Pair: (_, { key }) => {
      if (isScalar(key) && !isPlainKey(String(key.value))) key.type = "QUOTE_DOUBLE";
    },
  });
  const text = content.toString({
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    // No line breaks inside texts, because YAML 1.1 has more line break characters than YAML 1.2.
    doubleQuotedAsJSON: true,
    lineWidth: 0,
  });
  // Line breaks belong to the layout; all other invisible characters are in quoted texts.
  return text
    .split("\n")
    .map((line) => escapeInvisible(line, escapeCodePoint))
    .join("\n");
}
