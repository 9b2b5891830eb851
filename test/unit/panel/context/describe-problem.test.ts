import { expect, test } from "vitest";
import { AdminApiError } from "../../../../src/keycloak/api/admin-api-error.ts";
import {
  describeProblem,
  nameFailedRequest,
} from "../../../../src/panel/context/describe-problem.ts";
import { SessionError } from "../../../../src/session/session-error.ts";
import { inEnglish as t } from "../../texts/english.ts";

const refused = new AdminApiError({
  attempt: "listRoles",
  failure: "refused",
  status: 400,
  serverMessage: "<img src=x>",
});

test("a problem says what was tried, on what, why it failed, and what the server said", () => {
  const attempt = t("attempts.add", { preset: "User lookup", clientId: "api-client" });
  expect(describeProblem(t, refused, attempt)).toEqual({
    title: "Could not apply User lookup to api-client",
    reason:
      "The server rejected the request (400). Refresh to see the current state, then try again.",
    serverMessage: "<img src=x>",
    remedy: "retry",
  });
});

test.each([
  ["signInNeeded", "signIn", /^Your session has expired/],
  ["alwaysAsks", "retry", /^This login asks for credentials every time.*command line/],
  ["redirected", "retry", /^The request was redirected/],
  ["otherUser", "reload", /^Another person has signed in/],
  ["unreachable", "retry", /^The login did not answer/],
  ["refused", "retry", /^The sign-in of the client was refused/],
  ["untrusted", "reload", /^The answer to the sign-in failed a security check/],
] as const)(
  "a session that fails with %s is told with the remedy %s",
  (failure, remedy, reason) => {
    const problem = describeProblem(t, new SessionError(failure), t("attempts.signIn"));
    expect(problem).toMatchObject({ remedy, reason: expect.stringMatching(reason) });
  },
);

test("what is no failed request is told as a mistake of the extension", () => {
  const problem = describeProblem(t, new TypeError("x is undefined"), t("attempts.signIn"));
  expect(problem.reason).toMatch(/please report it/);
});

test("a failed request is named, and what was to be done where none was sent", () => {
  const client = { clientId: "api-client", realm: "demo" };
  expect(nameFailedRequest(t, refused, client)).toBe("list the admin roles of realm demo");
  const ended = new SessionError("signInNeeded");
  expect(nameFailedRequest(t, ended, client)).toBe("get an access token for you");
  const mistake = new Error("some");
  expect(nameFailedRequest(t, mistake, client)).toBe("show the service account of api-client");
});

test.each([
  "Failed to fetch dynamically imported module: https://sso.example.org/x.js",
  "error loading dynamically imported module: https://sso.example.org/x.js",
  "Importing a module script failed.",
])("where a browser says %j, only loading the page again helps", (message) => {
  const { reason, remedy } = describeProblem(t, new TypeError(message), "do it");
  expect(reason).toBe(t("problem.notLoaded"));
  expect(remedy).toBe("reload");
});
