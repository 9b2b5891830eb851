import type { Identities, PlanRole } from "./identities.ts";
import type { PlanResource } from "./plan.ts";
import type { RealmBuilder, RealmList } from "./realm-builder.ts";

/** Roles as an export has them: names of the realm, and by client ID those of clients. */
function assigned(roles: readonly PlanRole[]) {
  const clients = new Set(roles.flatMap(({ client }) => (client === undefined ? [] : [client])));
  const namesOf = (of: string | undefined) =>
    roles.filter(({ client }) => client === of).map(({ name }) => name);
  return {
    realmRoles: namesOf(undefined),
    clientRoles: Object.fromEntries([...clients].map((client) => [client, namesOf(client)])),
  };
}

/** A user of an export that is a service account, with some of what it was given. */
const account = (clientId: string, given: object) => ({
  username: `service-account-${clientId}`,
  serviceAccountClientId: clientId,
  ...given,
});

/** Adds an item to a list of the realm that a resource is in. */
export type Add = (list: RealmList, item: object) => void;

/** What one kind of resource says of a realm. */
type Convert = (resource: PlanResource, realm: string, add: Add, builder: RealmBuilder) => void;

/** What each kind of resource of the provider says of a realm, where it may give power. */
export function conversions(identities: Identities): ReadonlyMap<string, Convert> {
  const { argumentOf, textOf, clientIdOf, accountClientId, rolesOf, groupsOf, namesOf } =
    identities;

  /** The groups that a member of these is in, each by the address of its resource. */
  const pathsOf = (groups: readonly PlanResource[]): readonly string[] => {
    const all = new Set<PlanResource>();
    const open = [...groups];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (all.has(next)) continue;
      all.add(next);
      if (argumentOf(next, "parent_id").isSet) open.push(...groupsOf(next, "parent_id"));
    }
    return [...all].map(({ address }) => address);
  };
  const isOn = (resource: PlanResource, name: string) => {
    const { value, isSet } = argumentOf(resource, name);
    return value === undefined ? isSet : value === true;
  };
  const ofAccount = (resource: PlanResource, name: string, give: (clientId: string) => void) => {
    const clientId = accountClientId(resource, name);
    if (clientId !== undefined) give(clientId);
  };
  const scopes =
    (list: string): Convert =>
    (resource, _, add) => {
      const clientId = clientIdOf(resource, "client_id");
      add("clients", { clientId, defaultClientScopes: namesOf(resource, list) });
    };
  const givenScopes =
    (list: string): Convert =>
    (resource, realm, _, builder) => {
      builder.realm(realm).givenScopes.push(...namesOf(resource, list));
    };

  return new Map<string, Convert>([
    [
      "keycloak_openid_client",
      (resource, realm, add, builder) => {
        const clientId = textOf(resource, "client_id");
        const access = argumentOf(resource, "access_type").value;
        const authorization = argumentOf(resource, "authorization");
        const isAuthorized = Array.isArray(authorization.value) && authorization.value.length > 0;
        const serviceAccountsEnabled = isOn(resource, "service_accounts_enabled");
        const isAccount = serviceAccountsEnabled || isAuthorized;
        add("clients", {
          clientId,
          enabled: argumentOf(resource, "enabled").value !== false,
          serviceAccountsEnabled: isAccount,
          publicClient: access === "PUBLIC",
          bearerOnly: access === "BEARER-ONLY",
          fullScopeAllowed: argumentOf(resource, "full_scope_allowed").value !== false,
        });
        if (!isAccount) return;
        // The server gives these to the account that it makes; mappings come beside them.
        const { defaultGroups } = builder.realm(realm);
        const realmRoles = [`default-roles-${realm.toLowerCase()}`];
        add("users", account(clientId, { realmRoles, groups: defaultGroups }));
      },
    ],
    [
      "keycloak_openid_client_service_account_role",
      (resource, _, add) => {
        const role = { client: clientIdOf(resource, "client_id"), name: textOf(resource, "role") };
        ofAccount(resource, "service_account_user_id", (clientId) =>
          add("users", account(clientId, assigned([role]))),
        );
      },
    ],
    [
      "keycloak_openid_client_service_account_realm_role",
      (resource, _, add) => {
        const realmRoles = [textOf(resource, "role")];
        ofAccount(resource, "service_account_user_id", (clientId) =>
          add("users", account(clientId, { realmRoles })),
        );
      },
    ],
    [
      "keycloak_user_roles",
      (resource, _, add) =>
        ofAccount(resource, "user_id", (clientId) =>
          add("users", account(clientId, assigned(rolesOf(resource, "role_ids")))),
        ),
    ],
    [
      "keycloak_user_groups",
      (resource, _, add) =>
        ofAccount(resource, "user_id", (clientId) =>
          add("users", account(clientId, { groups: pathsOf(groupsOf(resource, "group_ids")) })),
        ),
    ],
    [
      "keycloak_role",
      (resource, realm, _, builder) => {
        const { client, name } = identities.roleOf(resource);
        const { realmRoles, clientRoles } = assigned(rolesOf(resource, "composite_roles"));
        const composites = { realm: realmRoles, client: clientRoles };
        builder.addRole(realm, client, { name, composites });
      },
    ],
    [
      "keycloak_default_roles",
      (resource, realm, _, builder) => {
        const names = namesOf(resource, "default_roles");
        // A role of a client is written as client/role, and a role of the realm may be called so.
        const ofClients = names
          .filter((name) => name.includes("/"))
          .map((name) => {
            const [client = "", ...rest] = name.split("/");
            return { client, name: rest.join("/") };
          });
        const composites = { realm: names, client: assigned(ofClients).clientRoles };
        const name = `default-roles-${realm.toLowerCase()}`;
        builder.addRole(realm, undefined, { name, composites });
      },
    ],
    ["keycloak_group", ({ address: name }, _, add) => add("groups", { name })],
    [
      "keycloak_group_roles",
      (resource, _, add) => {
        const given = assigned(rolesOf(resource, "role_ids"));
        for (const { address: name } of groupsOf(resource, "group_id")) {
          add("groups", { name, ...given });
        }
      },
    ],
    [
      "keycloak_group_memberships",
      (resource, _, add) => {
        const groups = pathsOf(groupsOf(resource, "group_id"));
        for (const username of namesOf(resource, "members")) add("users", { username, groups });
      },
    ],
    [
      "keycloak_default_groups",
      (resource, realm, _, builder) => {
        builder.realm(realm).defaultGroups.push(...pathsOf(groupsOf(resource, "group_ids")));
      },
    ],
    ["keycloak_openid_client_default_scopes", scopes("default_scopes")],
    ["keycloak_openid_client_optional_scopes", scopes("optional_scopes")],
    ["keycloak_realm_default_client_scopes", givenScopes("default_scopes")],
    ["keycloak_realm_optional_client_scopes", givenScopes("optional_scopes")],
  ]);
}
