/**
 * Whether fine-grained admin permissions may allow a service account calls that no role of it allows. They concern
 * accounts of the same realm alone.
 *
 * @see [Fine-grained admin permissions](https://www.keycloak.org/docs/latest/server_admin/#_fine_grained_permissions)
 */
export type FinePermissions =
  | { readonly kind: "off" }
  /** The UUID is that of the client that carries the permissions. */
  | { readonly kind: "on"; readonly permissionsClientUuid: string }
  | { readonly kind: "notKnown"; readonly why: UnknownPermissions };

/** Why it isn't known. */
export type UnknownPermissions =
  /** The signed-in administrator may not see the realm's settings. */
  | "hidden"
  /**
   * The client with the admin roles carries permissions, as those of the older kind are (feature
   * admin-fine-grained-authz:v1). Whether the server heeds them isn't told.
   */
  | "older"
  /** The realm's settings could not be read. */
  | "notRead";

/** Permissions that are off. */
export const noFinePermissions: FinePermissions = { kind: "off" };

/** What a realm says of fine-grained permissions. */
interface Told {
  /** Whether all settings of the realm were told. */
  readonly isWhole: boolean;
  /** Whether they are on; undefined where the realm doesn't say so, as before Keycloak 26.2. */
  readonly adminPermissionsEnabled: boolean | undefined;
  readonly permissionsClientUuid: string | undefined;
}

/**
 * Tells whether fine-grained permissions may count.
 *
 * @param realm what the realm says; undefined where the server's version has no such permissions
 * @param areOlderUsed whether the client with the admin roles carries permissions of the older kind
 */
export function finePermissionsOf(realm: Told | undefined, areOlderUsed: boolean): FinePermissions {
  const { adminPermissionsEnabled, permissionsClientUuid } = realm ?? {};
  if (adminPermissionsEnabled === true && permissionsClientUuid !== undefined) {
    return { kind: "on", permissionsClientUuid };
  }
  if (areOlderUsed) return { kind: "notKnown", why: "older" };
  return realm?.isWhole === false ? { kind: "notKnown", why: "hidden" } : noFinePermissions;
}
