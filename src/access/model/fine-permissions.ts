/**
 * Whether fine-grained admin permissions may allow a service account calls that its roles don't.
 * They apply only to accounts of the same realm.
 *
 * @see [Fine-grained admin permissions](https://www.keycloak.org/docs/latest/server_admin/#_fine_grained_permissions)
 */
export type FinePermissions =
  | { readonly kind: "off" }
  /** The UUID of the client with the permissions. */
  | { readonly kind: "on"; readonly permissionsClientUuid: string }
  | { readonly kind: "notKnown"; readonly why: UnknownPermissions };

/** Why it isn't known. */
export type UnknownPermissions =
  /** The signed-in administrator can't see the realm's settings. */
  | "hidden"
  /**
   * The client with the admin roles has permissions of the older kind (feature
   * admin-fine-grained-authz:v1). The server doesn't say whether it applies them.
   */
  | "older"
  /** The realm's settings could not be read. */
  | "notRead";

/** Permissions that are off. */
export const noFinePermissions: FinePermissions = { kind: "off" };

/** A realm's settings for fine-grained permissions. */
interface Told {
  /** Whether all settings of the realm are visible. */
  readonly isWhole: boolean;
  /** Whether they are on; undefined if the realm doesn't say, as before Keycloak 26.2. */
  readonly adminPermissionsEnabled: boolean | undefined;
  readonly permissionsClientUuid: string | undefined;
}

/**
 * Returns whether fine-grained permissions may apply.
 *
 * @param realm the realm's settings; undefined if the server's version has no such permissions
 * @param areOlderUsed whether the client with the admin roles has permissions of the older kind
 */
export function finePermissionsOf(realm: Told | undefined, areOlderUsed: boolean): FinePermissions {
  const { adminPermissionsEnabled, permissionsClientUuid } = realm ?? {};
  if (adminPermissionsEnabled === true && permissionsClientUuid !== undefined) {
    return { kind: "on", permissionsClientUuid };
  }
  if (areOlderUsed) return { kind: "notKnown", why: "older" };
  return realm?.isWhole === false ? { kind: "notKnown", why: "hidden" } : noFinePermissions;
}
