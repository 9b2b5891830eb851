import { spawnSync } from "node:child_process";
import { constants, createHmac, generateKeyPairSync, verify } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { WayToSignIn } from "../../../../src/access/check/way-to-sign-in.ts";
import { curlCallFor } from "../../../../src/formats/code/curl-call-for.ts";
import { runInShell } from "../run-in-shell.ts";

const issuer = "https://login.example.org/realms/a%20b";
const addresses = { issuer, tokenEndpoint: `${issuer}/token`, mtlsTokenEndpoint: undefined };
const call = { clientId: "it's $(x)", address: "https://kc.example.org/admin/realms/a%20b/users" };

/** How long a test may take, in milliseconds: starting programs is slow on a busy machine. */
const patience = 20_000;

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const folder = mkdtempSync(join(tmpdir(), "client key "));
const keyFile = join(folder, "it's the key.pem");
const assertionFile = join(folder, "the token");
const secret = "s3cr\"et' $(x) ä";

beforeAll(() => {
  if (spawnSync("openssl", ["version"]).status !== 0) {
    throw new Error("These tests need openssl, which the commands for a client that signs call.");
  }
  writeFileSync(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }));
  writeFileSync(assertionFile, "to.k.en\n");
});

afterAll(() => rmSync(folder, { recursive: true }));

/** What the commands send for a token. */
function sentFor(way: WayToSignIn, where = addresses): readonly string[] {
  const code = curlCallFor(way, call, where);
  if (code.kind === "none") throw new Error(`There is no code: ${code.reason}.`);
  const { status, errors, calls, left } = runInShell(code.text, {
    CLIENT_SECRET: secret,
    CLIENT_KEY: keyFile,
    CLIENT_CERT: "cert.pem",
    CLIENT_ASSERTION_FILE: assertionFile,
  });
  expect({ status, errors, left, count: calls.length }).toEqual({
    ...{ status: 0, errors: "", left: [], count: 2 },
  });
  return calls.find((it) => it.includes("grant_type=client_credentials")) ?? [];
}

function assertionIn(sent: readonly string[]) {
  const begin = "client_assertion=";
  const assertion = sent.find((it) => it.startsWith(begin))?.slice(begin.length) ?? "";
  const [header = "", claims = "", signature = ""] = assertion.split(".");
  const decode = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  return { header: decode(header), claims: decode(claims), text: `${header}.${claims}`, signature };
}

test.each(["256", "384", "512"])(
  "a client that signs with its secret and HS%s signs so",
  (size) => {
    const sent = sentFor({ kind: "secretJwt", algorithm: `HS${size}` });
    const { header, claims, text, signature } = assertionIn(sent);
    expect(header.alg).toBe(`HS${size}`);
    expect(claims).toMatchObject({ iss: call.clientId, sub: call.clientId, aud: issuer });
    const hmac = createHmac(`sha${size}`, secret).update(text).digest("base64url");
    expect(signature).toBe(hmac);
    expect(sent.join()).not.toContain("client_secret=");
  },
  patience,
);

test.each(["RS256", "RS512", "PS256", "PS384"])(
  "a client that signs with its key and %s signs so",
  (algorithm) => {
    const { header, text, signature } = assertionIn(sentFor({ kind: "keyJwt", algorithm }));
    expect(header.alg).toBe(algorithm);
    const pss = {
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: Number(algorithm.slice(2)) / 8,
    };
    const key = algorithm.startsWith("PS") ? { key: publicKey, ...pss } : publicKey;
    const hash = `sha${algorithm.slice(2)}`;
    const signed = Buffer.from(text);
    expect(verify(hash, signed, key, Buffer.from(signature, "base64url"))).toBe(true);
  },
  patience,
);

test.each([
  ["keyJwt", "ES256"],
  ["keyJwt", "EdDSA"],
  ["keyJwt", "HS256"],
  ["secretJwt", "RS256"],
  ["secretJwt", "$(touch pwned)"],
] as const)("for a client (%s) that has to sign with %s there is no code", (kind, algorithm) => {
  expect(curlCallFor({ kind, algorithm }, call, addresses)).toEqual({
    ...{ kind: "none", reason: "algorithm" },
  });
});

test(
  "a client with a certificate sends it if the realm requires it",
  () => {
    const mtlsTokenEndpoint = "https://mtls.example.org/token";
    const shown = ["--cert", "cert.pem", "--key", keyFile];
    expect(sentFor({ kind: "certificate" })).toEqual(
      expect.arrayContaining([...shown, `client_id=${call.clientId}`, addresses.tokenEndpoint]),
    );
    const where = { ...addresses, mtlsTokenEndpoint };
    const code = curlCallFor({ kind: "certificate" }, call, where);
    expect(code.kind === "code" && code.text).toContain(mtlsTokenEndpoint);
  },
  patience,
);

test("without TLS no certificate can be sent, so there is no code", () => {
  const where = { ...addresses, tokenEndpoint: "http://localhost:8080/token" };
  expect(curlCallFor({ kind: "certificate" }, call, where)).toEqual({
    ...{ kind: "none", reason: "plainHttp" },
  });
});

test(
  "a client that another issuer vouches for sends the token in its file",
  () => {
    expect(sentFor({ kind: "federated" })).toContain("client_assertion=to.k.en");
  },
  patience,
);

test("for an authenticator that isn't known there is no code", () => {
  expect(curlCallFor({ kind: "unknown" }, call, addresses)).toEqual({
    ...{ kind: "none", reason: "unknown" },
  });
});
