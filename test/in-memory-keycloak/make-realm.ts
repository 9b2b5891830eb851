import {
  defaultScopeNames,
  optionalScopeNames,
  rolesBelowRealmAdmin,
  samlScopeNames,
  serviceAccountScopeName,
} from "./built-in-roles.ts";
import { makeClient } from "./make-client.ts";
import { makeRole } from "./make-role.ts";
import type { ClientState, RealmState, RoleState } from "./realm-state.ts";

/**
 * Makes a realm with what Keycloak 26.7 puts into each: clients, admin roles, client scopes and the
 * default role. `master` carries its admin roles on `master-realm` and has two realm roles more.
 *
 * @see [RealmManager.createRealm](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/managers/RealmManager.java)
 */
export function makeRealm(newId: () => string, name: string): RealmState {
  const isMaster = name === "master";
  const id = newId();
  const roles = new Set<RoleState>();
  const container = { id, roles };
  const realmRole = (role: string, composites: readonly RoleState[] = []) =>
    makeRole(newId, container, { name: role, isClientRole: false, composites });
  const plainRoles = [realmRole("offline_access"), realmRole("uma_authorization")];
  const realm = {
    id,
    name,
    roles,
    defaultRole: realmRole(`default-roles-${name.toLowerCase()}`, plainRoles),
    clients: new Map<string, ClientState>(),
    clientScopes: makeClientScopes(newId),
    users: new Map(),
    groups: new Map(),
    settings: {
      enabled: true,
      notBefore: 0,
      sslRequired: "external",
      accessTokenLifespan: 300,
      ssoSessionMaxLifespan: 36_000,
      eventsEnabled: false,
      enabledEventTypes: [],
      eventsExpiration: 0,
      adminEventsEnabled: false,
      adminEventsDetailsEnabled: false,
      adminPermissionsEnabled: false,
    },
    events: [],
    adminEvents: [],
    policies: [],
    workflows: new Map(),
  } satisfies Partial<RealmState>;

  const builtIn = { publicClient: true, fullScopeAllowed: false };
  const account = makeClient(newId, realm, { clientId: "account", ...builtIn });
  for (const accountRole of ["view-profile", "manage-account", "manage-account-links"]) {
    const made = makeRole(newId, account, { name: accountRole, isClientRole: true });
    if (accountRole !== "manage-account-links") realm.defaultRole.composites.add(made);
    else for (const it of account.roles) if (it.name === "manage-account") it.composites.add(made);
  }
  makeClient(newId, realm, { clientId: "account-console", ...builtIn });
  makeClient(newId, realm, { clientId: "admin-cli", publicClient: true });
  makeClient(newId, realm, { clientId: "broker", bearerOnly: true, fullScopeAllowed: false });
  makeClient(newId, realm, { clientId: "security-admin-console", publicClient: true });
  const adminClient = makeClient(newId, realm, {
    clientId: isMaster ? "master-realm" : "realm-management",
    name: isMaster ? "master Realm" : `\${client_realm-management}`,
    bearerOnly: true,
    fullScopeAllowed: false,
    attributes: { realm_client: "true" },
  });
  const adminRoles = makeAdminRoles(newId, adminClient);
  if (isMaster) realmRole("admin", [realmRole("create-realm"), ...adminRoles]);
  else makeAdminRole(newId, adminClient, "realm-admin", adminRoles);
  return { ...realm, adminClient };
}

function makeAdminRole(
  newId: () => string,
  client: ClientState,
  name: string,
  composites: readonly RoleState[],
): RoleState {
  const description = `\${role_${name}}`;
  return makeRole(newId, client, { name, isClientRole: true, description, composites });
}

function makeAdminRoles(newId: () => string, client: ClientState): readonly RoleState[] {
  const made = new Map<string, RoleState>();
  for (const [name, included] of rolesBelowRealmAdmin) {
    const composites = [...made.values()].filter((role) => included.includes(role.name));
    made.set(name, makeAdminRole(newId, client, name, composites));
  }
  return [...made.values()];
}

function makeClientScopes(newId: () => string): RealmState["clientScopes"] {
  const oidc = [...defaultScopeNames, ...optionalScopeNames, serviceAccountScopeName];
  const all = [
    ...oidc.map((name) => ({ name, protocol: "openid-connect" })),
    ...samlScopeNames.map((name) => ({ name, protocol: "saml" })),
  ];
  return new Map(
    all.map((scope) => {
      const id = newId();
      return [id, { id, ...scope, scopeMappings: new Set<RoleState>() }] as const;
    }),
  );
}
