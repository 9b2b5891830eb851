import { type CallIndex, createCallIndex } from "../../../src/access/question/call-index.ts";
import { type PresetSet, presetsForCalls } from "../../../src/access/question/presets-for-calls.ts";
import {
  type MeasuredCall,
  type MeasuredFile,
  type MeasuredMatrix,
  readMeasurement,
} from "../../../src/catalog/measured/measured-matrix.ts";
import { type CallNames, callNames } from "../call-names.ts";
import type { DescribedPreset } from "../describe-preset.ts";
import type { PageData } from "./page-data.ts";

/** One Keycloak version: its calls, and the presets that it has all roles of. */
export class Version {
  readonly matrix: MeasuredMatrix;
  readonly presets: readonly DescribedPreset[];
  readonly names: CallNames;
  readonly #texts: PageData["names"];
  readonly #smallest = new Map<string, readonly PresetSet[]>();
  #index: CallIndex | undefined;

  constructor(file: MeasuredFile, { names, presets }: PageData) {
    this.matrix = readMeasurement(file);
    this.names = callNames(names);
    this.#texts = names;
    this.presets = presets.filter(({ roles }) =>
      roles.every(({ container, name }) =>
        (container === "admin" ? file.roles : this.matrix.masterRoles).includes(name),
      ),
    );
  }

  /** Made when it is first asked for: most versions are never searched. */
  get index(): CallIndex {
    this.#index ??= createCallIndex(this.matrix, (key) => this.#texts[key]);
    return this.#index;
  }

  /** The smallest presets for a call, as the console's tab names them. Hundreds of calls share a few answers. */
  smallestPresets(call: MeasuredCall): readonly PresetSet[] {
    const key = JSON.stringify([[...call.verdicts.values()], call.combinations]);
    const known = this.#smallest.get(key) ?? presetsForCalls([call], this.matrix, this.presets);
    this.#smallest.set(key, known);
    return known;
  }
}
