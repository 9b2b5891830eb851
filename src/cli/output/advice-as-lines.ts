import { riskOf } from "../../access/model/risk.ts";
import { dayOf } from "../../access/policy/judge-roles.ts";
import type { UsedCall } from "../../access/use/collect-use.ts";
import type { CallTemplate } from "../../catalog/calls/call-template.ts";
import { callName } from "../measured/call-name.ts";
import { type AdviceAnswer, exitCodeOf } from "./advice-answer.ts";
import { type CommandResult, linesResult } from "./command-result.ts";
import { describeRisk } from "./preset-texts.ts";
import { withoutSecrets } from "./without-secrets.ts";

const write = ({ method, path }: CallTemplate) => `${method} ${path}`;

const count = (number: number, one: string, many = `${one}s`) =>
  `${number} ${number === 1 ? one : many}`;

const day = (time: number) => dayOf(new Date(time));

const signIns = {
  none: "No sign-in is recorded.",
  notRecorded: "Whether it signed in isn't known: its realm doesn't record sign-ins now.",
  notSeen: "Whether it signed in isn't known: the events of its realm can't be seen.",
} as const;

/** What the events tell, and what they can't. */
function linesOfEvents({ isServerAsked, recorded, days }: AdviceAnswer): readonly string[] {
  if (!isServerAsked) return [];
  if (recorded === undefined) {
    return ["Events: not seen. The client that signs in needs view-events."];
  }
  const { signIn, recordedSince, areWritesKept, isComplete, byPeople, from, events } = recorded;
  const [oldest] = events.slice(-1);
  return [
    recordedSince === undefined
      ? `Events: none of anybody in the last ${count(days, "day")}.`
      : `Events: ${events.length} since ${day(from)} (${count(days, "day")})${
          recordedSince > from ? `; the realm's go back to ${day(recordedSince)}` : ""
        }.`,
    ...(areWritesKept
      ? []
      : [
          "The realm doesn't record admin events now: Realm settings, Events, Admin events settings.",
        ]),
    ...(isComplete || oldest === undefined
      ? []
      : [`There are more events than were read: those before ${day(oldest.time)} aren't known.`]),
    signIn.kind === "at" ? `Last sign-in: ${day(signIn.time)}.` : signIns[signIn.kind],
    ...(byPeople === 0
      ? []
      : [
          `${count(byPeople, "write")} by people who signed in with the client ${byPeople === 1 ? "doesn't" : "don't"} count: they use their own roles.`,
        ]),
  ];
}

function linesOfAdvice({ advice }: AdviceAnswer): readonly string[] {
  const { presets, roles, needed, difference } = advice;
  if (needed.length === 0) return [];
  if (roles === undefined) return ["No role allows all of them."];
  const names = roles.join(" + ");
  return [
    presets === undefined
      ? `Recommended  roles ${names}`
      : `Recommended  ${presets.presets.map(({ id }) => id).join(" + ")}  ${describeRisk(riskOf(...presets.presets))}`,
    ...(presets === undefined ? [] : [`  smallest roles  ${names}`]),
    ...(difference === undefined ? [] : linesOfDifference(difference.lost, difference.gained)),
  ];
}

function linesOfDifference(
  lost: readonly CallTemplate[],
  gained: readonly CallTemplate[],
): readonly string[] {
  const goes =
    lost.length === 0
      ? "  allows no less than what it holds now"
      : `  ${count(lost.length, "other call")} would go`;
  return gained.length === 0
    ? [goes]
    : [goes, `  ${count(gained.length, "call")} it can't make now would be added`];
}

function lineOfCall({ call, events, lastEvent }: UsedCall): string {
  const source =
    lastEvent === undefined ? "in the log" : `${count(events, "event")}, last ${day(lastEvent)}`;
  return `  ${write(call)}  ${callName(call)}  (${source})`;
}

const listed = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];

/** What the advice can't say, whatever was read. */
function linesOfLimits({ isServerAsked, isLogGiven, recorded, untraced }: AdviceAnswer) {
  if (!isServerAsked || recorded === undefined) return [];
  return [
    isLogGiven
      ? "Reads leave no event: those that the log doesn't have may be lost."
      : "Reads leave no event: reads that the program makes today may be lost. Add an access log with --log.",
    `${count(untraced.length, "writing call")} ${untraced.length === 1 ? "leaves" : "leave"} no event either; --json lists them.`,
  ];
}

/** Used access and advice in lines, for people. */
export function adviceAsLines(answer: AdviceAnswer): CommandResult {
  const { advice, use, recorded, logged, isLogGiven } = answer;
  const { fromEvents, fromLog } = advice;
  const sources = [
    ...(fromEvents === 0 ? [] : [`${count(fromEvents, "write")} from events`]),
    ...(fromLog === 0 ? [] : [`${fromLog} from your log`]),
  ];
  const since = recorded?.recordedSince;
  return linesResult(
    [
      ...linesOfEvents(answer),
      use.calls.length === 0
        ? since === undefined || !recorded?.isComplete || use.unrecognized.length > 0
          ? "No call is known."
          : `No write needing its admin roles was recorded since ${day(since)}.`
        : `${count(use.calls.length, "call")} (${sources.join(", ")})`,
      ...linesOfAdvice(answer),
      ...(use.calls.length === 0 ? [] : ["Used", ...use.calls.map(lineOfCall)]),
      ...listed(
        "Used, and denied now: nothing is recommended for them",
        advice.deniedNow.map(write),
      ),
      ...listed(
        "Used, and not known what they need",
        advice.notMeasured.map((call) => `${write(call)}: ${call.reason}`),
      ),
      ...listed(
        "Events that were not recognized: what they need isn't known",
        use.unrecognized.map(
          ({ operation, resourceType, resourcePath, events }) =>
            `${operation} ${resourceType} ${resourcePath}  (${count(events, "event")})`,
        ),
      ),
      ...listed(
        `In the log, and no call of Keycloak ${answer.matrix.version}`,
        logged.unknown.map((text) => withoutSecrets(text)),
      ),
      ...(logged.isCut ? ["The log has more calls than were read."] : []),
      ...(isLogGiven && use.calls.length === 0 ? ["The log has no call of the Admin API."] : []),
      ...linesOfLimits(answer),
    ],
    exitCodeOf(answer),
  );
}
