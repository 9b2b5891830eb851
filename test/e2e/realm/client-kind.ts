import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";

/**
 * - `api`: client authentication and service accounts on, nothing else: a program.
 * - `confidential`: client authentication on, service accounts off.
 * - `public`: a browser's or a phone's application, without a secret.
 * - `saml`, `bearer-only`: clients that can't have a service account.
 */
export type ClientKind = "api" | "confidential" | "public" | "saml" | "bearer-only";

/** A client of that kind as the Admin API takes it; its client ID says what it is. */
export function representationOf(kind: ClientKind): ClientRepresentation {
  return { clientId: `${kind}-client`, enabled: true, ...settings[kind] };
}

const settings: Readonly<Record<ClientKind, ClientRepresentation>> = {
  api: { publicClient: false, serviceAccountsEnabled: true, standardFlowEnabled: false },
  confidential: { publicClient: false, redirectUris: ["https://app.example.org/*"] },
  public: { publicClient: true, redirectUris: ["https://app.example.org/*"] },
  // Else the server makes a key pair for it, which takes it half a minute.
  saml: { protocol: "saml", attributes: { "saml.client.signature": "false" } },
  "bearer-only": { bearerOnly: true },
};
