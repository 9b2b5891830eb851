import type { CallTemplate } from "../../../src/catalog/calls/call-template.ts";
import { type Laboratory, type NotCalled, probeCall } from "./probe-call.ts";
import { smallestSets } from "./smallest-sets.ts";

/** What came of one call: a letter for each role, or why it wasn't measured. */
export type CallResult =
  | { readonly cells: string; readonly combinations: readonly (readonly string[])[] }
  | NotCalled;

/** What all calls of a measurement share. */
export interface Measurement extends Laboratory {
  readonly roles: readonly string[];
  readonly includes: ReadonlyMap<string, readonly string[]>;
  /** Look for sets of roles also where a role below realm-admin allows the call alone. */
  readonly besideSingleRoles?: boolean;
}

/**
 * Makes one call as an administrator and then with each role, and, where no role below realm-admin
 * allows it, with sets of roles that don't.
 */
export async function measureCall(
  call: CallTemplate,
  measurement: Measurement,
): Promise<CallResult> {
  const probe = await probeCall(call, measurement);
  if ("notCalled" in probe) return probe;
  const { roles, includes, besideSingleRoles = false } = measurement;
  let cells = "";
  for (const role of roles) cells += await probe.letterFor([role]);
  const isAlone = roles.some((role, index) => role !== "realm-admin" && cells[index] === "a");
  if (isAlone && !besideSingleRoles) return { cells, combinations: [] };
  const others = roles.filter((_, index) => cells[index] !== "a");
  const combinations = await smallestSets(
    { roles: others, includes },
    async (set) => (await probe.letterFor(set)) === "a",
  );
  return { cells, combinations };
}
