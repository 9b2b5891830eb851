import { hasFeature } from "../server/server-features.ts";
import { type CallTemplate, callKey } from "./call-template.ts";
import type { Reach, ReachRule } from "./reach.ts";
import { reachRules } from "./reach-rules.ts";

interface Matcher extends Pick<ReachRule, "reach" | "endedBy"> {
  readonly pattern: RegExp;
}

function patternOf(calls: string): RegExp {
  const [methods = "", path = ""] = calls.split(" ");
  const literal = path.replace("/**", "").replace(/[.{}]/g, "\\$&");
  return new RegExp(`^(?:${methods})${literal}${path.endsWith("/**") ? "/.*" : ""}$`);
}

const matchers: readonly Matcher[] = reachRules.flatMap(({ calls, ...rule }) =>
  calls.map((call) => ({ ...rule, pattern: patternOf(call) })),
);

/** Whether a rule of {@link reachRules} applies to a call. */
export function fitsCall(calls: string, call: CallTemplate): boolean {
  return patternOf(calls).test(callKey(call));
}

/**
 * The reach of a call. Without a rule, GET reads, and every other method changes.
 *
 * @param version the server's, such as `26.7.3`; if it isn't known, the reach of every version
 * counts
 */
export function reachOfCall(call: CallTemplate, version?: string): Reach {
  const key = callKey(call);
  const found = matchers.find(({ pattern }) => pattern.test(key));
  if (found === undefined) return call.method === "GET" ? "reads" : "changes";
  const isEnded = found.endedBy !== undefined && hasFeature(found.endedBy, version) === true;
  return isEnded ? "reads" : found.reach;
}
