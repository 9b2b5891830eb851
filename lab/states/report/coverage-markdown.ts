import { markdownTable } from "../../markdown/table.ts";
import { factorNames, type State } from "../state/factors.ts";
import { allPairs, coverageOf, pairsOf } from "../state/pairs.ts";
import { type Tally, tallyLine } from "./tally.ts";

/** A run that is written down. */
export interface WrittenRun {
  readonly version: string;
  /** As `2026-11-30`. */
  readonly day: string;
  readonly seed: number;
  readonly states: readonly State[];
  readonly tally: Tally;
}

/** How many of all pairs of values the states have, in one line. */
export function pairsLine(states: readonly State[]): string {
  const covered = new Set(states.flatMap(pairsOf));
  return `${covered.size} of ${allPairs.size} pairs of values of ${factorNames.length} factors`;
}

/** What came of a run, and which states it made, in Markdown. */
export function coverageMarkdown({ version, day, seed, states, tally }: WrittenRun): string {
  const rows = coverageOf(states).map(({ factor, values, covered, pairs }) => [
    `\`${factor}\``,
    values.map((it) => `${it.value} ${it.states}`).join(", "),
    `${covered} of ${pairs}`,
  ]);
  return [
    `Keycloak ${version}, ${day}, seed ${seed}: ${states.length} states with ${pairsLine(states)}. ${tallyLine(tally)}.`,
    "",
    markdownTable(
      ["factor", "values, and in how many states", "pairs with other factors"],
      rows,
      1,
    ),
  ].join("\n");
}
