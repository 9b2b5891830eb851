import {
  defaultScopeNames,
  optionalScopeNames,
  samlScopeNames,
  serviceAccountScopeName,
} from "./built-in-roles.ts";
import type { ClientScopeState, ClientSettings, ClientState, RealmState } from "./realm-state.ts";
import { addServiceAccount } from "./service-account.ts";

/** What may be said of a new client; everything else is as the server sets it. */
export type NewClient = Partial<ClientSettings> & {
  readonly clientId: string;
  /** Its UUID, where one was chosen for it. */
  readonly id?: string;
  /** The names of its default client scopes, in the place of the realm's. */
  readonly defaultClientScopes?: readonly string[];
};

type RealmOfClient = Pick<RealmState, "clients" | "clientScopes" | "users" | "defaultRole">;

/**
 * Makes a client, and its service-account user where service accounts are on.
 *
 * @see [ClientsResource.createClient](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientsResource.java)
 */
export function makeClient(
  newId: () => string,
  realm: RealmOfClient,
  { id, defaultClientScopes, ...settings }: NewClient,
): ClientState {
  if ([...realm.clients.values()].some((it) => it.settings.clientId === settings.clientId)) {
    throw new Error(`There is a client ${JSON.stringify(settings.clientId)} already.`);
  }
  const protocol = settings.protocol ?? "openid-connect";
  const isOidc = protocol === "openid-connect";
  const client: ClientState = {
    id: id ?? newId(),
    settings: {
      enabled: true,
      protocol,
      clientAuthenticatorType: "client-secret",
      publicClient: false,
      bearerOnly: false,
      serviceAccountsEnabled: false,
      standardFlowEnabled: true,
      implicitFlowEnabled: false,
      directAccessGrantsEnabled: false,
      fullScopeAllowed: true,
      frontchannelLogout: false,
      redirectUris: [],
      webOrigins: [],
      attributes: {},
      ...settings,
    },
    roles: new Set(),
    scopeMappings: new Set(),
    defaultScopes: new Set(
      scopesNamed(realm, defaultClientScopes ?? (isOidc ? defaultScopeNames : samlScopeNames)),
    ),
    // Who names the default scopes gets no optional ones of the realm's either.
    optionalScopes: new Set(
      isOidc && defaultClientScopes === undefined ? scopesNamed(realm, optionalScopeNames) : [],
    ),
  };
  realm.clients.set(client.id, client);
  giveSecret(client);
  if (client.settings.serviceAccountsEnabled) addServiceAccount(newId, realm, client);
  if (!isOidc) removeServiceAccountScope(client);
  return client;
}

/** A client with client authentication has a secret, which the server makes when there is none. */
export function giveSecret(client: ClientState): void {
  const { publicClient, secret } = client.settings;
  if (!publicClient && secret === undefined) client.settings.secret = `secret of ${client.id}`;
}

function removeServiceAccountScope({ defaultScopes }: ClientState): void {
  for (const scope of defaultScopes) {
    if (scope.name === serviceAccountScopeName) defaultScopes.delete(scope);
  }
}

function scopesNamed(
  { clientScopes }: RealmOfClient,
  names: readonly string[],
): readonly ClientScopeState[] {
  return [...clientScopes.values()].filter(({ name }) => names.includes(name));
}
