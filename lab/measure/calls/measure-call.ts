import type { CallTemplate } from "../../../src/catalog/calls/call-template.ts";
import { type Laboratory, type NotCalled, probeCall } from "./probe-call.ts";
import { smallestSets } from "./smallest-sets.ts";

/** What came of one call, or why it wasn't measured. */
export type CallResult =
  | {
      /** A letter for each admin role of the realm. */
      readonly cells: string;
      /** A letter for each of the realm roles of `master`. */
      readonly masterCells: string;
      readonly combinations: readonly (readonly string[])[];
    }
  | NotCalled;

/** What all calls of a measurement share. */
export interface Measurement extends Laboratory {
  readonly roles: readonly string[];
  /** Realm roles of `master`. */
  readonly masterRoles: readonly string[];
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
  const { roles, masterRoles, includes, besideSingleRoles = false } = measurement;
  let cells = "";
  for (const role of roles) cells += await probe.letterFor([role]);
  let masterCells = "";
  for (const role of masterRoles) masterCells += await probe.letterFor([role]);
  const isAlone = roles.some((role, index) => role !== "realm-admin" && cells[index] === "a");
  const isDone = (isAlone && !besideSingleRoles) || roles.length === 0;
  if (isDone) return { cells, masterCells, combinations: [] };
  const others = roles.filter((_, index) => cells[index] !== "a");
  const combinations = await smallestSets(
    { roles: others, includes },
    async (set) => (await probe.letterFor(set)) === "a",
  );
  return { cells, masterCells, combinations };
}
