import { shortState } from "./code-state.ts";
import { type Evidence, notRun } from "./evidence-markdown.ts";
import { dayOf, durationInWords, resultInWords } from "./result-in-words.ts";

/** What there is of a state and what is missing, a line for each suite. */
export function listLines({ state, version, suites, results }: Evidence): readonly string[] {
  const width = Math.max(...suites.map(({ id }) => id.length));
  const lines = suites.map(({ id }) => {
    const result = results.get(id);
    const name = id.padEnd(width);
    if (result === undefined) return `– ${name}  ${notRun}`;
    const mark = result.hasPassed ? "✓" : "✗";
    return `${mark} ${name}  ${resultInWords(result)}, ${durationInWords(result)}, ${dayOf(result)}`;
  });
  const passed = suites.filter(({ id }) => results.get(id)?.hasPassed).length;
  return [
    `State ${shortState(state)}, Keycloak ${version}`,
    ...lines,
    `${passed} of ${suites.length} suites passed.`,
  ];
}
