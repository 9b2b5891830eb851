import type { Compared } from "../compare/compared.ts";
import type { StateResult } from "../run-states.ts";
import { describeState } from "../state/factors.ts";

/** What came of a run, in numbers. */
export interface Tally {
  readonly statements: number;
  readonly falseOnes: number;
  /** The statements to an administrator with all rights in the realm, and how many of them say "not known". */
  readonly toRealmAdmin: number;
  readonly notKnownToRealmAdmin: number;
}

/** Whether a statement is contradicted. */
export const isFalse = ({ truth }: Compared): boolean => truth !== undefined;

/** Counts statements, false ones, and those that aren't known. */
export function tallyOf(results: readonly StateResult[]): Tally {
  const all = results.flatMap(({ compared }) => compared);
  const toRealmAdmin = results
    .filter(({ state }) => state.rights === "realmAdmin")
    .flatMap(({ compared }) => compared);
  return {
    statements: all.length,
    falseOnes: all.filter(isFalse).length,
    toRealmAdmin: toRealmAdmin.length,
    notKnownToRealmAdmin: toRealmAdmin.filter(({ isKnown }) => !isKnown).length,
  };
}

/** The maximum share of "not known" statements for an administrator with realm-admin. */
const mostNotKnown = 0.05;

/** Whether nothing false was said, and little was left open to who may see all. */
export function isTrue({ falseOnes, toRealmAdmin, notKnownToRealmAdmin }: Tally): boolean {
  return falseOnes === 0 && notKnownToRealmAdmin <= mostNotKnown * toRealmAdmin;
}

/** What isn't known to who may see all, the most frequent first, and how often; nothing where that is little. */
export function notKnownLines(results: readonly StateResult[]): readonly string[] {
  const { toRealmAdmin, notKnownToRealmAdmin } = tallyOf(results);
  if (notKnownToRealmAdmin <= mostNotKnown * toRealmAdmin) return [];
  const counts = new Map<string, number>();
  for (const { state, compared } of results) {
    if (state.rights !== "realmAdmin") continue;
    for (const { about } of compared.filter(({ isKnown }) => !isKnown)) {
      counts.set(about, (counts.get(about) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([about, count]) => `  not known ${count} times: ${about}`);
}

/** A tally in one line. */
export function tallyLine(tally: Tally): string {
  const { statements, falseOnes, toRealmAdmin, notKnownToRealmAdmin } = tally;
  const share = toRealmAdmin === 0 ? 0 : (100 * notKnownToRealmAdmin) / toRealmAdmin;
  return `${statements} statements, ${falseOnes} false; ${share.toFixed(1)} % of ${toRealmAdmin} to realm admins are "not known"`;
}

/** The false statements of a state, a line each, and how to see them again. */
export function falseLines({ numbers, state, compared }: StateResult): readonly string[] {
  const lines = compared
    .filter(isFalse)
    .map(({ about, said, truth }) => `  ${about}: said ${said || "nothing"}; true is: ${truth}`);
  if (lines.length === 0) return [];
  const [number, ...others] = numbers;
  const title =
    others.length === 0
      ? `✗ State ${number}: ${describeState(state)}`
      : `✗ The list with states ${numbers.join(", ")}, to ${state.rights}`;
  return [title, ...lines];
}
