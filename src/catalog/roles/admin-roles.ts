import type { OrganizationProvider } from "../server/organization-provider.ts";
import type { ServerFeature } from "../server/server-features.ts";
import type { ConsequenceId } from "./consequences.ts";

/** The known facts about an admin role. */
export interface AdminRole {
  /** Its worst consequences on any version. */
  readonly consequences: readonly ConsequenceId[];
  /** Roles that it includes as a composite role. */
  readonly includes: readonly string[];
  /** The consequences that depend on the server, with their condition. */
  readonly onlyWhere: ReadonlyMap<ConsequenceId, Condition>;
}

/** The condition for a consequence on a server. */
export interface Condition {
  /** The feature that ends it. */
  readonly endedBy?: ServerFeature;
  /** The feature that introduced it. */
  readonly beganBy?: ServerFeature;
  /** The realm's provider of organizations. */
  readonly provider?: OrganizationProvider;
}

const role = (
  consequences: readonly ConsequenceId[],
  includes: readonly string[] = [],
  onlyWhere: Readonly<Partial<Record<ConsequenceId, Condition>>> = {},
): AdminRole => ({
  consequences,
  includes,
  onlyWhere: new Map(consequences.flatMap((id) => (onlyWhere[id] ? [[id, onlyWhere[id]]] : []))),
});

const rolesBelowRealmAdmin = new Map<string, AdminRole>([
  [
    "query-users",
    role(["readsCounts", "guessesPersonalData"], [], {
      guessesPersonalData: { beganBy: "countsUsersForQueryUsers" },
    }),
  ],
  ["query-groups", role(["readsCounts"])],
  ["query-clients", role(["readsFlows"])],
  ["query-realms", role(["readsCounts"])],
  ["query-organizations", role(["readsCounts"])],
  ["view-users", role(["readsPersonalData"], ["query-users", "query-groups"])],
  [
    "view-clients",
    role(["readsClients", "readsClientSecrets", "becomesAdminByClient"], ["query-clients"], {
      readsClientSecrets: { endedBy: "masksClientSecrets" },
      becomesAdminByClient: { endedBy: "masksClientSecrets" },
    }),
  ],
  [
    "view-organizations",
    role(["readsOrganizations", "readsMembers"], ["query-organizations"], {
      readsMembers: { provider: "phaseTwo" },
    }),
  ],
  [
    "view-realm",
    role(["readsRealmSettings", "readsAuthenticatorSecrets"], [], {
      readsAuthenticatorSecrets: { endedBy: "masksAuthenticatorSecrets" },
    }),
  ],
  ["view-events", role(["readsSignIns", "becomesAdminByEvents"])],
  ["view-identity-providers", role(["readsIdentityProviders"])],
  ["view-authorization", role(["readsAuthorization"])],
  ["manage-users", role(["takesOverAccounts", "becomesAdminByAccount"])],
  ["manage-clients", role(["readsClientSecrets", "becomesAnyClient", "becomesAdminByClient"])],
  ["manage-organizations", role(["changesOrganizations"])],
  ["manage-realm", role(["becomesRealmAdmin"])],
  ["manage-events", role(["readsSignIns", "erasesAuditTrail", "becomesAdminByEvents"])],
  ["manage-identity-providers", role(["becomesRealmAdmin"])],
  ["manage-authorization", role(["changesAuthorization"])],
  ["create-client", role(["registersClients", "becomesAdminByLink"])],
  [
    "impersonation",
    role(["actsAsUsers", "becomesAdminByAccount"], [], {
      becomesAdminByAccount: { endedBy: "limitsImpersonation" },
    }),
  ],
]);

/**
 * The admin roles of Keycloak's own `realm-management` client, and `create-organization` of Phase
 * Two's organizations extension, by name. Only the server decides whether a role exists, never this
 * list.
 *
 * @see [Admin roles](https://www.keycloak.org/docs/latest/server_admin/#_realm_admin_roles)
 * @see [AdminRoles](https://github.com/keycloak/keycloak/blob/main/server-spi-private/src/main/java/org/keycloak/models/AdminRoles.java)
 */
export const adminRoles: ReadonlyMap<string, AdminRole> = new Map<string, AdminRole>([
  ...rolesBelowRealmAdmin,
  ["create-organization", role(["createsOrganizations"])],
  ["realm-admin", role(["isRealmAdmin"], [...rolesBelowRealmAdmin.keys()])],
]);

/** Realm roles of the `master` realm that give admin access, by name. */
export const masterRealmRoles: ReadonlyMap<string, AdminRole> = new Map([
  ["create-realm", role(["createsRealms"])],
  ["admin", role(["isRealmAdmin"])],
]);
