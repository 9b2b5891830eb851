import type { ServerFeature } from "../server/server-features.ts";
import type { ConsequenceId } from "./consequences.ts";

/** What is known of an admin role beyond its name. */
export interface AdminRole {
  /** Roles that come with it, since it is a composite role. */
  readonly includes: readonly string[];
  /** What its holder can do at worst, on one version or another. */
  readonly consequences: readonly ConsequenceId[];
  /** Those of the consequences that a server no longer has, by the feature that ends them. */
  readonly endedBy: ReadonlyMap<ConsequenceId, ServerFeature>;
}

const role = (
  consequences: readonly ConsequenceId[],
  includes: readonly string[] = [],
  endedBy: AdminRole["endedBy"] = new Map(),
): AdminRole => ({ consequences, includes, endedBy });

const rolesBelowRealmAdmin = new Map<string, AdminRole>([
  ["query-users", role(["readsCounts"])],
  ["query-groups", role(["readsCounts"])],
  ["query-clients", role(["readsClientNames"])],
  ["query-realms", role(["readsCounts"])],
  ["query-organizations", role(["readsCounts"])],
  ["view-users", role(["readsPersonalData"], ["query-users", "query-groups"])],
  [
    "view-clients",
    role(
      ["readsClientNames", "readsClientSecrets"],
      ["query-clients"],
      new Map([["readsClientSecrets", "masksClientSecrets"]]),
    ),
  ],
  ["view-organizations", role(["readsOrganizations"], ["query-organizations"])],
  ["view-realm", role(["readsRealmSettings"])],
  ["view-events", role(["readsSignIns"])],
  ["view-identity-providers", role(["readsIdentityProviders"])],
  ["view-authorization", role(["readsAuthorization"])],
  ["manage-users", role(["takesOverAccounts"])],
  ["manage-clients", role(["readsClientSecrets", "becomesAnyClient"])],
  ["manage-organizations", role(["changesOrganizations"])],
  ["manage-realm", role(["becomesRealmAdmin"])],
  ["manage-events", role(["erasesAuditTrail"])],
  ["manage-identity-providers", role(["becomesRealmAdmin"])],
  ["manage-authorization", role(["changesAuthorization"])],
  ["create-client", role(["registersClients"])],
  ["impersonation", role(["becomesRealmAdmin"])],
]);

/**
 * The admin roles of Keycloak's own `realm-management` client, and `create-organization` of Phase
 * Two's organizations extension, by name. Whether a server has a role is told by the server, never
 * by this list.
 *
 * @see [Admin roles](https://www.keycloak.org/docs/latest/server_admin/#_realm_admin_roles)
 * @see [AdminRoles](https://github.com/keycloak/keycloak/blob/main/server-spi-private/src/main/java/org/keycloak/models/AdminRoles.java)
 */
export const adminRoles: ReadonlyMap<string, AdminRole> = new Map<string, AdminRole>([
  ...rolesBelowRealmAdmin,
  ["create-organization", role(["createsOrganizations"])],
  ["realm-admin", role(["isRealmAdmin"], [...rolesBelowRealmAdmin.keys()])],
]);

/** Realm roles of the `master` realm that give admin power, by name. */
export const masterRealmRoles: ReadonlyMap<string, AdminRole> = new Map([
  ["create-realm", role(["createsRealms"])],
  ["admin", role(["isRealmAdmin"])],
]);
