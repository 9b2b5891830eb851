/** Replaces a secret. */
const hidden = "[hidden]";

/** Patterns of secrets. */
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

/** Shorter secrets would match in any text. */
const shortestSecret = 4;

/**
 * Removes secrets from a text: tokens, passwords and secrets by their pattern, and known secrets,
 * also URL-encoded and in Base64. A server's message may repeat what it was sent.
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
