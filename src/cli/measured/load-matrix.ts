import names from "../../../messages/calls_en.properties";
import phaseTwoNames from "../../../messages/calls-phase-two_en.properties";
import { type CallTemplate, callKey } from "../../catalog/calls/call-template.ts";
import { loadMinor, measuredMinors } from "../../catalog/measured/load-measurement.ts";
import type { MeasuredMatrix } from "../../catalog/measured/measured-matrix.ts";
import { withOrganizations } from "../../catalog/measured/with-organizations.ts";
import {
  type OrganizationProvider,
  organizationProviderOf,
} from "../../catalog/server/organization-provider.ts";
import { CliError } from "../cli-error.ts";

const texts = new Map([names, phaseTwoNames].flatMap((it) => Object.entries(it)));

/**
 * What was measured on a minor of Keycloak, with the calls of the provider of organizations.
 *
 * @param given such as `26.7`; without it the newest that the provider goes with
 * @throws CliError on one that was not measured
 */
export async function loadMatrix(
  given: string | undefined,
  provider: OrganizationProvider,
): Promise<MeasuredMatrix> {
  const minor = given ?? (await newestWith(provider));
  const matrix = await loadMinor(minor);
  if (matrix !== undefined) return withOrganizations(matrix, provider);
  throw new CliError(`Keycloak ${minor} was not measured, only ${measuredMinors.join(", ")}.`);
}

/** Where Keycloak has roles for organizations itself, Phase Two's of the same names mean something else. */
async function newestWith(provider: OrganizationProvider): Promise<string> {
  for (const minor of measuredMinors) {
    const roles = new Set((await loadMinor(minor))?.roles);
    if (provider !== "phaseTwo" || organizationProviderOf(roles) !== "native") return minor;
  }
  return "";
}

/** What people call a call. */
export function callName(call: CallTemplate): string {
  return texts.get(callKey(call)) ?? "";
}

/** A call's name by its key, as far as it has one. */
export function callNameByKey(key: string): string | undefined {
  return texts.get(key);
}
