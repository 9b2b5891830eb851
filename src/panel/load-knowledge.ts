import names from "../../messages/calls_en.properties";
import { type CallTemplate, callKey } from "../catalog/call-template.ts";
import { type LoadedMeasurement, loadMeasurement } from "../catalog/load-measurement.ts";

/** What was measured, with the names that people use for it. */
export interface Knowledge extends LoadedMeasurement {
  readonly nameOf: (call: CallTemplate) => string;
  readonly familyName: (family: string) => string;
}

/** Loads what was measured on the server's own minor, or the nearest one. */
export async function loadKnowledge(
  entryScript: string | undefined,
  offered: ReadonlySet<string>,
): Promise<Knowledge> {
  const texts = new Map(Object.entries(names));
  return {
    ...(await loadMeasurement(entryScript, offered)),
    nameOf: (call) => texts.get(callKey(call)) ?? `${call.method} ${call.path}`,
    familyName: (family) => texts.get(`family.${family}`) ?? family,
  };
}
