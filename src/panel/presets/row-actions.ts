import type { Mode, Plan } from "../../access/plan/plan.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import type { DocumentAction } from "../custom/document-dialog.ts";

/** What a row does when it is asked to; the same functions for as long as the list is shown. */
export interface PresetRowActions {
  readonly apply: (state: PresetState) => void;
  /** A person is about to apply it. */
  readonly prepare: (state: PresetState) => void;
  readonly plan: (state: PresetState, mode: Mode) => void;
  /** Plans to put a preset, which is chosen then, in place of all that is held. */
  readonly replace: () => void;
  readonly export: (state: PresetState) => void;
  /** What may be done with the documents of the realm's own presets. */
  readonly document: (state: PresetState, what: DocumentAction) => void;
  /** What Remove would do, planned once as long as nothing changes. */
  readonly planRemoval: (state: PresetState) => Plan;
}
