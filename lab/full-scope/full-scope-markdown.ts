import { sources } from "./make-realm.ts";
import type { ClientResult } from "./run-full-scope.ts";

interface Header {
  readonly version: string;
  readonly day: string;
  readonly seed: number;
  readonly seconds: number;
}

/** What `npm run test:full-scope` writes into `docs/readiness.md`. */
export function fullScopeMarkdown(header: Header, results: readonly ClientResult[]): string {
  const { version, day, seed, seconds } = header;
  const sum = (of: (result: ClientResult) => number) =>
    results.reduce((all, result) => all + of(result), 0);
  const calls = sum(({ before }) => before.calls.length);
  const allowed = sum(({ before }) => before.calls.filter((it) => it.endsWith(" 200")).length);
  const wrong = results.filter((result) => result.wrong.length > 0).length;
  return [
    `Keycloak ${version}, ${day}, seed ${seed}: ${results.length} clients, ${wrong} with a difference, ${seconds} s.`,
    "",
    "| what | count |",
    "|---|--:|",
    `| clients whose token has the same roles and audience before and after | ${results.filter(({ before, after }) => before.token === after.token).length} of ${results.length} |`,
    `| roles in these tokens | ${sum(({ before }) => before.roles)} |`,
    `| roles that were added to scopes | ${sum(({ added }) => added)} |`,
    `| reading calls with the same status before and after | ${sum(({ before, after }) => before.calls.filter((call, place) => after.calls[place] === call).length)} of ${calls} (${allowed} allowed, ${calls - allowed} denied) |`,
    `| clients with all other settings as before, and with all as before after Undo | ${results.length - wrong} of ${results.length} |`,
    ...sources.map(
      (source) =>
        `| clients with: ${source} | ${results.filter(({ client }) => client.sources.includes(source)).length} |`,
    ),
  ].join("\n");
}
