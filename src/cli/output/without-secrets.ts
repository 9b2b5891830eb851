/** What stands for something secret. */
const hidden = "[hidden]";

/** Shapes that secrets have wherever they stand. */
const patterns: readonly (readonly [RegExp, string])[] = [
  // JSON Web Tokens.
  [/\beyJ[\w-]{6,}(?:\.[\w-]*){0,4}/g, hidden],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${hidden}`],
  [
    /\b((?:client[_-]?)?secret|password|passwd|pwd|(?:access|refresh|id)[_-]?token|client[_-]assertion|api[_-]?key)(["']?\s*(?:=>|[=:])\s*["']?)[^\s"'&,;}]+/gi,
    `$1$2${hidden}`,
  ],
  // A name and password in an address.
  [/(\/\/)[^\s/@"']+@/g, `$1${hidden}@`],
];

/** Shorter ones are found in any text. */
const shortestSecret = 4;

/**
 * A text without what is secret in it: tokens, passwords and secrets by their shape, and those that are known,
 * as they are and as an address or Base64 has them. What a server says may repeat what it was sent.
 */
export function withoutSecrets(text: string, known: readonly string[] = []): string {
  const forms = known
    .filter(({ length }) => length >= shortestSecret)
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString("base64"),
    ]);
  const unnamed = [...new Set(forms)]
    .sort((a, b) => b.length - a.length)
    .reduce((rest, form) => rest.replaceAll(form, hidden), text);
  return patterns.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), unnamed);
}
