import type { AdminApi } from "./admin-api.ts";
import { quickRealm } from "./quick-realm.ts";

/** Admin roles that every supported Keycloak has, as they ship. */
const adminRoles = [
  ...["create-client", "impersonation", "manage-authorization", "manage-clients", "manage-events"],
  ...["manage-identity-providers", "manage-realm", "manage-users", "query-clients", "query-groups"],
  ...["query-realms", "query-users", "view-authorization", "view-events"],
  ...["view-identity-providers", "view-realm"],
];

/** An admin role that includes others, as a realm's file has it. */
const including = (name: string, parts: readonly string[]) => ({
  name,
  composite: true,
  composites: { client: { "realm-management": parts } },
});

const service = { publicClient: false, serviceAccountsEnabled: true };

const account = (username: string, clientId: string, role: string, enabled = true) => ({
  ...{ username, enabled, serviceAccountClientId: clientId },
  clientRoles: { "realm-management": [role] },
});

/**
 * Imports a realm that service accounts are in as exports and scripts leave them: one of a public client and
 * one of a client whose service accounts are off, a disabled user, an account under another name, a user that
 * is called like a service account and belongs to no client, and a `view-users` that includes realm-admin.
 *
 * @returns the path of the realm in the Admin API
 */
export async function importAccounts(api: AdminApi, realm: string): Promise<string> {
  await api.post("/admin/realms", {
    ...quickRealm,
    realm,
    adminTheme: "service-account-presets",
    roles: {
      client: {
        "realm-management": [
          ...adminRoles.map((name) => ({ name })),
          including("view-clients", ["query-clients"]),
          including("view-users", ["query-users", "query-groups", "realm-admin"]),
          including("realm-admin", [...adminRoles, "view-clients", "view-users"]),
        ],
      },
    },
    clients: [
      { clientId: "realm-management", bearerOnly: true },
      { clientId: "web", publicClient: true, redirectUris: ["https://web.example.org/*"] },
      { clientId: "off", publicClient: false, serviceAccountsEnabled: false },
      { clientId: "retired", ...service },
      { clientId: "stopped", ...service, enabled: false },
      { clientId: "imported", ...service },
      { clientId: "helpdesk", ...service },
    ],
    users: [
      account("service-account-web", "web", "realm-admin"),
      account("service-account-former", "off", "view-events"),
      account("service-account-retired", "retired", "view-events", false),
      account("service-account-stopped", "stopped", "view-events"),
      account("robot", "imported", "manage-realm"),
      account("service-account-helpdesk", "helpdesk", "view-users"),
      {
        ...{ username: "service-account-gone", enabled: true },
        clientRoles: { "realm-management": ["view-realm"] },
      },
      { username: "anna", enabled: true, clientRoles: { "realm-management": ["realm-admin"] } },
    ],
  });
  const realmPath = `/admin/realms/${realm}`;
  // Its account isn't there before it is needed.
  const clients = [{ clientId: "pending", ...service }];
  await api.post(`${realmPath}/partialImport`, { ifResourceExists: "FAIL", clients });
  return realmPath;
}
