import type { FinePermissions } from "../model/fine-permissions.ts";
import { type Role, type RoleKey, roleKey, type Snapshot } from "../model/snapshot.ts";
import { mayAssign } from "./own-rights.ts";

/** What is known of a realm before a client is made in it. */
export interface NewClientRealm
  extends Pick<Snapshot, "roles" | "contents" | "adminClient" | "isMaster"> {
  /** Names of the signed-in administrator's own admin roles where the new roles are; undefined where that isn't known. */
  readonly ownRoles: ReadonlySet<string> | undefined;
  readonly finePermissions: FinePermissions;
}

/** Roles without which nobody may make a client, and assign roles to it. */
export const rolesToCreate = { client: "manage-clients", roles: "manage-users" } as const;

/**
 * Which of the needed roles the administrator lacks: none where fine-grained permissions may stand in for them, or
 * where the own roles aren't known.
 *
 * @see [ClientsResource.createClient](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientsResource.java)
 */
export function lackingToCreate({
  ownRoles,
  finePermissions,
}: Pick<NewClientRealm, "ownRoles" | "finePermissions">): readonly string[] {
  if (ownRoles === undefined || finePermissions.kind === "on") return [];
  return Object.values(rolesToCreate).filter((role) => !ownRoles.has(role));
}

/**
 * A client as it is right after it was made, as far as that is known before: it holds nothing, and no role is in
 * its scope. What may be granted follows from the administrator's own roles.
 *
 * @param clientId undefined while no name is chosen: then no policy is asked about it
 * @see [Managing admin permissions](https://www.keycloak.org/docs/latest/server_admin/#_per_realm_admin_permissions)
 */
export function newClientSnapshot(
  known: NewClientRealm,
  place: { readonly realm: string; readonly administers: string; readonly clientId?: string },
): Snapshot {
  const { roles, contents, adminClient, isMaster } = known;
  const { clientId = "" } = place;
  return {
    client: {
      clientUuid: "",
      clientId,
      protocol: "openid-connect",
      enabled: true,
      bearerOnly: false,
      publicClient: false,
      serviceAccountsEnabled: true,
      authorizationServicesEnabled: false,
      fullScopeAllowed: false,
      frontchannelLogout: false,
      authenticator: "client-secret",
      tokenBinding: undefined,
      tokenSettings: {
        notBefore: 0,
        lifespan: undefined,
        secretExpiresAt: undefined,
        signingAlgorithm: undefined,
      },
      defaultClientScopes: new Set(),
      optionalClientScopes: new Set(),
      isManageable: true,
    },
    account: { kind: "found", userId: "", enabled: true },
    ...{ roles, contents, adminClient, isMaster },
    mapped: new Set(),
    effective: new Set(),
    grantable: grantableIn(known),
    inScope: new Set(),
    unseenScope: new Set(),
    adminClientScope: undefined,
    isReadable: true,
    ...(clientId.trim() === "" ? {} : { policySubject: { ...place, clientId } }),
  };
}

function grantableIn(known: NewClientRealm): ReadonlySet<RoleKey> {
  const { roles, ownRoles, finePermissions } = known;
  const all = [...roles.values()];
  const keysWhere = (isIn: (role: Role) => boolean) => new Set(all.filter(isIn).map(roleKey));
  if (ownRoles === undefined || finePermissions.kind === "on") return keysWhere(() => true);
  if (!ownRoles.has(rolesToCreate.roles)) return new Set();
  // Of realm roles the question for the own roles tells nothing.
  const isOwn = ({ container, name }: Role) => container === "realm" || ownRoles.has(name);
  // Administrators of the whole server have all roles in a realm but its realm-admin, and may grant that too.
  const areOfMaster = all.every((role) => role.name === "realm-admin" || isOwn(role));
  return keysWhere((role) => isOwn(role) || mayAssign({ names: ownRoles, areOfMaster }, role));
}
