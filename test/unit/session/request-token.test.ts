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

test("a client with a key signs for its realm, and sends no secret", async () => {
  const sent = answerWith(aToken);
  const { signingKey } = await createKeyPair();
  expect(await login().requestToken("api", signingKey)).toBe("token");
  const form = sent[0]?.form;
  const [header, claims] = (form?.get("client_assertion") ?? "")
    .split(".")
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, "base64url").toString()));
  expect(header).toMatchObject({ alg: "RS256", kid: signingKey.kid });
  expect(claims).toMatchObject({ iss: "api", sub: "api", aud: issuer });
  expect(form?.has("client_secret")).toBe(false);
});

test.each([
  [{ error: "invalid_client", error_description: "Wrong secret" }, "Wrong secret"],
  [{ error: "unauthorized_client" }, "unauthorized_client"],
])("a client that is not let in (%j) is told in the server's words", async (body, words) => {
  answerWith(() => Response.json(body, { status: 400 }));
  await expect(login().requestToken("api", "wrong")).rejects.toMatchObject({
    ...{ failure: "refused", cause: words },
  });
});

test("a token endpoint that sends elsewhere is not followed, and told as such", async () => {
  const headers = { location: "https://x.example.org/" };
  answerWith(() => new Response(null, { status: 302, headers }));
  await expect(login().requestToken("api", "s3cret")).rejects.toMatchObject({
    failure: "redirected",
  });
});

test("a page in place of an answer is told as a server that can't be reached", async () => {
  answerWith(() => new Response("<html>", { status: 502 }));
  await expect(login().requestToken("api", "s3cret")).rejects.toMatchObject({
    failure: "unreachable",
  });
});

test.each([
  ["the realm that it is", issuer, true],
  ["another realm", "https://kc.example.org/realms/other", false],
])("an endpoint that says it is %s is reachable: %s", async (_, told, isReachable) => {
  answerWith(() => Response.json({ issuer: told }));
  expect(await login().isReachable()).toBe(isReachable);
});

test("on plain http there is no key pair to be had, since the browser makes none there", () => {
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
