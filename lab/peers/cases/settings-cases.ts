import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { accountOf, type CaseRealm } from "./case-realm.ts";
import type { PeerCase } from "./peer-case.ts";

const realm = "peers-clients";

const pkce = { "pkce.code.challenge.method": "S256" };

/** The four kinds of clients, as they ought to be. */
const plain = {
  browser: {
    ...{ publicClient: true, standardFlowEnabled: true, directAccessGrantsEnabled: false },
    ...{ fullScopeAllowed: false, attributes: pkce },
    redirectUris: ["https://app.example.org/callback"],
    webOrigins: ["https://app.example.org"],
    ...{ defaultClientScopes: ["basic", "roles"], optionalClientScopes: [] },
  },
  server: {
    ...{ publicClient: false, standardFlowEnabled: true, directAccessGrantsEnabled: false },
    ...{ fullScopeAllowed: false, attributes: pkce, clientAuthenticatorType: "client-jwt" },
    redirectUris: ["https://app.example.org/callback"],
    ...{ defaultClientScopes: ["basic", "roles"], optionalClientScopes: [] },
  },
  saml: {
    ...{ protocol: "saml", fullScopeAllowed: false, frontchannelLogout: true },
    redirectUris: ["https://saml.example.org/acs"],
    attributes: {
      ...{ "saml.assertion.signature": "true", "saml.client.signature": "true" },
      ...{ "saml.encrypt": "true", "saml.onetimeuse.condition": "true" },
      ...{ "saml.signature.algorithm": "RSA_SHA256", "saml.server.signature": "true" },
    },
  },
} as const satisfies Record<string, ClientRepresentation>;

/** A client that differs from one of these in one setting. */
interface ClientCase {
  readonly id: string;
  readonly kind: keyof typeof plain;
  readonly what: string;
  readonly change: ClientRepresentation;
}

const clients: readonly ClientCase[] = [
  {
    ...{ id: "any-redirect", kind: "browser", what: "redirect URI `*`" },
    change: { redirectUris: ["*"] },
  },
  {
    ...{ id: "any-domain", kind: "browser" },
    what: "redirect URI `https://example.org*`, which fits other domains",
    change: { redirectUris: ["https://example.org*"] },
  },
  {
    ...{ id: "any-path", kind: "browser", what: "redirect URI `https://app.example.org/*`" },
    change: { redirectUris: ["https://app.example.org/*"] },
  },
  {
    ...{ id: "unencrypted", kind: "browser", what: "redirect URI with `http://`" },
    change: { redirectUris: ["http://app.example.org/callback"] },
  },
  {
    ...{ id: "any-origin", kind: "browser", what: "web origin `*`" },
    change: { webOrigins: ["*"] },
  },
  {
    ...{ id: "implicit", kind: "browser", what: "implicit flow on" },
    change: { implicitFlowEnabled: true },
  },
  {
    ...{ id: "direct-grants", kind: "browser", what: "direct access grants of a public client" },
    change: { directAccessGrantsEnabled: true },
  },
  {
    ...{ id: "no-pkce", kind: "browser", what: "a public client without PKCE" },
    change: { attributes: {} },
  },
  {
    ...{ id: "full-scope", kind: "browser", what: "*Full scope allowed* where people sign in" },
    change: { fullScopeAllowed: true },
  },
  {
    ...{ id: "offline", kind: "browser", what: "`offline_access` as a default client scope" },
    change: { defaultClientScopes: ["basic", "roles", "offline_access"] },
  },
  {
    ...{ id: "long-tokens", kind: "server", what: "a client's access tokens valid for a day" },
    change: { attributes: { ...pkce, "access.token.lifespan": "86400" } },
  },
  {
    ...{
      id: "client-secret",
      kind: "server",
      what: "client secret in place of signed JWT or mTLS",
    },
    change: { clientAuthenticatorType: "client-secret" },
  },
  {
    ...{
      id: "both-flows",
      kind: "server",
      what: "service account and browser sign-in in one client",
    },
    change: { serviceAccountsEnabled: true },
  },
  {
    ...{ id: "saml-unsigned", kind: "saml", what: "SAML: assertions aren't signed" },
    change: { attributes: { ...plain.saml.attributes, "saml.assertion.signature": "false" } },
  },
  {
    ...{ id: "saml-weak", kind: "saml", what: "SAML: signatures with SHA-1" },
    change: { attributes: { ...plain.saml.attributes, "saml.signature.algorithm": "RSA_SHA1" } },
  },
  {
    ...{ id: "saml-anyone", kind: "saml", what: "SAML: requests needn't be signed" },
    change: { attributes: { ...plain.saml.attributes, "saml.client.signature": "false" } },
  },
];

const oidcProvider = (alias: string, validateSignature: string) => ({
  ...{ alias, providerId: "oidc", enabled: true },
  config: {
    ...{ clientId: "keycloak", clientSecret: "secret", syncMode: "FORCE", validateSignature },
    ...{ useJwksUrl: "true", jwksUrl: "https://partner.example.org/jwks" },
    ...{ pkceEnabled: "true", pkceMethod: "S256" },
    authorizationUrl: "https://partner.example.org/auth",
    tokenUrl: "https://partner.example.org/token",
  },
});

export const clientSettingsCases: readonly PeerCase[] = [
  ...clients.map(
    ({ id, kind, what }): PeerCase => ({
      ...{ id, what, topic: "settings" },
      subjects: [{ realm, kind: "client", name: id }],
      twin: { realm, kind: "client", name: `plain-${kind}` },
    }),
  ),
  {
    ...{ id: "unverified-provider", topic: "settings" },
    what: "an identity provider whose signatures aren't verified",
    subjects: [{ realm, kind: "identityProvider", name: "unverified" }],
    twin: { realm, kind: "identityProvider", name: "verified" },
  },
];

export const clientSettingsRealm: CaseRealm = {
  ...{ realm, enabled: true },
  clients: [
    ...Object.entries(plain).map(([kind, client]) => ({ clientId: `plain-${kind}`, ...client })),
    ...clients.map(({ id, kind, change }) => ({ clientId: id, ...plain[kind], ...change })),
  ] as ClientRepresentation[],
  users: [accountOf("both-flows")],
  identityProviders: [oidcProvider("verified", "true"), oidcProvider("unverified", "false")],
};
