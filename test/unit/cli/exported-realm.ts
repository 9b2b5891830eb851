/** Parts of a realm as Keycloak exports it. */

/** A client with a service account. */
export const client = (clientId: string) => ({
  clientId,
  enabled: true,
  serviceAccountsEnabled: true,
});

/** The service account of a client, with what it was given: roles and groups. */
export const account = (clientId: string, given: object) => ({
  username: `service-account-${clientId.toLowerCase()}`,
  enabled: true,
  serviceAccountClientId: clientId,
  ...given,
});

/** Client roles of `realm-management`, as they are assigned or included. */
export const ofManagement = (...roles: readonly string[]) => ({ "realm-management": roles });

/** A realm whose service accounts come to their roles in every way. */
export const demoRealm = {
  realm: "demo",
  defaultRole: { name: "default-roles-demo" },
  roles: {
    realm: [
      { name: "ops", composites: { realm: ["inner"] } },
      { name: "inner", composites: { client: ofManagement("manage-users") } },
      { name: "default-roles-demo", composites: { realm: ["offline_access"] } },
    ],
    client: {
      "realm-management": [
        ...["query-users", "query-groups", "manage-users", "view-events", "realm-admin"],
        "view-users",
      ].map((name) => ({ name })),
    },
  },
  clients: ["Billing", "ops", "team", "idle", "web"].map(client),
  users: [
    account("Billing", { clientRoles: ofManagement("view-users", "query-users") }),
    account("ops", { realmRoles: ["ops", "default-roles-demo"] }),
    account("team", { groups: ["/staff/eu"] }),
    account("idle", { realmRoles: ["default-roles-demo"] }),
    { username: "ada", realmRoles: ["ops"] },
  ],
  groups: [
    { name: "staff", clientRoles: ofManagement("view-events"), subGroups: [{ name: "eu" }] },
  ],
};
