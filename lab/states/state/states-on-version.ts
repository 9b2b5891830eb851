import { compareVersions } from "../../../tools/keycloak/supported-versions.ts";
import type { NumberedState } from "./random-states.ts";

/** The first minor with workflows, which roles end by. */
const firstWithWorkflows = "26.6";

/** Whether a version has workflows. */
export const hasWorkflows = (version: string): boolean =>
  compareVersions(version, firstWithWorkflows) >= 0;

/** The states as a version can be in them: without workflows, no roles end. */
export function statesOnVersion(
  version: string,
  states: readonly NumberedState[],
): readonly NumberedState[] {
  if (hasWorkflows(version)) return states;
  return states.map((it) => ({ ...it, state: { ...it.state, ends: "none" } }));
}
