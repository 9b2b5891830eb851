import { markdownTable } from "../../markdown/table.ts";
import { partsOfOtherRequests } from "../apply/apply-budgets.ts";
import { measuredRows } from "../apply/apply-section.ts";
import type { RealmsRun } from "./measure-realms.ts";

/** The heading of this part of `docs/benchmarks.md`. */
export const realmsHeading = "## Many realms";

/** What grows with the number of realms though it may not, a sentence each. */
export function brokenByRealms([few, ...others]: readonly RealmsRun[]): readonly string[] {
  if (few === undefined) return [];
  return others.flatMap((many) =>
    partsOfOtherRequests(few.measured, many.measured).map(
      (part) => `${many.realms} realms: ${part} takes other requests.`,
    ),
  );
}

/** The part of `docs/benchmarks.md` about servers with many realms. */
export function realmsSection(version: string, day: string, runs: readonly RealmsRun[]): string {
  const rows = measuredRows.map(([name, read, write]) => [
    name,
    ...runs.map(({ measured }) => write(read(measured))),
  ]);
  const heads = runs.map(({ realms }) => `${realms} realms`);
  return `${realmsHeading}

\`npm run bench -- realms\`, Keycloak ${version}, ${day}. **Apply preset** as above, by an administrator of the
realm in its own console, on a server with few realms and on one with many.

${markdownTable(["", ...heads], rows, runs.length)}

The administrator \`admin\` of \`master\` has 18 roles for each realm, and Keycloak reads all of them for each role that may
be granted. In a manual test on 26.7.3 with 2,002 realms, the server with default settings took 3 to 12 s for each read
of the console's own pages. It didn't answer \`GET …/role-mappings/clients/{id}/available\`, which the tab reads, within
100 s; the tab then says which request got no answer. With \`--cache-embedded-realms-max-count=200000\` and 4 GB of heap,
other reads took 0.1 s, but this one still took more than 120 s, and \`POST …/role-mappings/clients/{id}\`, which every tool
uses to grant a role, more than 60 s. On such servers, sign in as an administrator of the realm.
`;
}
