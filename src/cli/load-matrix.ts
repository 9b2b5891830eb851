import names from "../../messages/calls_en.properties";
import phaseTwoNames from "../../messages/calls-phase-two_en.properties";
import { type CallTemplate, callKey } from "../catalog/call-template.ts";
import { loadMinor, measuredMinors } from "../catalog/load-measurement.ts";
import type { MeasuredMatrix } from "../catalog/measured-matrix.ts";
import { CliError } from "./cli-error.ts";

const texts = new Map([names, phaseTwoNames].flatMap((it) => Object.entries(it)));

/**
 * What was measured on a minor of Keycloak.
 *
 * @param minor such as `26.7`; without it the newest
 * @throws CliError on one that was not measured
 */
export async function loadMatrix(minor = measuredMinors[0] ?? ""): Promise<MeasuredMatrix> {
  const matrix = await loadMinor(minor);
  if (matrix !== undefined) return matrix;
  throw new CliError(`Keycloak ${minor} was not measured, only ${measuredMinors.join(", ")}.`);
}

/** What people call a call. */
export function callName(call: CallTemplate): string {
  return texts.get(callKey(call)) ?? "";
}

/** A call's name by its key, as far as it has one. */
export function callNameByKey(key: string): string | undefined {
  return texts.get(key);
}
