import { createSign, generateKeyPairSync } from "node:crypto";

/** A pair of RSA keys, and tokens signed with it. */
export interface Forge {
  readonly privateKeyPem: string;
  /** The public key's modulus, by which it is found among a realm's keys. */
  readonly modulus: string;
  readonly sign: (keyId: string, claims: Readonly<Record<string, unknown>>) => string;
}

/**
 * Makes keys and forges access tokens with them.
 *
 * @see [JSON Web Signature](https://www.rfc-editor.org/rfc/rfc7515#section-3)
 */
export function newForge(): Forge {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    privateKeyPem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    modulus: publicKey.export({ format: "jwk" }).n ?? "",
    sign: (kid, claims) => {
      const now = Math.floor(Date.now() / 1000);
      const times = { iat: now, exp: now + 300, jti: crypto.randomUUID() };
      const signed = `${encoded({ alg: "RS256", typ: "JWT", kid })}.${encoded({ ...times, ...claims })}`;
      return `${signed}.${createSign("RSA-SHA256").update(signed).sign(privateKey, "base64url")}`;
    },
  };
}

const encoded = (part: unknown) => Buffer.from(JSON.stringify(part)).toString("base64url");
