import { markdownTable } from "../markdown/table.ts";
import { shortState } from "./code-state.ts";
import { dayOf, durationInWords, resultInWords } from "./result-in-words.ts";
import type { Suite } from "./suite.ts";
import type { Machine, SuiteResult } from "./suite-result.ts";

/** What there is of a state. */
export interface Evidence {
  readonly state: string;
  /** The newest Keycloak, on which suites run that name none. */
  readonly version: string;
  readonly suites: readonly Suite[];
  /** By the ids of their suites. */
  readonly results: ReadonlyMap<string, SuiteResult>;
}

/** What a page says of a suite without a result. */
export const notRun = "not run on this state";

/** What `npm run evidence` writes into `docs/evidence.md`. */
export function evidenceMarkdown({ state, version, suites, results }: Evidence): string {
  const known = suites.flatMap(({ id }) => results.get(id) ?? []);
  const passed = known.filter(({ hasPassed }) => hasPassed).length;
  const counts = [
    `${passed} of ${suites.length} suites passed`,
    `${known.length - passed} failed`,
    `${suites.length - known.length} weren't run`,
  ].join(", ");
  const lastDay = known.map(dayOf).sort().at(-1);
  const head = [`State ${shortState(state)}`, `Keycloak ${version}`, lastDay ?? []].flat();
  const machines = [...new Set(known.map(({ machine }) => machineInWords(machine)))];
  const table = markdownTable(
    ["suite", "what it proves", "command", "result", "duration", "on"],
    suites.map((suite) => rowOf(suite, results.get(suite.id))),
  );
  return [
    `${head.join(", ")}: ${counts}.`,
    ...(machines.length === 0 ? [] : [`Machine: ${machines.join("; ")}.`]),
    table,
  ].join("\n\n");
}

function rowOf({ id, proves, command, page }: Suite, result: SuiteResult | undefined) {
  const link = page === undefined ? "" : ` [Details](${page})`;
  const came =
    result === undefined
      ? [notRun, "", ""]
      : [resultInWords(result), durationInWords(result), dayOf(result)];
  return [`\`${id}\``, `${proves}${link}`, `\`${command}\``, ...came];
}

const machineInWords = ({ cores, memoryInGigabytes, node }: Machine) =>
  `${cores} ${cores === 1 ? "core" : "cores"}, ${memoryInGigabytes} GB of memory, Node ${node.replace(/^v/, "")}`;
