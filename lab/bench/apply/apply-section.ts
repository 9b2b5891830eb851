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
    "requests from there until the roles are assigned",
    (it) => it.applying.reads + it.applying.writes,
    String,
  ],
  ["writes among them", (it) => it.applying.writes, String],
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
  return `## Assigning two roles

From the open page of a client until \`view-users\` and \`query-users\` are assigned to its service account: with **Apply
preset**, and with the stock dialog (Assign role, Client roles, a search, two checkboxes, Assign), alternating in one
browser, on a server in production mode after about 25 runs of both. Each number is the median of seven. Where a tab is
opened, the mouse rests on it for 150 ms and is down for 80 ms, as in a quick click by hand; time counts from the click.
This product signs in and begins to read when the mouse goes down; its two requests for that aren't counted here. By
keyboard it does so with the click. The requests to open the tab are all until the page rests, also those that follow
once the tab is shown. *Result* is when the page shows it: the preset's row says *Applied* after the server has answered
the write, before it is read back, and the stock list was reloaded. *Read back* is when the page shows what was read
back.

${runs.map(table).join("\n\n")}
`;
}
