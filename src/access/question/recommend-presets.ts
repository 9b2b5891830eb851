import { callKey } from "../../catalog/calls/call-template.ts";
import { type PairReason, usualPartnerOf } from "../../catalog/calls/usual-pairs.ts";
import type { MeasuredCall, MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { measuredRoleNames } from "../model/measured-role-names.ts";
import { resolveRoles } from "../model/resolve-roles.ts";
import { dangerOfAdminRoles } from "../model/risk.ts";
import { adminRolesGivenBy } from "../model/roles-given-by.ts";
import { verdictOf } from "../model/verdict-of.ts";
import { callsAllowedBy } from "./calls-allowed-by.ts";
import type { PresetSet } from "./presets-for-calls.ts";
import { requirementOf } from "./requirement.ts";

/** Presets that are enough, together where they are several. */
export interface Sufficient {
  readonly presets: PresetSet;
  /** How many calls they allow. */
  readonly allowed: number;
  /** Whether they also allow the call that usually comes together with the one that was asked for. */
  readonly coversPair: boolean;
}

/** A call that usually comes together with the one that was asked for. */
export interface Pair {
  readonly call: MeasuredCall;
  readonly why: PairReason;
}

/** The one answer to calls: the presets that do least harm, and what else would be enough. */
export interface Recommendation {
  readonly best: Sufficient;
  /** What {@link best} covers beside the call that was asked for. */
  readonly pair: Pair | undefined;
  /** The least dangerous first. */
  readonly others: readonly Sufficient[];
}

interface Source {
  readonly matrix: MeasuredMatrix;
  /** Presets that the server has all roles of. */
  readonly presets: readonly Preset[];
}

const rolesOf = (presets: PresetSet, matrix: MeasuredMatrix) =>
  measuredRoleNames(adminRolesGivenBy(presets), matrix);

/** The least dangerous first; of those, the ones that allow the fewest calls; of those, the fewest presets. */
export function byConsequence(
  sets: readonly PresetSet[],
  matrix: MeasuredMatrix,
): readonly Omit<Sufficient, "coversPair">[] {
  return sets
    .map((presets) => ({
      presets,
      allowed: callsAllowedBy(presets, matrix),
      // What a composite role includes is as dangerous as if it were named.
      danger: dangerOfAdminRoles(resolveRoles(rolesOf(presets, matrix), matrix.includes)),
    }))
    .sort(
      (a, b) => a.danger - b.danger || a.allowed - b.allowed || a.presets.length - b.presets.length,
    )
    .map(({ presets, allowed }) => ({ presets, allowed }));
}

/** Every preset that is enough alone, and where several do less harm together, those. */
function sufficientFor(calls: readonly MeasuredCall[], source: Source): readonly PresetSet[] {
  const { presetSets, asked } = requirementOf(calls, source);
  if (presetSets.length === 0) return [];
  const alone = source.presets.filter((preset) =>
    asked.every(
      (call) => verdictOf(call, rolesOf([preset], source.matrix), source.matrix) === "allowed",
    ),
  );
  return [...alone.map((preset) => [preset]), ...presetSets.filter(({ length }) => length > 1)];
}

/** What the call usually comes together with, as far as the server has it. */
function pairOf(calls: readonly MeasuredCall[], { matrix }: Source): Pair | undefined {
  const [call, ...others] = calls;
  // Who names several calls has said what the program does.
  if (call === undefined || others.length > 0) return undefined;
  const partner = usualPartnerOf(call);
  const found = matrix.calls.find((it) => callKey(it) === partner?.key);
  return partner === undefined || found === undefined
    ? undefined
    : { call: found, why: partner.why };
}

/**
 * Recommends presets for calls: those with the least consequence, then with the fewest calls. A single call
 * that usually comes together with another gets presets for both, where there are any.
 *
 * @returns undefined where no preset is enough
 */
export function recommendPresets(
  calls: readonly MeasuredCall[],
  source: Source,
): Recommendation | undefined {
  const { matrix } = source;
  const pair = pairOf(calls, source);
  const covering = pair === undefined ? [] : sufficientFor([...calls, pair.call], source);
  const alone = sufficientFor(calls, source);
  const [best] = byConsequence(covering.length > 0 ? covering : alone, matrix);
  if (best === undefined) return undefined;
  const covers = (presets: PresetSet) =>
    pair === undefined || verdictOf(pair.call, rolesOf(presets, matrix), matrix) === "allowed";
  const isBest = (presets: PresetSet) =>
    presets.length === best.presets.length && presets.every((it) => best.presets.includes(it));
  return {
    best: { ...best, coversPair: covering.length > 0 || pair === undefined },
    pair: covering.length > 0 ? pair : undefined,
    others: byConsequence(alone, matrix)
      .filter(({ presets }) => !isBest(presets))
      .map((it) => ({ ...it, coversPair: covers(it.presets) })),
  };
}
