import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type RealmRepresentation from "@keycloak/keycloak-admin-client/lib/defs/realmRepresentation.js";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";

/** A realm of the cases, as it is created. */
export type CaseRealm = RealmRepresentation & { readonly realm: string };

/** What a service account has. */
export type Held = Pick<UserRepresentation, "clientRoles" | "realmRoles" | "groups">;

/** The secret of a client of the cases. */
export const secretOf = (clientId: string) => `secret of ${clientId}`;

/** A client that signs in with its service account alone. */
export const programClient = (
  clientId: string,
  settings: ClientRepresentation = {},
): ClientRepresentation => ({
  clientId,
  ...{ publicClient: false, serviceAccountsEnabled: true, standardFlowEnabled: false },
  ...{ directAccessGrantsEnabled: false, redirectUris: [], secret: secretOf(clientId) },
  ...settings,
});

/** Its service account. */
export const accountOf = (clientId: string, held: Held = {}): UserRepresentation => ({
  username: `service-account-${clientId}`,
  ...{ enabled: true, serviceAccountClientId: clientId },
  ...held,
});

/** Admin roles of its own realm. */
export const adminRoles = (...names: string[]): Held => ({
  clientRoles: { "realm-management": names },
});
