import {
  isMeasured,
  type MeasuredCall,
  type MeasuredMatrix,
  type UnmeasuredCall,
} from "../../catalog/measured/measured-matrix.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import type { HeldRoles } from "../model/held-admin-roles.ts";
import { resolveRoles } from "../model/resolve-roles.ts";
import { verdictOf, verdictOfHeld } from "../model/verdict-of.ts";
import { recommendPresets, type Sufficient } from "../question/recommend-presets.ts";
import { requirementOf } from "../question/requirement.ts";
import type { RoleSet } from "../question/roles-for-calls.ts";
import type { Use, UsedCall } from "./collect-use.ts";

/** What is known of a server and of a service account on it. */
export interface AdviceSource {
  readonly matrix: MeasuredMatrix;
  /** Presets that the server has all roles of, and that may be applied. */
  readonly presets: readonly Preset[];
  /** What its calls are allowed by now; undefined where that isn't known, as of logs alone. */
  readonly held: HeldRoles | undefined;
}

/** Calls that what it holds now allows, and what is advised doesn't, or the other way round. */
export interface Difference {
  readonly lost: readonly MeasuredCall[];
  readonly gained: readonly MeasuredCall[];
}

/** The smaller access that would do, as far as use is known. */
export interface Advice {
  /** Calls that have to stay allowed. */
  readonly needed: readonly MeasuredCall[];
  /** How many calls events tell of, and how many only a log tells of. */
  readonly fromEvents: number;
  readonly fromLog: number;
  /** Used calls of which isn't known what they need. */
  readonly notMeasured: readonly UnmeasuredCall[];
  /** Used calls that are denied now: nothing is advised for them. */
  readonly deniedNow: readonly MeasuredCall[];
  /**
   * The presets with the least consequence that allow all needed calls and nothing that is denied now; undefined where
   * none do.
   */
  readonly presets: Sufficient | undefined;
  /** The fewest roles that allow them, which add something only where no others do; undefined where none do. */
  readonly roles: RoleSet | undefined;
  /** What presets would change, or roles where no preset is enough; undefined where what is held isn't known. */
  readonly difference: Difference | undefined;
}

const countOf = (calls: readonly UsedCall[], isCounted: (used: UsedCall) => boolean) =>
  calls.filter(isCounted).length;

/**
 * Advises the smaller access that covers what was used. Calls that are denied now are told and not covered: advice never
 * gives back what was taken. It says nothing of reads that no log tells of, since they leave no event.
 */
export function advise({ calls }: Use, { matrix, presets, held }: AdviceSource): Advice {
  const measured = calls.map(({ call }) => call).filter(isMeasured);
  const isDenied = (call: MeasuredCall) =>
    held !== undefined && verdictOfHeld(call, held, matrix) === "denied";
  const needed = measured.filter((call) => !isDenied(call));
  const isWithin = (names: readonly string[]) =>
    held === undefined || compare(held, names, matrix).gained.length === 0;
  const found = recommendPresets(needed, { matrix, presets });
  const all = found === undefined ? [] : [found.best, ...found.others];
  const best = all.find((it) => isWithin(namesOf(it.presets)));
  // Some calls are answered in part to everybody and in full to no role of a realm: a partial answer counts there.
  const { roleSets } = requirementOf(needed, { matrix, presets });
  const roles = roleSets.find(isWithin) ?? roleSets[0];
  const advised = best === undefined ? roles : namesOf(best.presets);
  return {
    needed,
    fromEvents: countOf(calls, ({ events }) => events > 0),
    fromLog: countOf(calls, ({ events }) => events === 0),
    notMeasured: calls
      .map(({ call }) => call)
      .filter((call): call is UnmeasuredCall => !isMeasured(call)),
    deniedNow: measured.filter(isDenied),
    presets: best,
    roles,
    difference:
      held === undefined || advised === undefined ? undefined : compare(held, advised, matrix),
  };
}

const namesOf = (presets: readonly Preset[]) =>
  presets.flatMap((preset) => preset.roles.map(({ name }) => name));

function compare(held: HeldRoles, advised: Iterable<string>, matrix: MeasuredMatrix): Difference {
  const then = resolveRoles(advised, matrix.includes);
  const isNow = (call: MeasuredCall) => verdictOfHeld(call, held, matrix) === "allowed";
  const isThen = (call: MeasuredCall) => verdictOf(call, then, matrix) === "allowed";
  return {
    lost: matrix.calls.filter((call) => isNow(call) && !isThen(call)),
    gained: matrix.calls.filter((call) => !isNow(call) && isThen(call)),
  };
}
