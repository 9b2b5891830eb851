import type { ReportRun } from "./measure-report.ts";

/** The heading of this part of `docs/benchmarks.md`. */
export const reportHeading = "## Report of a realm";

const budgetInSeconds = 10;

const inSeconds = ({ milliseconds }: ReportRun) => (milliseconds / 1_000).toFixed(1);

/** Whether the report takes too long, a sentence. */
export function brokenByReport(run: ReportRun): readonly string[] {
  return run.milliseconds <= budgetInSeconds * 1_000
    ? []
    : [`presets report: ${inSeconds(run)} s, more than ${budgetInSeconds} s.`];
}

/** The part of `docs/benchmarks.md` about `presets report`. */
export function reportSection(version: string, day: string, run: ReportRun): string {
  return `${reportHeading}

\`npm run bench -- report\`, Keycloak ${version}, ${day}. \`presets report\` of a realm with ${run.accounts} service
accounts, on a server that has just started, took ${inSeconds(run)} s (budget: ${budgetInSeconds} s). It sends two requests for each
account: for the link of its client, and for its effective roles.
`;
}
