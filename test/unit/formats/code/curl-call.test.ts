import { spawnSync } from "node:child_process";
import { generateKeyPairSync, verify } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { curlCall, curlCallWithKey } from "../../../../src/formats/code/curl-call.ts";
import { anyText } from "../../access/any-text.ts";
import { runInShell } from "../run-in-shell.ts";

const tokenEndpoint = "https://kc.example.org/realms/a%20b/protocol/openid-connect/token";
const address = "https://kc.example.org/admin/realms/a%20b/users?max=1&search='$(touch address)'";
const issuer = "https://kc.example.org/realms/a%20b";
const kid = "AbC-12'$(touch kid)";

/** How long a test may take, in milliseconds: starting programs is slow on a busy machine. */
const patience = 20_000;

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const folder = mkdtempSync(join(tmpdir(), "client key "));
const keyFile = join(folder, "it's the key.pem");

beforeAll(() => {
  if (spawnSync("openssl", ["version"]).status !== 0) {
    throw new Error("These tests need openssl, which the commands for a client with a key call.");
  }
  writeFileSync(keyFile, privateKey.export({ type: "pkcs8", format: "pem" }));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a script that makes two calls, and tells them apart. */
function runBoth(script: string, variables: Readonly<Record<string, string>>) {
  const { status, errors, calls, left } = runInShell(script, variables);
  expect({ status, errors, left, count: calls.length }).toEqual({
    status: 0,
    errors: "",
    left: [],
    count: 2,
  });
  const isForToken = (call: readonly string[]) => call.includes("grant_type=client_credentials");
  return {
    forToken: calls.find(isForToken) ?? [],
    own: calls.find((call) => !isForToken(call)) ?? [],
  };
}

const decode = (part: string | undefined): unknown =>
  JSON.parse(Buffer.from(part ?? "", "base64url").toString("utf8"));

/** Runs the commands for a client with a key, and expects them to say what they should and do nothing else. */
function expectAssertionOf(clientId: string): void {
  const earliest = Math.floor(Date.now() / 1000);
  const script = curlCallWithKey({ tokenEndpoint, clientId, address }, { issuer, kid });
  const { forToken, own } = runBoth(script, { CLIENT_KEY: keyFile });
  const latest = Math.ceil(Date.now() / 1000);

  const isAssertion = (argument: string) => argument.startsWith("client_assertion=");
  const assertion = forToken.find(isAssertion)?.slice("client_assertion=".length) ?? "";
  expect(assertion).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  const [header, claims, signature = ""] = assertion.split(".");
  expect(decode(header)).toEqual({ alg: "RS256", typ: "JWT", kid });
  expect(decode(claims)).toEqual({
    iss: clientId,
    sub: clientId,
    aud: issuer,
    jti: expect.stringMatching(/^[0-9a-f]{32}$/),
    exp: expect.toSatisfy((exp) => exp >= earliest + 60 && exp <= latest + 60),
  });
  const signed = Buffer.from(`${header}.${claims}`);
  expect(verify("sha256", signed, publicKey, Buffer.from(signature, "base64url"))).toBe(true);

  expect(forToken.filter((argument) => !isAssertion(argument))).toEqual([
    "-sS",
    "-d",
    "grant_type=client_credentials",
    "--data-urlencode",
    `client_id=${clientId}`,
    "-d",
    "client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    "-d",
    tokenEndpoint,
  ]);
  expect(own).toEqual(["-i", "-H", "Authorization: Bearer to.k-e_n", address]);
}

// Few and long: each run starts some twenty programs.
const hostile = [
  "'$(touch pwned)'; touch pwned; 'it's",
  '"$(touch pwned)"; `touch pwned`; "',
  `$HOME \${PATH} $$ $1 %s %n %d %% %b \\ \\\\ \\n \\0101 \\c \\'`,
  "two\nlines\r\nand\ttabs * ? [a-z] ~ {a,b} !! # & | < > ;\n",
  "@/etc/passwd",
  '{"iss":"x"}=\u0001\u001b[31m\u007f',
  "ä ß 日本 \u{1f600} \u2028 \u202e",
];

test.each(hostile)(
  "the client ID %j comes through the shell as it is, signed, and runs nothing",
  (clientId) => {
    expectAssertionOf(clientId);
  },
  patience,
);

test(
  "every client ID passes through the shell unchanged",
  () => {
    // A shell takes no NUL, and half a character can't be written down in UTF-8.
    const writable = anyText({ minLength: 50, maxLength: 400 }).map((text) =>
      text.replace(/[\0\p{Cs}]/gu, ""),
    );
    fc.assert(fc.property(writable, expectAssertionOf), { numRuns: 3 });
  },
  patience,
);

test(
  "each run makes another assertion, and a key whose name is not known is not named",
  () => {
    const names = { issuer, kid: undefined };
    const script = curlCallWithKey({ tokenEndpoint, clientId: "", address }, names);
    const assertions = [1, 2].map(() => {
      const { forToken } = runBoth(script, { CLIENT_KEY: keyFile });
      return forToken.find((argument) => argument.startsWith("client_assertion=")) ?? "";
    });
    const [header] = assertions[0]?.slice("client_assertion=".length).split(".") ?? [];
    expect(decode(header)).toEqual({ alg: "RS256", typ: "JWT" });
    expect(new Set(assertions).size).toBe(2);
  },
  patience,
);

test(
  "a secret is read from the environment and passed unchanged, like the client ID",
  () => {
    const secret = `it's "$(touch pwned)" \`touch pwned\` %s \\n`;
    for (const clientId of ["'; touch pwned; '", "$(touch pwned)\n`x`"]) {
      const { forToken, own } = runBoth(curlCall({ tokenEndpoint, clientId, address }), {
        CLIENT_SECRET: secret,
      });
      expect(forToken).toEqual([
        "-sS",
        "-d",
        "grant_type=client_credentials",
        "--data-urlencode",
        `client_id=${clientId}`,
        "--data-urlencode",
        `client_secret=${secret}`,
        tokenEndpoint,
      ]);
      expect(own).toEqual(["-i", "-H", "Authorization: Bearer to.k-e_n", address]);
    }
  },
  patience,
);
