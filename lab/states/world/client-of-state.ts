import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type UserRepresentation from "@keycloak/keycloak-admin-client/lib/defs/userRepresentation.js";
import { rolesOfPower, type State } from "../state/factors.ts";
import { compositeOf, management, markersOf } from "../state/own-preset.ts";
import type { NumberedState } from "../state/random-states.ts";
import { extraNamesOf, extrasOf } from "./own-presets.ts";

/** The secret of every client made here. */
export const clientSecret = "secret of a client whose state is looked at";

/** The client that carries the admin roles of a realm. */
export const managementClient = management;

/** What is created for a power once in each realm, whether a state needs it or not. */
export const namesOf = (power: State["power"]) => ({
  composite: compositeOf(power),
  group: `automation-${power}`,
  clientScope: `admin-${power}`,
});

/** Whether the client's switch is on, which that of authorization turns on too; a public client may have it. */
export function hasSwitch({ client, serviceAccounts }: State): boolean {
  return client === "authorization" || serviceAccounts === "on";
}

/** Whether a client ID is changed after the import: the server then renames the account with it. */
export function isRenamedLater(state: State): boolean {
  const isPossible = state.client === "confidential" || state.client === "authorization";
  return state.account === "renamed" && isPossible && hasSwitch(state);
}

/** The client ID before it was changed; in upper case too, which the account's name never is. */
export const formerClientId = (clientId: string) => `Former-${clientId}`;

const authenticators = { secret: "client-secret", secretJwt: "client-secret-jwt" } as const;

const attributesOf = (state: State) => ({
  ...markersOf(state),
  ...settingsOf(state),
});

const settingsOf = ({ binding, token }: State) => ({
  ...(binding === "dpop" ? { "dpop.bound.access.tokens": "true" } : {}),
  ...(binding === "mutualTls" ? { "tls.client.certificate.bound.access.tokens": "true" } : {}),
  ...(token === "lightweight" ? { "client.use.lightweight.access.token.enabled": "true" } : {}),
});

/** The client of a state, as a realm is imported with it. */
export function clientOf({ clientId, state }: NumberedState): ClientRepresentation {
  const { client, serviceAccounts, enabled, credential, scope } = state;
  return {
    clientId: isRenamedLater(state) ? formerClientId(clientId) : clientId,
    protocol: "openid-connect",
    enabled: enabled === "yes",
    publicClient: client === "public",
    bearerOnly: client === "bearerOnly",
    serviceAccountsEnabled: serviceAccounts === "on",
    ...(client === "authorization" ? { authorizationServicesEnabled: true } : {}),
    standardFlowEnabled: false,
    clientAuthenticatorType: authenticators[credential],
    secret: clientSecret,
    fullScopeAllowed: scope === "full",
    attributes: attributesOf(state),
  };
}

/** The service-account user of a state, as a realm is imported with it; undefined where it has none. */
export function accountOf(
  { clientId, state }: NumberedState,
  defaultRole: string,
): UserRepresentation | undefined {
  const { account, source, power } = state;
  if (account === "missing") return undefined;
  const { composite, group } = namesOf(power);
  const extraNames = extraNamesOf(state);
  const extras = extrasOf(state);
  const owner = account === "renamed" ? formerClientId(clientId) : clientId;
  return {
    username:
      account === "otherName"
        ? `robot-${clientId}`.toLowerCase()
        : `service-account-${owner}`.toLowerCase(),
    enabled: account !== "disabled",
    serviceAccountClientId: isRenamedLater(state) ? formerClientId(clientId) : clientId,
    realmRoles: [
      defaultRole,
      ...(source === "composite" ? [composite] : []),
      ...(source === "composite" && extraNames ? [extraNames.composite] : []),
      ...(source === "direct" ? extras.realmRoles : []),
    ],
    groups:
      source === "group" ? [`/${group}`, ...(extraNames ? [`/${extraNames.group}`] : [])] : [],
    ...(source === "direct"
      ? {
          clientRoles: {
            [managementClient]: [...rolesOfPower[power]],
            ...extras.clientRoles,
          },
        }
      : {}),
  };
}

/** A client and the roles that its scope has. */
interface ScopeMapping {
  readonly client: string;
  readonly roles: string[];
}

/** The scope mappings of a client whose scope isn't full, of roles of the realm and of clients by their client ID. */
export function scopeMappingsOf({ clientId, state }: NumberedState): {
  readonly ofRealm: readonly ScopeMapping[];
  readonly ofClients: readonly (readonly [string, ScopeMapping])[];
} {
  const { scope, source, power } = state;
  if (scope !== "mapped") return { ofRealm: [], ofClients: [] };
  const client = isRenamedLater(state) ? formerClientId(clientId) : clientId;
  const { realmRoles, clientRoles } = extrasOf(state);
  if (source === "composite") {
    // Of a composite role that one is enough.
    const names = [namesOf(power).composite, extraNamesOf(state)?.composite];
    return {
      ofRealm: [{ client, roles: names.filter((name) => name !== undefined) }],
      ofClients: [],
    };
  }
  const ofClients = { [managementClient]: rolesOfPower[power], ...clientRoles };
  return {
    ofRealm: realmRoles.length === 0 ? [] : [{ client, roles: [...realmRoles] }],
    ofClients: Object.entries(ofClients).map(([of, roles]) => [of, { client, roles: [...roles] }]),
  };
}
