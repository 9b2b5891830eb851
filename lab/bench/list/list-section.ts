import { markdownTable } from "../../markdown/table.ts";
import type { Scale } from "./make-list-realm.ts";
import type { ListMeasurement } from "./measure-list.ts";

/** How the list did in one realm: opened first on a server that has just started, then again. */
export interface ListRun {
  readonly scale: Scale;
  readonly cold: ListMeasurement;
  readonly warm: ListMeasurement;
}

const milliseconds = (time: number) => `${Math.round(time)} ms`;
const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`;

const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);

const rows: readonly (readonly [string, (measurement: ListMeasurement) => string])[] = [
  ["first rows", ({ firstRows }) => milliseconds(firstRows)],
  ["all access is known", ({ powers }) => milliseconds(powers)],
  ["settings of all clients are known", ({ all }) => milliseconds(all)],
  ["longest task of the page", ({ longestTask }) => milliseconds(longestTask)],
  ["requests", ({ requests }) => String(sum(requests.values()))],
  ["requests about the rows shown", ({ requestsOfRows }) => String(requestsOfRows)],
  ["bytes of the answers", ({ bytes }) => kilobytes(bytes)],
  ["heap before and after", (it) => `${megabytes(it.heapBefore)}, ${megabytes(it.heapAfter)}`],
];

/** How soon the first rows are to be there when the list is opened again, in milliseconds. */
const firstRowsBudget = 1_000;

/** The realms whose first rows come too late, a sentence each. */
export function brokenByLists(runs: readonly ListRun[]): readonly string[] {
  return runs
    .filter(({ warm }) => warm.firstRows > firstRowsBudget)
    .map(({ scale }) => `${scale.name}: the first rows took longer than ${firstRowsBudget} ms.`);
}

/** The heading of this part of `docs/benchmarks.md`. */
export const listHeading = "## The list of service accounts";

/** The part of `docs/benchmarks.md` about the list of service accounts. */
export function listSection(runs: readonly ListRun[]): string {
  const heads = runs.flatMap(({ scale: { clients, serviceAccounts } }) => {
    const size = `${clients} clients, ${serviceAccounts} service accounts`;
    return [`${size}, first time`, `${size}, again`];
  });
  const columns = runs.flatMap(({ cold, warm }) => [cold, warm]);
  const kinds = [...new Set(columns.flatMap(({ requests }) => [...requests.keys()]))].sort();
  const warm = runs.map(({ warm: it }) => it);
  return `${listHeading}

From the click on the tab **Service accounts**, in a browser that has just signed in and has loaded only
the extension's script for every page. "First time" is on a server that hasn't read these clients since it started;
"again" is the same in another fresh browser. The heap is measured after a garbage collection.

${markdownTable(
  ["", ...heads],
  rows.map(([name, read]) => [name, ...columns.map(read)]),
  heads.length,
)}

The number of requests grows with roles (one request each, and one more each if the realm has groups), composite realm
roles (two each), groups with admin roles (two each), and pages of 100 accounts, clients and realm roles. Only the 20
rows shown need requests per account.

${markdownTable(
  ["request (GET, below the realm)", ...runs.map(({ scale }) => `${scale.clients} clients`)],
  kinds.map((kind) => [`\`${kind}\``, ...warm.map(({ requests }) => requests.get(kind) ?? 0)]),
  runs.length,
)}
`;
}
