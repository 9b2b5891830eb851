import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { type Answer, callsToRecommendFor } from "./answer-question.ts";
import { byConsequence, type Recommendation, recommendPresets } from "./recommend-presets.ts";

/** A preset that a text names or describes. */
export interface FittingPreset {
  readonly preset: Preset;
  /** How closely: the lower the closer. */
  readonly rank: number;
}

/** What the search field recommends. */
export interface FoundPresets {
  /** Whether these are enough for the calls of the answer; else the text describes the presets. */
  readonly isForCalls: boolean;
  /** Undefined where no preset is enough. */
  readonly recommendation: Recommendation | undefined;
}

/** What was asked, and what there is to recommend. */
export interface PresetQuestion {
  readonly answer: Answer | undefined;
  /** Those that the text describes. */
  readonly fitting: readonly FittingPreset[];
  /** Those that may be recommended. */
  readonly among: readonly Preset[];
  readonly matrix: MeasuredMatrix;
}

/**
 * Finds the presets for a text: those for the calls that it names, else those that it describes, else those for
 * the call that its words find best.
 *
 * @returns undefined where the text is about nothing
 */
export function findPresets(question: PresetQuestion): FoundPresets | undefined {
  const { answer, fitting, among: presets, matrix } = question;
  if (answer?.isNamed !== true && fitting.length > 0) {
    return { isForCalls: false, recommendation: recommendAmong(fitting, matrix) };
  }
  if (answer === undefined) return undefined;
  const recommendation = recommendPresets(callsToRecommendFor(answer), { matrix, presets });
  return { isForCalls: true, recommendation };
}

/** The one that the text describes most closely; of equal ones the least dangerous. */
function recommendAmong(
  fitting: readonly FittingPreset[],
  matrix: MeasuredMatrix,
): Recommendation | undefined {
  const ranks = new Map(fitting.map(({ preset, rank }) => [preset, rank]));
  const rankOf = ([preset]: readonly Preset[]) => (preset && ranks.get(preset)) ?? 0;
  const [best, ...others] = byConsequence(
    fitting.map(({ preset }) => [preset]),
    matrix,
  )
    .map((it) => ({ ...it, coversPair: true }))
    .sort((a, b) => rankOf(a.presets) - rankOf(b.presets));
  return best === undefined ? undefined : { best, pair: undefined, others };
}
