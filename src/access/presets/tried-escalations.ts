import type { RoleReference } from "../../catalog/presets/presets.ts";
import type { Escalation } from "../../catalog/roles/escalation.ts";

/** The outcome of an attempt on one version. */
export interface TriedEscalation {
  readonly id: string;
  readonly version: string;
  readonly hasWorked: boolean;
}

const byNumbers = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });

/**
 * The escalation attempts that need only some of these roles, successful ones first. The outcome is
 * that of the given version, otherwise of the newest tested one; unknown outcomes are omitted.
 */
export function triedEscalations(
  roles: readonly RoleReference[],
  escalations: readonly Escalation[],
  wanted: string,
): readonly TriedEscalation[] {
  const held = new Set(
    roles.filter(({ container }) => container === "admin").map(({ name }) => name),
  );
  return escalations
    .filter((escalation) => escalation.roles.every((role) => held.has(role)))
    .flatMap(({ id, outcomes }) => {
      const tried = [...outcomes.keys()].filter((version) => outcomes.get(version) !== "unknown");
      const version = tried.includes(wanted) ? wanted : tried.sort(byNumbers).at(-1);
      if (version === undefined) return [];
      return [{ id, version, hasWorked: outcomes.get(version) === "succeeded" }];
    })
    .sort((a, b) => Number(b.hasWorked) - Number(a.hasWorked));
}
