import { sample, shuffledSubarray } from "fast-check";

const variable = "SEED";

// Playwright reads this in its main process first; the workers get the variable with its value.
process.env[variable] ??= String(Date.now() % 1_000_000_000);

/** What chance starts from in this run; `SEED=… npm test` repeats one. */
export const seed = Number(process.env[variable]);

/** So many different items of a list, or all where it has fewer, chosen by the seed. */
export function chooseAny<Item>(items: readonly Item[], count: number): readonly Item[] {
  const length = Math.min(count, items.length);
  const choice = shuffledSubarray([...items], { minLength: length, maxLength: length });
  return sample(choice, { seed, numRuns: 1 }).flat();
}
