import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import { adminRoles, masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import {
  type Consequence,
  type ConsequenceId,
  consequences,
  type RiskLevel,
} from "../../catalog/roles/consequences.ts";
import { hasFeature } from "../../catalog/server/server-features.ts";
import { rolesGivenBy } from "./roles-given-by.ts";

/** The risk of a set of roles: its level and the consequences worth naming, the worst first. */
export interface Risk {
  readonly level: RiskLevel;
  readonly consequences: readonly Consequence[];
}

const knownRole = ({ container, name }: RoleReference) =>
  (container === "admin" ? adminRoles : masterRealmRoles).get(name);

/**
 * All that is known of what the holder of these roles can do.
 *
 * @param version the server's, such as `26.7.3`; where it isn't known, what any version allows counts
 */
export function consequencesOf(
  roles: Iterable<RoleReference>,
  version?: string,
): ReadonlySet<ConsequenceId> {
  const found = new Set<ConsequenceId>();
  for (const role of roles) {
    const { consequences: all = [], endedBy } = knownRole(role) ?? {};
    for (const id of all) {
      const end = endedBy?.get(id);
      if (end === undefined || hasFeature(end, version) !== true) found.add(id);
    }
  }
  return found;
}

/**
 * What the holder of these roles can do at worst. Realm admin says everything, so it is named
 * alone; beside a critical consequence only critical ones are named; the low ones only where there
 * is nothing else.
 *
 * @param version the server's, such as `26.7.3`; where it isn't known, what any version allows counts
 * @returns undefined when nothing is known of any of the roles
 */
export function riskOfRoles(roles: Iterable<RoleReference>, version?: string): Risk | undefined {
  const ids = consequencesOf(roles, version);
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

/** What presets together allow at worst. */
export function riskOf(...presets: readonly Preset[]): Risk | undefined {
  return riskOfRoles(rolesGivenBy(presets));
}

/** Whether presets give critical power. */
export function isCritical(presets: readonly Preset[]): boolean {
  return riskOf(...presets)?.level === "critical";
}

const bits = new Map<ConsequenceId, number>(consequences.map(({ id }, place) => [id, 1 << place]));
const bitOfUnknown = 1 << consequences.length;

/**
 * How dangerous consequences are together, as a number to compare: the worst decides, then the next, and so
 * on, each being a bit.
 */
export function dangerOfConsequences(ids: Iterable<ConsequenceId>): number {
  let danger = 0;
  for (const id of ids) danger |= bits.get(id) ?? bitOfUnknown;
  return danger;
}

/**
 * How dangerous roles are together, by all that their holder can do. A role of which nothing is known
 * counts as worse than any.
 */
export function dangerOf(roles: Iterable<RoleReference>): number {
  const all = [...roles];
  const isUnknown = all.some((role) => knownRole(role) === undefined);
  return dangerOfConsequences(consequencesOf(all)) | (isUnknown ? bitOfUnknown : 0);
}

/**
 * The danger of admin roles by their names alone, as {@link dangerOf} counts it; a name that only a realm role
 * of `master` has is that role.
 */
export function dangerOfAdminRoles(names: Iterable<string>): number {
  return dangerOf(
    [...names].map((name) => ({
      container: !adminRoles.has(name) && masterRealmRoles.has(name) ? "realm" : "admin",
      name,
    })),
  );
}

/** Roles below this danger stay below it together: they can't do the worst that was counted. */
export function withoutTheWorst(danger: number): number {
  return danger === 0 ? 0 : 2 ** Math.floor(Math.log2(danger));
}
