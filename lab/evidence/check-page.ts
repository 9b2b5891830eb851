import { shortState } from "./code-state.ts";
import type { Suite } from "./suite.ts";

/** What a page says of a state. */
export interface EvidencePage {
  /** In its short form. */
  readonly state: string;
  /** What came of each suite, in words, by its id. */
  readonly results: ReadonlyMap<string, string>;
}

/**
 * Reads what `npm run evidence` wrote into a page.
 *
 * @returns `undefined` where the page names no state
 */
export function readEvidencePage(page: string): EvidencePage | undefined {
  const state = /^State ([0-9a-f]{7}), Keycloak \d+\.\d+\.\d+[,:]/m.exec(page)?.[1];
  if (state === undefined) return undefined;
  const rows = page.matchAll(/^\| `([\w.-]+)` \|.*\| `[^`]+` \| ([^|]+) \| [^|]* \| [^|]* \|$/gm);
  return { state, results: new Map([...rows].map(([, id = "", result = ""]) => [id, result])) };
}

/**
 * What keeps a page from speaking for the present state.
 *
 * @returns a sentence for each problem; none where all suites passed on the state
 */
export function problemsOfPage(
  page: string,
  state: string,
  suites: readonly Suite[],
): readonly string[] {
  const read = readEvidencePage(page);
  if (read === undefined) return ["It names no state."];
  if (read.state !== shortState(state)) {
    return [`It is about state ${read.state}, but this is state ${shortState(state)}.`];
  }
  return suites.flatMap(({ id }) => {
    const result = read.results.get(id);
    if (result === undefined) return [`It has no suite ${id}.`];
    return /^(\d+ )?passed$/.test(result) ? [] : [`${id}: ${result}.`];
  });
}
