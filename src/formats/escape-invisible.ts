/**
 * What a reader doesn't see or a terminal obeys: control characters, characters that change the direction of
 * a text, line separators, and halves of surrogate pairs.
 *
 * @see [Trojan Source](https://trojansource.codes/)
 */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** An escape for each UTF-16 unit, as JSON, JavaScript and Java have it: `\u202e`. */
function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, place) => character.charCodeAt(place));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}

/**
 * A text in which every character that is invisible is written as an escape, such as `\u202e`.
 *
 * @param escapeOne writes one character, for languages that have escapes of their own
 */
export function escapeInvisible(
  text: string,
  escapeOne: (character: string) => string = escapeUnits,
): string {
  return text.replace(invisible, escapeOne);
}
