import type { CaseRealm } from "./case-realm.ts";
import type { PeerCase, Subject } from "./peer-case.ts";

const realm = "peers-people";
const managed = { "realm-management": ["realm-admin"] };

const caseOf = (kind: Subject["kind"], name: string, plain: string, what: string): PeerCase => ({
  ...{ id: name, topic: "people", what },
  subjects: [{ realm, kind, name }],
  twin: { realm, kind, name: plain },
});

/** Admin access that no service account has. */
export const peopleCases: readonly PeerCase[] = [
  caseOf("group", "admins", "readers", "a group of people has `realm-admin`"),
  caseOf(
    "role",
    "support-tools",
    "plain-role",
    "a composite role includes `manage-users`, and nobody has it yet",
  ),
  caseOf(
    "client",
    "portal",
    "plain-portal",
    "a web application gets `manage-users` of its users into tokens (scope mapping)",
  ),
  caseOf(
    "identityProvider",
    "partner",
    "plain-partner",
    "an identity provider's mapper gives everyone who signs in `realm-admin`",
  ),
];

const portal = (clientId: string) => ({
  ...{ clientId, publicClient: true, fullScopeAllowed: false },
  redirectUris: [`https://${clientId}.example.org/callback`],
  attributes: { "pkce.code.challenge.method": "S256" },
});

const provider = (alias: string) => ({
  ...{ alias, providerId: "oidc", enabled: true },
  config: {
    ...{ clientId: "keycloak", clientSecret: "secret", syncMode: "FORCE" },
    ...{ validateSignature: "true", useJwksUrl: "true", pkceEnabled: "true" },
    ...{ pkceMethod: "S256", jwksUrl: `https://${alias}.example.org/jwks` },
    ...{ authorizationUrl: `https://${alias}.example.org/auth` },
    tokenUrl: `https://${alias}.example.org/token`,
  },
});

export const peopleRealm: CaseRealm = {
  ...{ realm, enabled: true },
  roles: {
    realm: [
      {
        ...{ name: "support-tools", composite: true },
        composites: { client: { "realm-management": ["manage-users"] } },
      },
      { name: "plain-role" },
    ],
  },
  groups: [{ name: "admins", clientRoles: managed }, { name: "readers" }],
  clients: [portal("portal"), portal("plain-portal")],
  clientScopeMappings: { "realm-management": [{ client: "portal", roles: ["manage-users"] }] },
  identityProviders: [provider("partner"), provider("plain-partner")],
  identityProviderMappers: [
    {
      ...{ name: "everyone", identityProviderAlias: "partner" },
      identityProviderMapper: "oidc-hardcoded-role-idp-mapper",
      config: { syncMode: "FORCE", role: "realm-management.realm-admin" },
    },
  ],
};
