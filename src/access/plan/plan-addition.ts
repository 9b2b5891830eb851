import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import { type Grant, hasGrant, type Setting } from "../model/grant.ts";
import { missingClientScopeGrant } from "../model/missing-client-scope-grant.ts";
import { rolesGivenBy } from "../model/roles-given-by.ts";
import { type Role, roleKey, type Snapshot } from "../model/snapshot.ts";
import { stateOfRole } from "../presets/preset-state.ts";
import type { Plan, Untouched } from "./make-plan.ts";

/** The roles as the server has them. */
export function onServer(roles: readonly RoleReference[], snapshot: Snapshot): readonly Role[] {
  return roles.flatMap((role) => snapshot.roles.get(roleKey(role)) ?? []);
}

/**
 * Plans what is missing for the calls of the presets: the account, role mappings that are not in
 * effect, scope mappings where *Full scope allowed* is off, and the client scope of the Admin API where
 * the realm has one.
 *
 * @see [Role scope mappings](https://www.keycloak.org/docs/latest/server_admin/#_role_scope_mappings)
 */
export function planAddition(
  presets: readonly Preset[],
  snapshot: Snapshot,
): Pick<Plan, "change" | "untouched" | "blocked"> {
  const wanted = rolesGivenBy(presets);
  const states = wanted.map((role) => ({ role, state: stateOfRole(role, snapshot) }));
  const missing = states.filter(({ state }) => state === "missing").map(({ role }) => role);
  const mappings = onServer(missing, snapshot).map((role): Grant => ({ place: "mapping", role }));
  const lacks = (grant: Grant) => presets.length > 0 && !hasGrant(snapshot, grant);
  const account = [{ place: "account" } as const].filter(lacks);
  const settings = [
    ...onServer(wanted, snapshot).map((role): Setting => ({ place: "scope", role })),
    ...[missingClientScopeGrant(snapshot)].filter((grant) => grant !== undefined),
  ].filter(lacks);
  const isManageable = snapshot.client.isManageable;
  return {
    // In the order of the steps, so that a report reads like its plan.
    change: {
      add: isManageable ? [...account, ...mappings, ...settings] : mappings,
      remove: [],
    },
    untouched: states.flatMap(({ role, state }): readonly Untouched[] =>
      state === "missing" ? [] : [{ role, why: state }],
    ),
    blocked: isManageable ? [] : [...account, ...settings],
  };
}
