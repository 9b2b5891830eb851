import { type CallTemplate, wholePath } from "../../catalog/calls/call-template.ts";
import { promisedBy } from "../../catalog/presets/promised-by.ts";
import { hasAllRoles, type PresetState } from "../presets/preset-state.ts";

/** Reads the realm itself: every admin role opens it, if only to a stub. */
const readRealm: CallTemplate = { method: "GET", path: "/admin/realms/{realm}" };

const readOrganizations: CallTemplate = { method: "GET", path: "/realms/{realm}/orgs" };

/**
 * A call that shows whether a client's access works, and changes nothing: the first one without a
 * parameter of its own that an applied preset is made for.
 */
export function callToTry(states: readonly PresetState[]): CallTemplate {
  for (const { preset } of states.filter(hasAllRoles)) {
    if (preset.provider === "phaseTwo") return readOrganizations;
    const call = promisedBy(preset).find((key) => /^GET\/[^{]*$/.test(key));
    if (call !== undefined) return { method: "GET", path: call.slice("GET".length) };
  }
  return readRealm;
}

/**
 * The address of {@link callToTry} for a realm; a list is asked for one item.
 *
 * @param adminBaseUrl where the Admin API answers, relative path included
 */
export function addressToTry(
  adminBaseUrl: string,
  realm: string,
  states: readonly PresetState[],
): string {
  const path = wholePath(callToTry(states).path);
  const isList = !path.endsWith("{realm}");
  return `${adminBaseUrl}${path.replace("{realm}", encodeURIComponent(realm))}${isList ? "?max=1" : ""}`;
}
