import type { RoleReference } from "../../catalog/presets/presets.ts";
import type { Escalation } from "../../catalog/roles/escalation.ts";

/** What came of an attempt on one version. */
export interface TriedEscalation {
  readonly id: string;
  readonly version: string;
  readonly hasWorked: boolean;
}

const byNumbers = (a: string, b: string) => a.localeCompare(b, "en", { numeric: true });

/**
 * What was tried with nothing but some of these roles, what worked first. The outcome is of the
 * wanted version, or of the newest one that it was tried on; unknown ones are left out.
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
