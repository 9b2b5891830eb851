import type { RoleReference } from "../../catalog/presets/presets.ts";
import { adminRoles, masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import {
  type Consequence,
  type ConsequenceId,
  consequences,
  type RiskLevel,
} from "../../catalog/roles/consequences.ts";

/** The risk of a set of roles: its level and the consequences worth naming, the worst first. */
export interface Risk {
  readonly level: RiskLevel;
  readonly consequences: readonly Consequence[];
}

/** All that is known of what the holder of these roles can do. */
export function consequencesOf(roles: Iterable<RoleReference>): ReadonlySet<ConsequenceId> {
  return new Set(
    [...roles].flatMap(({ container, name }) => {
      const known = container === "admin" ? adminRoles : masterRealmRoles;
      return known.get(name)?.consequences ?? [];
    }),
  );
}

/**
 * What the holder of these roles can do at worst. Realm admin says everything, so it is named
 * alone; beside a critical consequence only critical ones are named; the low ones only where there
 * is nothing else.
 *
 * @returns undefined when nothing is known of any of the roles
 */
export function worstConsequences(roles: Iterable<RoleReference>): Risk | undefined {
  const ids = consequencesOf(roles);
  const worstFirst = consequences.filter(({ id }) => ids.has(id)).reverse();
  const [worst] = worstFirst;
  if (worst === undefined) return undefined;
  if (worst.id === "isRealmAdmin" || worst.id === "becomesRealmAdmin") {
    return { level: worst.level, consequences: [worst] };
  }
  const named = worst.level === "high" ? ["high", "medium"] : [worst.level];
  return {
    level: worst.level,
    consequences: worstFirst.filter(({ level }) => named.includes(level)),
  };
}
