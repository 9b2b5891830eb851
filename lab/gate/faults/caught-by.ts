import { firstNewLine } from "../../seeded-faults/first-new-line.ts";
import type { GateResult } from "../run-gate.ts";

/** What is wrong with documents that pass, or that fail for less than all. */
const linesOf = (results: readonly GateResult[]) =>
  results.flatMap(({ number, judgement }) =>
    [...judgement.letThrough, ...judgement.untold].map((text) => `document ${number}: ${text}`),
  );

/**
 * The first power that a product with a mistake in it doesn't tell and the product as it is tells; undefined where
 * the mistake goes unnoticed.
 */
export function caughtBy(
  own: readonly GateResult[],
  broken: readonly GateResult[],
): string | undefined {
  return firstNewLine(linesOf(own), linesOf(broken));
}
