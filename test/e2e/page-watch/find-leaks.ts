/** A place where a secret must not be, with the text found there. */
export interface Place {
  readonly name: string;
  readonly text: string;
}

/**
 * Names the places that hold one of the secrets, as it is or percent-encoded. It never names the
 * secret itself.
 */
export function findLeaks(places: readonly Place[], secrets: readonly string[]): readonly string[] {
  const spellings = secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]);
  return places
    .filter(({ text }) => spellings.some((spelling) => text.includes(spelling)))
    .map(({ name }) => name);
}
