/**
 * What a product with a mistake in it gives away first: a line that the product as it is doesn't have; undefined
 * where the mistake goes unnoticed.
 */
export function firstNewLine(
  own: readonly string[],
  ofBroken: readonly string[],
): string | undefined {
  const known = new Set(own);
  return ofBroken.find((line) => !known.has(line));
}
