import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import { adminRoles, type Condition, masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import {
  type Consequence,
  type ConsequenceId,
  conditionalRealmAdmin,
  consequences,
  partOf,
  type RiskLevel,
} from "../../catalog/roles/consequences.ts";
import type { OrganizationProvider } from "../../catalog/server/organization-provider.ts";
import { hasFeature } from "../../catalog/server/server-features.ts";
import { adminRolesGivenBy } from "./roles-given-by.ts";

/** The risk of a set of roles: its level and the relevant consequences, worst first. */
export interface Risk {
  readonly level: RiskLevel;
  readonly consequences: readonly Consequence[];
}

function knownRole({ container, name }: RoleReference) {
  if (container === "admin") return adminRoles.get(name);
  return container === "realm" ? masterRealmRoles.get(name) : undefined;
}

/** The properties of a server that affect the risk of a role. */
export interface ServerKind {
  /** Such as `26.7.3`; if it isn't known, the consequences of every version count. */
  readonly version?: string | undefined;
  /** The realm's provider of organizations; the default is Keycloak itself. */
  readonly provider?: OrganizationProvider;
}

function isMet(
  { endedBy, beganBy, provider }: Condition,
  { version, provider: given = "native" }: ServerKind,
): boolean {
  if (endedBy !== undefined && hasFeature(endedBy, version) === true) return false;
  if (beganBy !== undefined && hasFeature(beganBy, version) === false) return false;
  return provider === undefined || provider === given;
}

/** All known consequences of these roles. */
export function consequencesOf(
  roles: Iterable<RoleReference>,
  server: ServerKind = {},
): ReadonlySet<ConsequenceId> {
  const found = new Set<ConsequenceId>();
  for (const role of roles) {
    const { consequences: all = [], onlyWhere } = knownRole(role) ?? {};
    for (const id of all) {
      if (isMet(onlyWhere?.get(id) ?? {}, server)) found.add(id);
    }
  }
  return found;
}

/**
 * The worst consequences of these roles. Realm admin includes everything, so it is listed on its
 * own. If it depends on a condition, the worst unconditional consequence is listed too. With a
 * critical consequence, only critical ones are listed; low ones only if there are no others.
 *
 * @returns undefined if nothing is known about any of the roles
 */
export function riskOfRoles(
  roles: Iterable<RoleReference>,
  server: ServerKind = {},
): Risk | undefined {
  const ids = consequencesOf(roles, server);
  const goesWithoutSaying = (id: ConsequenceId) => {
    const whole = partOf.get(id);
    return whole !== undefined && ids.has(whole);
  };
  const worstFirst = consequences
    .filter(({ id }) => ids.has(id) && !goesWithoutSaying(id))
    .reverse();
  const [worst] = worstFirst;
  if (worst === undefined) return undefined;
  if (worst.id === "isRealmAdmin" || worst.id === "becomesRealmAdmin") {
    return { level: worst.level, consequences: [worst] };
  }
  const others = worthNaming(worstFirst.filter(({ id }) => !conditionalRealmAdmin.has(id)));
  const isOnCondition = conditionalRealmAdmin.has(worst.id);
  return { level: worst.level, consequences: isOnCondition ? [worst, ...others] : others };
}

/** The worst consequence, and those listed with it. */
function worthNaming(worstFirst: readonly Consequence[]): readonly Consequence[] {
  const [worst] = worstFirst;
  const levels: readonly (RiskLevel | undefined)[] =
    worst?.level === "high" ? ["high", "medium"] : [worst?.level];
  return worstFirst.filter(({ level }) => levels.includes(level));
}

/** The worst consequences of presets together. */
export function riskOf(...presets: readonly Preset[]): Risk | undefined {
  const [provider] = presets.flatMap((preset) => preset.provider ?? []);
  return riskOfRoles(adminRolesGivenBy(presets), provider === undefined ? {} : { provider });
}

/** Whether presets give critical access. */
export function isCritical(presets: readonly Preset[]): boolean {
  return riskOf(...presets)?.level === "critical";
}

const bits = new Map<ConsequenceId, number>(consequences.map(({ id }, place) => [id, 1 << place]));
const bitOfUnknown = 1 << consequences.length;

/**
 * The danger of consequences together, as a number to compare: each consequence is a bit, so the
 * worst decides, then the next.
 */
export function dangerOfConsequences(ids: Iterable<ConsequenceId>): number {
  let danger = 0;
  for (const id of ids) danger |= bits.get(id) ?? bitOfUnknown;
  return danger;
}

/**
 * The danger of roles together. An unknown role counts as worse than any other.
 */
export function dangerOf(roles: Iterable<RoleReference>): number {
  const all = [...roles];
  const isUnknown = all.some((role) => knownRole(role) === undefined);
  return dangerOfConsequences(consequencesOf(all)) | (isUnknown ? bitOfUnknown : 0);
}

/**
 * The danger of admin roles by their names, as in {@link dangerOf}; a name that only a realm role
 * of `master` has means that role.
 */
export function dangerOfAdminRoles(names: Iterable<string>): number {
  return dangerOf(
    [...names].map((name) => ({
      container: !adminRoles.has(name) && masterRealmRoles.has(name) ? "realm" : "admin",
      name,
    })),
  );
}

/** Roles below this danger stay below it together, because they lack the worst consequence. */
export function withoutTheWorst(danger: number): number {
  return danger === 0 ? 0 : 2 ** Math.floor(Math.log2(danger));
}
