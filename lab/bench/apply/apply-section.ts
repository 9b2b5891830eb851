import { markdownTable } from "../../markdown/table.ts";
import type { ApplyRun } from "./apply-run.ts";
import type { ApplyMeasurement } from "./measure-apply.ts";

const time = (milliseconds: number) => `${Math.round(milliseconds)} ms`;
const bytes = (count: number) => `${(count / 1000).toFixed(1)} kB`;

/** A row of a table: what it is, how it is read, how it is written. */
export const measuredRows: readonly (readonly [
  string,
  (it: ApplyMeasurement) => number,
  (value: number) => string,
])[] = [
  ["clicks", (it) => it.firstOpening.clicks + it.applying.clicks, String],
  ["keys", (it) => it.applying.keys, String],
  ["reads to open the tab", (it) => it.firstOpening.reads, String],
  ["bytes to open the tab", (it) => it.firstOpening.bytes, bytes],
  [
    "requests from there to the roles mapped",
    (it) => it.applying.reads + it.applying.writes,
    String,
  ],
  ["of them writes", (it) => it.applying.writes, String],
  ["bytes from there", (it) => it.applying.bytes, bytes],
  ["first opening on a page", (it) => it.firstOpening.lastClickToEnd, time],
  ["opening again", (it) => it.reopening.lastClickToEnd, time],
  ["last click to result", (it) => it.applying.lastClickToResult, time],
  ["last click to read back", (it) => it.applying.lastClickToEnd, time],
  ["longest task of the page", (it) => it.applying.longestTask, time],
];

const ratio = (own: number, stock: number) => (stock === 0 ? "" : (own / stock).toFixed(2));

function table({ scale, latency, own, stock, kcadm }: ApplyRun): string {
  const { clients, rolesPerClient, mappings, rolesInOneClient } = scale;
  const size = [
    `${clients} clients with ${rolesPerClient} roles each`,
    ...(rolesInOneClient === 0 ? [] : [`one more with ${rolesInOneClient} roles`]),
    `a service account with ${mappings} roles of them`,
  ].join(", ");
  const rows = measuredRows.map(([name, read, write]) => {
    const [a, b] = [read(own), read(stock)];
    return [name, write(a), write(b), ratio(a, b)];
  });
  return `### ${size}; ${latency} ms added to each request

${markdownTable(["", "this product", "stock dialog", "ratio"], rows, 3)}

\`kcadm.sh add-roles\`, signed in already: ${time(kcadm.milliseconds)}, ${kcadm.requests} requests.`;
}

/** The part of `docs/benchmarks.md` about giving a program its roles. */
export function applySection(runs: readonly ApplyRun[]): string {
  return `## Giving a program two roles

From the open page of a client to \`view-users\` and \`query-users\` mapped to its service account: by **Apply
preset**, and by the stock dialog (Assign role, Client roles, a search, two boxes, Assign), in turn in one
browser, on a server in production mode that has done both some 25 times. Each number is the middle one of
seven. The first opening includes signing in silently: two requests more, which are not counted here. The
result is there when the page shows it: the preset's row says *Applied*, which it does once the server has
answered the write and while it is read back, and the stock list was reloaded. What was read back stands
there at *read back*.

${runs.map(table).join("\n\n")}
`;
}
