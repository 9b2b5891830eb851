import { firstNewLine } from "../../seeded-faults/first-new-line.ts";
import { isFalse } from "../report/tally.ts";
import type { StateResult } from "../run-states.ts";

/**
 * The first false statement of a product with a mistake in it that the product as it is doesn't make; undefined
 * where the mistake goes unnoticed.
 */
export function caughtBy(
  own: readonly StateResult[],
  broken: readonly StateResult[],
): string | undefined {
  const linesOf = (results: readonly StateResult[]) =>
    results.flatMap(({ numbers, state, compared }) =>
      compared
        .filter(isFalse)
        .map(
          ({ about, said, truth }) =>
            `“${about}” in state ${numbers.join(", ")} for ${state.rights}: said ${said}; true is: ${truth}`,
        ),
    );
  return firstNewLine(linesOf(own), linesOf(broken));
}
