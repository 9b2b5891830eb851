import { createPrivateKey, createPublicKey, type JsonWebKey, sign, verify } from "node:crypto";
import { expect, test } from "vitest";
import { createKeyPair } from "../../../src/session/create-key-pair.ts";

const pair = await createKeyPair();
const keySet: { readonly keys: readonly JsonWebKey[] } = JSON.parse(pair.jwks);
const [jwk = {}] = keySet.keys;

const message = Buffer.from("header.claims");

test("the key set's one key verifies what the signing key signs", async () => {
  const signature = await crypto.subtle.sign("RSASSA-PKCS1-v1_5", pair.signingKey.key, message);
  const publicKey = createPublicKey({ key: jwk, format: "jwk" });
  expect(keySet.keys).toHaveLength(1);
  expect(verify("sha256", message, publicKey, Buffer.from(signature))).toBe(true);
});

test("the PEM is a PKCS #8 key of 2048 bits that other programs read, and it is the same key", () => {
  const lines = pair.privateKeyPem.split("\n");
  expect(lines[0]).toBe("-----BEGIN PRIVATE KEY-----");
  expect(lines.slice(-2)).toEqual(["-----END PRIVATE KEY-----", ""]);
  expect(lines.every(({ length }) => length <= 64)).toBe(true);
  const key = createPrivateKey(pair.privateKeyPem);
  expect(key.asymmetricKeyType).toBe("rsa");
  expect(key.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048, publicExponent: 65537n });
  const publicKey = createPublicKey({ key: jwk, format: "jwk" });
  expect(verify("sha256", message, publicKey, sign("sha256", message, key))).toBe(true);
});

test("the key set contains nothing private", () => {
  expect(Object.keys(jwk).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
  const secret = createPrivateKey(pair.privateKeyPem).export({ format: "jwk" });
  for (const part of ["d", "p", "q", "dp", "dq", "qi"] as const) {
    expect(secret[part]).toBeTypeOf("string");
    expect(pair.jwks).not.toContain(secret[part]);
  }
});

test("the key goes by the same name on both sides, and says what it is for", () => {
  expect(jwk).toMatchObject({ kid: pair.signingKey.kid, kty: "RSA", use: "sig", alg: "RS256" });
  // Such a name needs no quotes in a shell and no escapes in an address.
  expect(pair.signingKey.kid).toMatch(/^[A-Za-z0-9-]{16}$/);
});

test("each pair is another one", async () => {
  const other = await createKeyPair();
  expect(other.signingKey.kid).not.toBe(pair.signingKey.kid);
  expect(other.privateKeyPem).not.toBe(pair.privateKeyPem);
});
