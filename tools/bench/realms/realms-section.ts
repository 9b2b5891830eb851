import { partsOfOtherRequests } from "../apply/apply-budgets.ts";
import { measuredRows } from "../apply/apply-section.ts";
import type { RealmsRun } from "./measure-realms.ts";

/** The heading of this part of `docs/benchmarks.md`. */
export const realmsHeading = "## Many realms";

/** What grows with the number of realms though it may not, a sentence each. */
export function brokenByRealms([few, ...others]: readonly RealmsRun[]): readonly string[] {
  if (few === undefined) return [];
  return others.flatMap((many) =>
    (["ordinary", "master"] as const).flatMap((place) =>
      partsOfOtherRequests(few[place], many[place]).map(
        (part) => `${many.realms} realms, ${place}: ${part} takes other requests.`,
      ),
    ),
  );
}

/** The part of `docs/benchmarks.md` about servers with many realms. */
export function realmsSection(version: string, day: string, runs: readonly RealmsRun[]): string {
  const places = [
    ["a program of a realm beside them", (it: RealmsRun) => it.ordinary],
    ["a program of master", (it: RealmsRun) => it.master],
  ] as const;
  const heads = places.flatMap(([name]) => runs.map(({ realms }) => `${name}, ${realms} realms`));
  const columns = places.flatMap(([, of]) => runs.map(of));
  const lines = measuredRows.map(
    ([name, read, write]) => `| ${name} | ${columns.map((it) => write(read(it))).join(" | ")} |`,
  );
  return `${realmsHeading}

\`npm run bench -- realms\`, Keycloak ${version}, ${day}. **Apply preset** as above, on a server with hardly
a realm, and on the same one with many more. Each of them is a client of \`master\` with its own admin roles.

| | ${heads.join(" | ")} |
|---|${heads.map(() => "--:").join("|")}|
${lines.join("\n")}
`;
}
