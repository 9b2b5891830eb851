// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from "vitest";
import { signInSilently } from "../../../src/session/sign-in-silently.ts";

const origin = "https://kc.example.org";
const redirectUri = `${origin}/admin/master/console/`;
const settings = {
  authServerUrl: origin,
  realm: "master",
  clientId: "security-admin-console",
  redirectUri,
};

type Parameters = Readonly<Record<string, string>>;

/** The page by which Keycloak answers an authorization request: a form with these fields. */
function formWith(parameters: Parameters): Response {
  const inputs = Object.entries(parameters).map(
    ([name, value]) => `<INPUT TYPE="HIDDEN" NAME="${name}" VALUE="${value}" />`,
  );
  return new Response(`<FORM METHOD="POST" ACTION="${redirectUri}">${inputs.join("")}</FORM>`);
}

/** Answers the authorization request with these parameters, and the token request with this response. */
function answer(parametersFor: (state: string) => Parameters, tokenResponse: Response): void {
  vi.stubGlobal("fetch", async (request: URL | string) => {
    const url = new URL(request);
    if (url.pathname.endsWith("/token")) return tokenResponse;
    return formWith(parametersFor(url.searchParams.get("state") ?? ""));
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const iss = `${origin}/realms/master`;
const noToken = () => Response.json({ error: "invalid_grant" }, { status: 400 });

test.each([
  ["another state", (_: string) => ({ code: "c", state: "other", iss }), "untrusted"],
  ["another issuer", (state: string) => ({ code: "c", state, iss: "https://x" }), "untrusted"],
  ["no state", () => ({ code: "c", iss }), "untrusted"],
  ["no code", (state: string) => ({ state, iss }), "untrusted"],
  ["no session", (state: string) => ({ error: "login_required", state, iss }), "signInNeeded"],
  [
    "a question",
    (state: string) => ({ error: "interaction_required", state, iss }),
    "signInNeeded",
  ],
  ["a session that ended", (state: string) => ({ code: "c", state, iss }), "signInNeeded"],
])("an answer with %s gives no token", async (_, parametersFor, failure) => {
  answer(parametersFor, noToken());
  await expect(signInSilently(settings)).rejects.toMatchObject({ failure });
});

/** Answers with the tokens that this nonce of the request gives, and names the issuer or doesn't. */
function answerTokens(
  tokensFor: (nonce: string) => Readonly<Record<string, unknown>>,
  named: Parameters = { iss },
): void {
  let asked = "";
  vi.stubGlobal("fetch", async (request: URL | string) => {
    const url = new URL(request);
    if (url.pathname.endsWith("/token")) return Response.json(tokensFor(asked));
    asked = url.searchParams.get("nonce") ?? "";
    return formWith({ code: "c", state: url.searchParams.get("state") ?? "", ...named });
  });
}

const accessToken = { access_token: "a", token_type: "Bearer", expires_in: 60 };

function idToken(nonce: string, alg = "RS256", issuer = iss): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const iat = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: settings.clientId, sub: "anna", iat, exp: iat + 60, nonce };
  return `${encode({ alg })}.${encode(claims)}.${encode("signature")}`;
}

test("an answer to just what was asked gives the token, whose it is and how long it lives", async () => {
  answerTokens((nonce) => ({ ...accessToken, id_token: idToken(nonce) }));
  const before = Date.now();
  const { expiresAt, ...signIn } = await signInSilently(settings);
  expect(signIn).toEqual({ accessToken: "a", subject: "anna" });
  expect(expiresAt).toBeGreaterThanOrEqual(before + 60_000);
  expect(expiresAt).toBeLessThanOrEqual(Date.now() + 60_000);
});

test("an answer without an issuer gives a token, because the ID token names the issuer", async () => {
  answerTokens((nonce) => ({ ...accessToken, id_token: idToken(nonce) }), {});
  expect((await signInSilently(settings)).accessToken).toBe("a");
});

test.each([{}, { iss }])(
  "an ID token of another issuer gives no token (answer: %j)",
  async (named) => {
    const foreign = "https://x.example.org/realms/master";
    answerTokens(
      (nonce) => ({ ...accessToken, id_token: idToken(nonce, "RS256", foreign) }),
      named,
    );
    await expect(signInSilently(settings)).rejects.toMatchObject({ failure: "untrusted" });
  },
);

test("the code of an answer without an issuer is sent only to the realm's own token endpoint", async () => {
  answerTokens((nonce) => ({ ...accessToken, id_token: idToken(nonce) }), {});
  const asked = vi.spyOn(globalThis, "fetch");
  await signInSilently(settings);
  expect(asked.mock.calls.map(([address]) => String(address).replace(/\?.*/, ""))).toEqual([
    `${iss}/protocol/openid-connect/auth`,
    `${iss}/protocol/openid-connect/token`,
  ]);
  const [, [, { redirect } = {}] = []] = asked.mock.calls;
  expect(redirect).toBe("manual");
});

test("a redirecting token endpoint is not followed but reported", async () => {
  const headers = { location: "https://x.example.org/" };
  answer((state) => ({ code: "c", state, iss }), new Response(null, { status: 307, headers }));
  await expect(signInSilently(settings)).rejects.toMatchObject({ failure: "redirected" });
});

test("a token that does not say how long it lives is not kept for a second call", async () => {
  const { expires_in: _, ...withoutLife } = accessToken;
  answerTokens((nonce) => ({ ...withoutLife, id_token: idToken(nonce) }));
  expect((await signInSilently(settings)).expiresAt).toBeLessThanOrEqual(Date.now());
});

test.each(["PS256", "ES256", "ES512", "EdDSA"])(
  "a realm that signs its tokens with %s signs in as any other",
  async (alg) => {
    answerTokens((nonce) => ({ ...accessToken, id_token: idToken(nonce, alg) }));
    await expect(signInSilently(settings)).resolves.toMatchObject({ subject: "anna" });
  },
);

test.each(["none", "HS256"])("an ID token that is signed with %s gives no token", async (alg) => {
  answerTokens((nonce) => ({ ...accessToken, id_token: idToken(nonce, alg) }));
  await expect(signInSilently(settings)).rejects.toMatchObject({ failure: "untrusted" });
});

test("an ID token for another nonce gives no token", async () => {
  answerTokens(() => ({ ...accessToken, id_token: idToken("other") }));
  await expect(signInSilently(settings)).rejects.toMatchObject({ failure: "untrusted" });
});

test("an answer without an ID token gives no token", async () => {
  answerTokens(() => accessToken);
  await expect(signInSilently(settings)).rejects.toMatchObject({ failure: "untrusted" });
});

test("a page instead of tokens is not an answer", async () => {
  const page = new Response("<html>", { headers: { "content-type": "text/html" } });
  answer((state) => ({ code: "c", state, iss }), page);
  await expect(signInSilently(settings)).rejects.toMatchObject({ failure: "untrusted" });
});

test("any other error during sign-in gives no token", async () => {
  answer((state) => ({ code: "c", state, iss }), noToken());
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", (request: URL | string) =>
    String(request).endsWith("/token") ? Promise.reject("stopped") : fetch(request),
  );
  await expect(signInSilently(settings)).rejects.toMatchObject({ failure: "untrusted" });
});

