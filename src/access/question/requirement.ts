import type { MeasuredCall, MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { type PresetSet, presetsForCalls } from "./presets-for-calls.ts";
import { type RoleSet, rolesForCalls } from "./roles-for-calls.ts";

/** What it takes to be allowed: the smallest roles and the smallest presets, the best first. */
export interface Requirement {
  readonly roleSets: readonly RoleSet[];
  readonly presetSets: readonly PresetSet[];
  /** Whether these get an answer that leaves something out, since no role gets all of it. */
  readonly isPartial: boolean;
}

/** Nearly every role gets a partial answer of some calls. */
const mostPartial = 3;

/**
 * What calls need together.
 *
 * @returns also the calls as they were asked for: where no role gets all of an answer, a partial one counts
 */
export function requirementOf(
  calls: readonly MeasuredCall[],
  { matrix, presets }: { readonly matrix: MeasuredMatrix; readonly presets: readonly Preset[] },
): Requirement & { readonly asked: readonly MeasuredCall[] } {
  const roleSets = rolesForCalls(calls, matrix);
  const isPartial = roleSets.length === 0;
  const asked = isPartial ? calls.map((call) => answeredAtAll(call, matrix)) : calls;
  const answering = isPartial ? rolesForCalls(asked, matrix) : roleSets;
  return {
    roleSets: answering,
    presetSets: presetsForCalls(asked, matrix, presets).slice(
      0,
      isPartial ? mostPartial : undefined,
    ),
    isPartial: isPartial && answering.length > 0,
    asked,
  };
}

/** A call that no role allows, as if partial results counted as allowed; other calls as they are. */
function answeredAtAll(call: MeasuredCall, matrix: MeasuredMatrix): MeasuredCall {
  if (rolesForCalls([call], matrix).length > 0) return call;
  const verdicts = [...call.verdicts].map(
    ([role, verdict]) => [role, verdict === "filtered" ? "allowed" : verdict] as const,
  );
  return { ...call, verdicts: new Map(verdicts) };
}
