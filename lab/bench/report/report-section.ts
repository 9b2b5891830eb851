import type { ReportRun } from "./measure-report.ts";

/** The heading of this part of `docs/benchmarks.md`. */
export const reportHeading = "## Report of a realm";

const budgetInSeconds = 10;

const inSeconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(1);

/** Whether the report takes too long on a server that runs, a sentence. */
export function brokenByReport({ again }: ReportRun): readonly string[] {
  return again <= budgetInSeconds * 1_000
    ? []
    : [`presets report: ${inSeconds(again)} s, more than ${budgetInSeconds} s.`];
}

/** The part of `docs/benchmarks.md` about `presets report`. */
export function reportSection(version: string, day: string, run: ReportRun): string {
  return `${reportHeading}

\`npm run bench -- report\`, Keycloak ${version}, ${day}. \`presets report\` of a realm with ${run.accounts} service
accounts took ${inSeconds(run.first)} s on a server that had just started, and ${inSeconds(run.again)} s when run again (budget: ${budgetInSeconds} s). It sends two
requests for each account: for the link of its client, and for its effective roles.
`;
}
