import { afterEach, expect, test, vi } from "vitest";
import { createKeyPair } from "../../../src/session/create-key-pair.ts";
import { createLogin } from "../../../src/session/create-login.ts";

const issuer = "https://kc.example.org/realms/a%20b";

afterEach(() => vi.unstubAllGlobals());

/** What a token request sent: its address, and its form. */
interface Sent {
  readonly address: string;
  readonly form: URLSearchParams;
}

/** Answers each request so, and notes it. */
function answerWith(response: () => Response): readonly Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", async (address: URL | string, { body }: RequestInit) => {
    sent.push({ address: String(address), form: new URLSearchParams(String(body)) });
    return response();
  });
  return sent;
}

const login = () => createLogin("https://kc.example.org", "a b");

const aToken = () => Response.json({ access_token: "token", token_type: "Bearer", expires_in: 60 });

test("a client with a secret gets a token for it, at its realm's own endpoint", async () => {
  const sent = answerWith(aToken);
  expect(await login().requestToken("api & co", "s3cret")).toBe("token");
  expect(sent.map(({ address }) => address)).toEqual([login().tokenEndpoint]);
  expect(login().tokenEndpoint).toBe(`${issuer}/protocol/openid-connect/token`);
  expect(Object.fromEntries(sent[0]?.form ?? [])).toEqual({
    ...{ grant_type: "client_credentials", client_id: "api & co", client_secret: "s3cret" },
  });
});

const partsOf = (assertion: string) => assertion.split(".").slice(0, 2).map(parse);
const parse = (part: string): unknown => JSON.parse(Buffer.from(part, "base64url").toString());

/** A realm with a front-end URL of its own, which clients sign for. */
const frontEnd = "https://login.example.org/auth/realms/a%20b";
const discovered = { issuer: frontEnd, token_endpoint: `${frontEnd}/token` };

test.each(["key", "secret"])(
  "a client that signs with its %s signs for the realm as that names itself, and sends no secret",
  async (kind) => {
    const sent = answerWith(() =>
      Response.json({ ...discovered, access_token: "token", token_type: "Bearer" }),
    );
    const { signingKey } = await createKeyPair();
    const credential = kind === "key" ? signingKey : { signingSecret: "s3cret".repeat(8) };
    expect(await login().requestToken("api", credential)).toBe("token");
    expect(sent.map(({ address }) => address)).toEqual([
      `${issuer}/.well-known/openid-configuration`,
      login().tokenEndpoint,
    ]);
    const form = sent[1]?.form;
    const [header, claims] = partsOf(form?.get("client_assertion") ?? "");
    expect(header).toMatchObject(
      kind === "key" ? { alg: "RS256", kid: signingKey.kid } : { alg: "HS256" },
    );
    expect(claims).toMatchObject({ iss: "api", sub: "api", aud: frontEnd });
    expect(form?.has("client_secret")).toBe(false);
  },
);

test.each([
  [{ error: "invalid_client", error_description: "Wrong secret" }, "Wrong secret"],
  [{ error: "unauthorized_client" }, "unauthorized_client"],
])("a client that is not let in (%j) is told in the server's words", async (body, words) => {
  answerWith(() => Response.json(body, { status: 400 }));
  await expect(login().requestToken("api", "wrong")).rejects.toMatchObject({
    ...{ failure: "refused", cause: words },
  });
});

test.each([
  [{ error: "invalid_request", error_description: "User 'service-account-api' disabled" }, 401],
  [{ error: "access_denied", error_description: "Realm not enabled" }, 403],
])("a request that is refused for another reason (%j) is told apart", async (body, status) => {
  answerWith(() => Response.json(body, { status }));
  await expect(login().requestToken("api", "s3cret")).rejects.toMatchObject({
    ...{ failure: "requestRefused", cause: body.error_description },
  });
});

test("a rejection in a challenge is reported with its message", async () => {
  const headers = {
    "www-authenticate": 'Bearer error="invalid_token", error_description="Too old"',
  };
  answerWith(() => new Response(null, { status: 401, headers }));
  await expect(login().requestToken("api", "s3cret")).rejects.toMatchObject({
    ...{ failure: "refused", cause: "Too old" },
  });
});

test("a redirecting token endpoint is not followed but reported", async () => {
  const headers = { location: "https://x.example.org/" };
  answerWith(() => new Response(null, { status: 302, headers }));
  await expect(login().requestToken("api", "s3cret")).rejects.toMatchObject({
    failure: "redirected",
  });
});

test("a page instead of an answer is reported as an unreachable server", async () => {
  answerWith(() => new Response("<html>", { status: 502 }));
  await expect(login().requestToken("api", "s3cret")).rejects.toMatchObject({
    failure: "unreachable",
  });
});

test("over plain HTTP no key pair is available, because the browser generates none", () => {
  vi.stubGlobal("isSecureContext", false);
  expect(createLogin("http://kc.example.org", "a").createKeyPair).toBeUndefined();
  vi.stubGlobal("isSecureContext", true);
  expect(createLogin("https://kc.example.org", "a").createKeyPair).toBe(createKeyPair);
});

test("a server on plain http is asked over plain http", async () => {
  answerWith(aToken);
  expect(await createLogin("http://kc.example.org", "a").requestToken("api", "s3cret")).toBe(
    "token",
  );
});
