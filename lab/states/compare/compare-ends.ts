import type { EndStatement, EndsStatement } from "../statements.ts";
import type { EndTruth, Truth } from "../truth.ts";
import type { Compared } from "./compared.ts";

/** The server schedules by whole seconds, from when it is asked to. */
const tolerance = 10_000;

/** What is to be said of an end. */
export function stateOf({ at, isScheduled, isAnyAssigned }: EndTruth): EndStatement["state"] {
  const isAhead = at > Date.now();
  if (!isAnyAssigned) return isAhead ? "unused" : "over";
  if (isScheduled) return isAhead ? "pending" : "due";
  return isAhead ? "cancelled" : "stillAssigned";
}

const line = (roles: readonly string[], at: number, state: EndStatement["state"]) =>
  `${[...roles].sort().join(" ")} ${state} ${new Date(at).toISOString()}`;

/** Compares what is said of when roles end with the server's schedule, and with what is assigned. */
export function compareEnds(about: string, said: EndsStatement, { ends }: Truth): Compared {
  if (said === "notKnown") return { about, said, isKnown: false };
  const isSame =
    said === "noWorkflows" || ends === undefined
      ? said === "noWorkflows" && ends === undefined
      : said.length === ends.length &&
        ends.every((end) => said.some((statement) => isTrue(statement, end)));
  const truth =
    ends === undefined
      ? "noWorkflows"
      : ends.map((end) => line(end.roles, end.at, stateOf(end))).join(", ") || "no ends";
  return {
    about,
    said:
      said === "noWorkflows"
        ? said
        : said.map(({ roles, at, state }) => line(roles, at, state)).join(", "),
    isKnown: true,
    truth: isSame ? undefined : truth,
  };
}

const isTrue = ({ at, roles, state }: EndStatement, end: EndTruth) =>
  state === stateOf(end) &&
  [...roles].sort().join() === [...end.roles].sort().join() &&
  Math.abs(at - end.at) < tolerance;
