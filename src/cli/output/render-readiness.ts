import type {
  ReadinessProblemId,
  ReadinessVerdict,
} from "../../access/readiness/readiness-problem.ts";
import type { TargetVersion } from "../../catalog/server/coming-changes.ts";
import { printableJson } from "../../formats/printable-json.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { type Place, placeText } from "../places/place.ts";
import type { RealmProblem, RealmToJudge } from "../ready/realm-readiness.ts";
import type { CommandResult } from "./command-result.ts";
import { printableLines } from "./printable-lines.ts";
import { readinessText, readinessVerdictTexts } from "./readiness-texts.ts";

/** What was found, and what wasn't seen. */
export interface ReadinessReport {
  readonly target: TargetVersion;
  readonly realms: readonly RealmToJudge[];
  readonly problems: readonly (RealmProblem & { readonly place: Place | undefined })[];
  readonly accepted: ReadonlySet<ReadinessProblemId>;
  readonly notSeen: readonly string[];
}

type Problem = ReadinessReport["problems"][number];

const labelOf = ({ realm, client }: RealmProblem) =>
  client === undefined ? `realm ${realm}` : `${realm} / ${client.clientId}`;

function exitCodeOf({ problems, accepted, notSeen }: ReadinessReport): ExitCode {
  const verdicts = new Set(
    problems
      .filter(({ problem }) => !accepted.has(problem.id))
      .map(({ problem }) => problem.verdict),
  );
  if (verdicts.has("breaks")) return exitCodes.notPassed;
  if (notSeen.length > 0) return exitCodes.incomplete;
  return verdicts.has("mayBreak") || verdicts.has("notKnown") ? exitCodes.failed : exitCodes.passed;
}

/** The worst first; a client counts once, by the worst of its problems. */
const verdicts = ["breaks", "mayBreak", "notKnown", "warns"] as const;

/** What is said of one client, and of several or none. */
const countTexts = {
  breaks: ["breaks", "break"],
  mayBreak: ["may break", "may break"],
  notKnown: ["is not known", "are not known"],
  warns: ["goes on working, with a warning", "go on working, with a warning"],
} as const satisfies Record<ReadinessVerdict, readonly [string, string]>;

const counted = (count: number, [one, others]: readonly [string, string]) =>
  `${count} ${count === 1 ? one : others}`;

function summaryLine({ target, realms, problems, accepted }: ReadinessReport): string {
  const all = realms.reduce((sum, { clients }) => sum + clients.length, 0);
  const open = problems.filter(({ problem }) => !accepted.has(problem.id));
  const unready = new Set<unknown>();
  const counts = verdicts.flatMap((verdict) => {
    const before = unready.size;
    for (const { client, problem } of open) {
      if (client !== undefined && problem.verdict === verdict) unready.add(client);
    }
    const count = unready.size - before;
    return count === 0 ? [] : [counted(count, countTexts[verdict])];
  });
  const ready = counted(all - unready.size, ["is ready", "are ready"]);
  const clients = counted(all, ["client", "clients"]);
  return `Keycloak ${target}: of ${clients}, ${[...counts, ready].join(", ")}.`;
}

function linesOf(found: Problem, accepted: ReadonlySet<ReadinessProblemId>): readonly string[] {
  const { problem, place } = found;
  const { message, advice } = readinessText(problem);
  const { from, isPlanned } = problem.change;
  const begin = accepted.has(problem.id) ? "accepted" : readinessVerdictTexts[problem.verdict];
  const since = isPlanned ? `planned for ${from}` : `from ${from}`;
  return [
    `${begin}  ${labelOf(found)}: ${message} (${since}) ${advice}`,
    ...(place === undefined ? [] : [`  at ${placeText(place)}`]),
  ];
}

function asJson({ target, realms, problems, accepted, notSeen }: ReadinessReport): string {
  const describe = (found: Problem) => {
    const { problem, place } = found;
    return {
      kind: problem.id,
      verdict: problem.verdict,
      from: problem.change.from,
      isPlanned: problem.change.isPlanned,
      isAccepted: accepted.has(problem.id),
      ...("theme" in problem && { themeType: problem.type, theme: problem.theme }),
      ...readinessText(problem),
      file: place?.file,
      line: place?.line,
    };
  };
  return printableJson({
    target,
    realms: realms.map(({ realm, clients }) => {
      const ofRealm = problems.filter((it) => it.realm === realm);
      return {
        realm,
        problems: ofRealm.filter(({ client }) => client === undefined).map(describe),
        clients: clients.map((client) => ({
          clientId: client.clientId,
          problems: ofRealm.filter((it) => it.client === client).map(describe),
        })),
      };
    }),
    notSeen,
  });
}

/** Prints which clients and themes are ready, and returns the exit code. */
export function renderReadiness(report: ReadinessReport, isJson: boolean): CommandResult {
  const rank = ({ problem }: Problem) => verdicts.indexOf(problem.verdict);
  const text = isJson
    ? asJson(report)
    : printableLines([
        ...[...report.problems]
          .sort((a, b) => rank(a) - rank(b))
          .flatMap((found) => linesOf(found, report.accepted)),
        summaryLine(report),
      ]);
  return { text, exitCode: exitCodeOf(report) };
}
