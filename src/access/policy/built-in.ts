import type { Preset, RoleReference } from "../../catalog/presets/presets.ts";
import { administeredBy } from "../model/admin-client-id.ts";
import { powersIn } from "../model/admin-powers.ts";
import { resolveOnServer } from "../model/role-content.ts";
import {
  type Access,
  type RoleKey,
  roleKey,
  type Snapshot,
  toRoleReference,
} from "../model/snapshot.ts";
import { builtInPolicy } from "./built-in-policy.ts";
import { type Denial, dayOf, judgeRoles, type PolicyVerdict } from "./judge-roles.ts";

type Judged = Pick<Access, "policySubject" | "contents">;

function judge(roles: ReadonlySet<RoleKey>, { policySubject }: Judged): PolicyVerdict | undefined {
  if (builtInPolicy === undefined || policySubject === undefined) return undefined;
  const held = [...powersIn(roles)].map(toRoleReference);
  return judgeRoles(builtInPolicy, policySubject, held, dayOf(new Date()));
}

/**
 * Why the built-in policy forbids a preset for a client; undefined if it allows it or there is no
 * policy.
 */
export function denialOf({ roles }: Pick<Preset, "roles">, access: Judged): Denial | undefined {
  return judge(resolveOnServer(roles, access.contents), access)?.denial;
}

/** The state of a missing role that the policy doesn't allow; undefined otherwise. */
export function deniedState(role: RoleReference, access: Access): "notAllowed" | undefined {
  const key = roleKey(role);
  const isHeld = access.mapped.has(key) || access.effective.has(key);
  const isDenied =
    !isHeld && access.roles.has(key) && denialOf({ roles: [role] }, access) !== undefined;
  return isDenied ? "notAllowed" : undefined;
}

/**
 * The status of a preset that the policy doesn't allow; undefined otherwise. Existing roles aren't
 * affected.
 *
 * @param isApplicable whether applying it would change something
 */
export function deniedStatus(preset: Preset, access: Access, isApplicable: () => boolean) {
  const denial = isApplicable() ? denialOf(preset, access) : undefined;
  return denial === undefined ? undefined : ({ kind: "notAllowed", denial } as const);
}

/**
 * The built-in policy's judgement of all roles of a service account; undefined without a policy.
 */
export function verdictOnHeld(
  access: Judged & Pick<Access, "effective">,
): PolicyVerdict | undefined {
  return judge(access.effective, access);
}

/**
 * The subject of the built-in policy, as part of a client's snapshot.
 *
 * @param realm the realm of the client
 */
export function policySubjectOf(
  { clientId }: Pick<Snapshot["client"], "clientId">,
  adminClient: Pick<Snapshot["adminClient"], "clientId">,
  realm: string,
): Pick<Access, "policySubject"> | undefined {
  const administers = administeredBy(adminClient.clientId, realm);
  return { policySubject: { realm, administers, clientId } };
}
