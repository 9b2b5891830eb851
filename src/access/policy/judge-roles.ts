import type { RoleReference } from "../../catalog/presets/presets.ts";
import { presetsForProvider } from "../../catalog/presets/presets-for-provider.ts";
import { masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { everything } from "../model/admin-powers.ts";
import { resolveStockRoles } from "../model/resolve-roles.ts";
import { type PolicySubject, type RoleKey, roleKey } from "../model/snapshot.ts";
import type { Permission, Policy, PolicyScope, Prohibition } from "./policy.ts";

/** Why roles are not allowed. */
export type Denial =
  | { readonly kind: "forbidden"; readonly reason: string }
  /** They were allowed until a date that has passed. */
  | { readonly kind: "ended"; readonly reason: string; readonly until: string }
  | { readonly kind: "notListed" };

/** A policy's judgement of roles. */
export interface PolicyVerdict {
  /** The roles that it doesn't allow. */
  readonly beyond: readonly RoleReference[];
  /** Undefined if it allows all. */
  readonly denial: Denial | undefined;
}

/** Whether a rule applies to a service account. */
export function isAbout(scope: PolicyScope, { realm, administers, clientId }: PolicySubject) {
  const isRealm = scope.everyRealm === true || scope.realm === realm;
  const isClient = scope.everyClient === true || scope.client === clientId;
  const isOver =
    scope.administersEveryRealm === true || (scope.administers ?? realm) === administers;
  return isRealm && isClient && isOver;
}

/** The date of a time in the format of rules, in UTC. */
export const dayOf = (moment: Date) => moment.toISOString().slice(0, 10);

/** Whether the last day of a rule has passed. */
export function hasEnded({ until }: Pick<Permission, "until">, today: string): boolean {
  return until !== undefined && until < today;
}

/** The roles that a rule names. */
function rolesOf(
  { presets = [], roles = [] }: Permission | Prohibition,
  { organizations = "native", customPresets = [] }: Policy,
): readonly RoleReference[] {
  const known = [...presetsForProvider(organizations), ...customPresets];
  return [
    ...known.filter(({ id }) => presets.includes(id)).flatMap((preset) => preset.roles),
    ...roles.map((name): RoleReference => {
      return { container: masterRealmRoles.has(name) ? "realm" : "admin", name };
    }),
  ];
}

const keysOf = (rules: readonly (Permission | Prohibition)[], policy: Policy) =>
  new Set(rules.flatMap((rule) => rolesOf(rule, policy)).map(roleKey));

/** The roles that rules allow, with their stock content. */
const allowedBy = (rules: readonly Permission[], policy: Policy) =>
  resolveStockRoles(rules.flatMap((rule) => rolesOf(rule, policy)));

/**
 * Judges the current or planned roles of a service account, for the tab, `check` and `report`.
 * Roles that no rule allows, or that a rule forbids, aren't allowed.
 *
 * @param held effective admin roles, with everything that composite roles include
 * @param today the day, such as `2027-01-31`
 */
export function judgeRoles(
  policy: Policy,
  subject: PolicySubject,
  held: readonly RoleReference[],
  today: string,
): PolicyVerdict {
  const rules = policy.allow.filter((rule) => isAbout(rule, subject));
  const ended = rules.filter((rule) => hasEnded(rule, today));
  const allowed = allowedBy(
    rules.filter((rule) => !ended.includes(rule)),
    policy,
  );
  const prohibitions = (policy.forbid ?? []).filter((rule) => isAbout(rule, subject));
  const forbids = (rules: readonly Prohibition[], key: RoleKey) => {
    const forbidden = keysOf(rules, policy);
    // `admin` of `master` includes every role.
    return forbidden.has(key) || (key === everything && forbidden.size > 0);
  };
  const beyond = held.filter((role) => {
    const key = roleKey(role);
    return !allowed.has(key) || forbids(prohibitions, key);
  });
  const [first] = beyond;
  if (first === undefined) return { beyond, denial: undefined };
  const by = prohibitions.find((rule) => beyond.some((role) => forbids([rule], roleKey(role))));
  return {
    beyond,
    denial: by === undefined ? denialOfUnlisted() : { kind: "forbidden", reason: by.reason },
  };

  function denialOfUnlisted(): Denial {
    const formerly = allowedBy(rules, policy);
    const last = ended.find((rule) => {
      const given = allowedBy([rule], policy);
      return beyond.some((role) => given.has(roleKey(role)));
    });
    const isOver = last?.until !== undefined && beyond.every((role) => formerly.has(roleKey(role)));
    if (!isOver) return { kind: "notListed" };
    return { kind: "ended", reason: last.reason, until: last.until };
  }
}
