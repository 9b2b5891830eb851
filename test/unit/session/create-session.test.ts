import { beforeEach, expect, test, vi } from "vitest";
import { createSession } from "../../../src/session/create-session.ts";
import { encodeRealm } from "../../../src/session/encode-realm.ts";
import { SessionError } from "../../../src/session/session-error.ts";
import { isSignedInAgain } from "../../../src/session/sign-in-again.ts";
import { signInSilently } from "../../../src/session/sign-in-silently.ts";

vi.mock("../../../src/session/sign-in-silently.ts");
vi.mock("../../../src/session/sign-in-again.ts");

const settings = {
  authServerUrl: "https://auth.example.org",
  realm: "master",
  clientId: "security-admin-console",
  redirectUri: "https://auth.example.org/admin/master/console/",
};

let count: number;

/** Signs in as this person, with a token that lives so many milliseconds. */
function signInAs(subject: string, life = 60_000): void {
  vi.mocked(signInSilently).mockImplementation(async () => {
    count += 1;
    const expiresAt = Date.now() + life;
    return { accessToken: `token ${count}`, expiresAt, subject };
  });
}

beforeEach(() => {
  count = 0;
  vi.mocked(isSignedInAgain).mockReturnValue(false);
  signInAs("anna");
});

test("nobody is signed in before a token is requested, and concurrent callers share one sign-in", async () => {
  const session = createSession(settings);
  expect(count).toBe(0);
  const tokens = await Promise.all([session.accessToken(), session.accessToken()]);
  expect(tokens).toEqual(["token 1", "token 1"]);
  expect(await session.accessToken()).toBe("token 1");
});

test("an expired or rejected token is renewed with the next call", async () => {
  signInAs("anna", 4_000);
  const session = createSession(settings);
  expect(await session.accessToken()).toBe("token 1");
  signInAs("anna");
  expect(await session.accessToken()).toBe("token 2");
  session.forgetToken();
  expect(await session.accessToken()).toBe("token 3");
});

test("several callers whose token was refused share one new sign-in", async () => {
  const session = createSession(settings);
  await session.accessToken();
  const renew = () => {
    session.forgetToken();
    return session.accessToken();
  };
  expect(await Promise.all([renew(), renew(), renew()])).toEqual(["token 2", "token 2", "token 2"]);
  expect(await renew()).toBe("token 3");
});

test("a sign-in that failed is tried again with the next call", async () => {
  vi.mocked(signInSilently).mockRejectedValueOnce(new SessionError("unreachable"));
  const session = createSession(settings);
  await expect(session.accessToken()).rejects.toMatchObject({ failure: "unreachable" });
  expect(await session.accessToken()).toBe("token 1");
});

test.each([
  ["on a page that was just opened", false, "signInNeeded", "signInNeeded"],
  ["after signing in again", true, "signInNeeded", "alwaysAsks"],
  ["after signing in again, without an answer", true, "unreachable", "unreachable"],
] as const)("a sign-in that fails %s is told so (%s, %s)", async (_, isAgain, thrown, told) => {
  vi.mocked(isSignedInAgain).mockReturnValue(isAgain);
  vi.mocked(signInSilently).mockRejectedValue(new SessionError(thrown));
  const session = createSession(settings);
  await expect(session.accessToken()).rejects.toMatchObject({ failure: told });
  await expect(session.accessToken()).rejects.toMatchObject({ failure: told });
});

test("a session that ends after signing in again has helped offers to sign in again", async () => {
  vi.mocked(isSignedInAgain).mockReturnValue(true);
  const session = createSession(settings);
  await session.accessToken();
  session.forgetToken();
  vi.mocked(signInSilently).mockRejectedValue(new SessionError("signInNeeded"));
  await expect(session.accessToken()).rejects.toMatchObject({ failure: "signInNeeded" });
});

test("another person's session is not used", async () => {
  const session = createSession(settings);
  await session.accessToken();
  session.forgetToken();
  signInAs("bert");
  await expect(session.accessToken()).rejects.toMatchObject({ failure: "otherUser" });
});

test("a realm's name is encoded as in Keycloak's own issuer", () => {
  expect(encodeRealm("a b/ü%?#")).toBe("a%20b%2F%C3%BC%25%3F%23");
  expect(encodeRealm("a$&+,;=:@'()*!~")).toBe("a$&+,;=:@'()*!~");
});
