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

/** Why the built-in policy forbids a client a preset; undefined where it allows it, or there is none. */
export function denialOf({ roles }: Pick<Preset, "roles">, access: Judged): Denial | undefined {
  return judge(resolveOnServer(roles, access.contents), access)?.denial;
}

/** The state of a role that a client doesn't hold and may not be given; undefined otherwise. */
export function deniedState(role: RoleReference, access: Access): "notAllowed" | undefined {
  const key = roleKey(role);
  const isHeld = access.mapped.has(key) || access.effective.has(key);
  const isDenied =
    !isHeld && access.roles.has(key) && denialOf({ roles: [role] }, access) !== undefined;
  return isDenied ? "notAllowed" : undefined;
}

/**
 * The status of a preset that a client may not be given; undefined otherwise. What is held already is left
 * as it is.
 *
 * @param isApplicable whether applying it would change something
 */
export function deniedStatus(preset: Preset, access: Access, isApplicable: () => boolean) {
  const denial = isApplicable() ? denialOf(preset, access) : undefined;
  return denial === undefined ? undefined : ({ kind: "notAllowed", denial } as const);
}

/** What the built-in policy says of all that a service account holds; undefined where there is none. */
export function verdictOnHeld(
  access: Judged & Pick<Access, "effective">,
): PolicyVerdict | undefined {
  return judge(access.effective, access);
}

/**
 * What the built-in policy is asked about a client, as a part of its snapshot.
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