test("a login that doesn't answer is reported", async () => {
  vi.stubGlobal("fetch", async () => {
    throw new TypeError("Failed to fetch");
  });
  await expect(signInSilently(settings)).rejects.toMatchObject({ failure: "unreachable" });
});

const tooLate = new DOMException("The operation timed out.", "TimeoutError");

/** A body that ends with this before it is whole. */
const endingWith = (reason: unknown) =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("{"));
      controller.error(reason);
    },
  });

test("a token endpoint that doesn't answer within 15 seconds is reported", async () => {
  const ended = new AbortController();
  const limit = vi.spyOn(AbortSignal, "timeout").mockReturnValue(ended.signal);
  vi.stubGlobal("fetch", async (request: URL | string, { signal }: RequestInit) => {
    const url = new URL(request);
    if (url.pathname.endsWith("/token")) {
      return new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason));
        ended.abort(tooLate);
      });
    }
    return formWith({ code: "c", state: url.searchParams.get("state") ?? "", iss });
  });
  await expect(signInSilently(settings)).rejects.toMatchObject({ failure: "unreachable" });
  expect(limit.mock.calls).toEqual([[15_000], [15_000]]);
});

test.each([tooLate, new TypeError("terminated")])(
  "an answer that stops in its midst is told as none (%s)",
  async (reason) => {
    const headers = { "content-type": "application/json" };
    answer((state) => ({ code: "c", state, iss }), new Response(endingWith(reason), { headers }));
    await expect(signInSilently(settings)).rejects.toMatchObject({ failure: "unreachable" });
  },
);
