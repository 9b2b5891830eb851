import type { MeasuredFile } from "../../../src/catalog/measured/measured-matrix.ts";
import type { DescribedPreset } from "../describe-preset.ts";

/** All that the page shows. */
export interface PageData {
  /** The project's own version. */
  readonly project: string;
  /** The newest first. */
  readonly measured: readonly MeasuredFile[];
  /** Names of calls by their `callKey`, and of families as `family.<id>`. */
  readonly names: Readonly<Record<string, string>>;
  readonly presets: readonly DescribedPreset[];
}
