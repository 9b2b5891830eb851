/** A private key that a client signs with, and its name in the client's key set. */
export interface SigningKey {
  readonly key: CryptoKey;
  readonly kid: string;
}

/** A key pair for a client. Only this page knows the private key. */
export interface KeyPair {
  readonly signingKey: SigningKey;
  /** The private key as PEM (PKCS #8), to be kept by the program. */
  readonly privateKeyPem: string;
  /** The public key as a JWK Set, to be given to Keycloak. */
  readonly jwks: string;
}

const algorithm = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));

/**
 * Generates an RSA key pair in the browser, so that the private key is never sent to the server.
 * Keycloak's own "generate" stores it in the client's attributes, where anyone who can read clients
 * sees it.
 *
 * @throws DOMException if the browser refuses, as over plain HTTP
 * @see [RFC 7523](https://www.rfc-editor.org/rfc/rfc7523)
 * @see [Signed JWT](https://www.keycloak.org/docs/latest/server_admin/#_client-credentials)
 */
export async function createKeyPair(): Promise<KeyPair> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey(algorithm, true, [
    "sign",
    "verify",
  ]);
  const kid = toBase64(crypto.getRandomValues(new Uint8Array(12))).replaceAll(/[+/]/g, "-");
  const { kty, n, e } = await crypto.subtle.exportKey("jwk", publicKey);
  const pkcs8 = toBase64(new Uint8Array(await crypto.subtle.exportKey("pkcs8", privateKey)));
  const lines = Array.from(pkcs8.matchAll(/.{1,64}/g), ([line]) => line);
  return {
    signingKey: { key: privateKey, kid },
    privateKeyPem: ["-----BEGIN PRIVATE KEY-----", ...lines, "-----END PRIVATE KEY-----", ""].join(
      "\n",
    ),
    jwks: JSON.stringify({ keys: [{ kty, n, e, kid, use: "sig", alg: "RS256" }] }),
  };
}
