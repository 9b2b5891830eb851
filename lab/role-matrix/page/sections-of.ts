import { callKey } from "../../../src/catalog/calls/call-template.ts";
import type { MeasuredCall } from "../../../src/catalog/measured/measured-matrix.ts";
import { byFamily } from "../by-family.ts";
import type { Version } from "./version.ts";

/** Calls under one heading. */
export interface Section {
  readonly title: string;
  readonly calls: readonly MeasuredCall[];
}

/**
 * All calls in the order in which people need them: those that the presets are made for, then the
 * others by family, and the console's own calls last.
 */
export function sectionsOf({ matrix, presets, names }: Version): readonly Section[] {
  const byKey = new Map(matrix.calls.map((call) => [callKey(call), call]));
  const promised = presets.flatMap((preset) => preset.promised);
  const everyday = new Set(promised.flatMap((key) => byKey.get(key) ?? []));
  const others = byFamily(matrix.calls.filter((call) => !everyday.has(call)))
    .toSorted((a, b) => Number(a.family === "console") - Number(b.family === "console"))
    .map(({ family, calls }) => ({ title: names.ofFamily(family), calls }));
  return [{ title: "Everyday calls", calls: [...everyday] }, ...others];
}
