// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { SessionError } from "../../../../src/session/session-error.ts";
import { answering } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { makeLogin } from "../make-login.ts";
import { openDialog } from "../open-tab.tsx";

const row = (id: string) => screen.getByTestId(`check-${id}`);
const verdictOf = (id: string) => row(id).dataset["verdict"];
const overall = () => screen.getByTestId("checkOverall").dataset["verdict"];

const roles = ["query-users", "view-users"];

/** Waits until what decides a sign-in has been read. */
const untilRead = () =>
  waitFor(() =>
    expect(screen.getByTestId("checkOverall").textContent).not.toContain(textOf("loading")),
  );

test("what keeps a client from getting tokens is named, each cause by itself", async () => {
  openDialog("check", {
    roles,
    arrange: ({ realm }, clientUuid) => {
      const notBefore = Math.floor(Date.now() / 1_000) + 3_600;
      realm.changeSettings({ enabled: false, notBefore, accessTokenLifespan: 0 });
      realm.enableUser(realm.serviceAccountUserId(clientUuid) ?? "", false);
    },
  });
  await waitFor(() => expect(verdictOf("realm")).toBe("problem"));
  await waitFor(() => expect(verdictOf("user")).toBe("problem"));
  expect(verdictOf("notBefore")).toBe("problem");
  expect(verdictOf("lifespan")).toBe("problem");
  // The client itself is enabled.
  expect(verdictOf("enabled")).toBe("ok");
  // The headline is what a request meets first.
  expect(screen.getByTestId("checkOverall").textContent).toContain(textOf("denied.user"));
});

test("a realm that requires HTTPS is told in the server's words first", async () => {
  const tokenEndpoint = "http://kc.example.org/realms/demo/protocol/openid-connect/token";
  const discover = () => Promise.reject(new SessionError("requestRefused", "HTTPS required"));
  openDialog("check", {
    arrange: ({ realm }) => realm.changeSettings({ sslRequired: "all" }),
    context: { loadLogin: async () => makeLogin({ tokenEndpoint, discover }) },
  });
  await waitFor(() => expect(verdictOf("https")).toBe("problem"));
  expect(verdictOf("tokenEndpoint")).toBe("problem");
  expect(row("tokenEndpoint").textContent).toMatch(/The server says: HTTPS required.*token/);
});

test("for an administrator who can't see the realm's settings, they are not known", async () => {
  openDialog("check", {
    roles,
    token: "bert",
    arrange: ({ realm }) =>
      realm.makeAdministrator({ token: "bert", adminRoles: ["view-clients", "view-users"] }),
  });
  await untilRead();
  for (const id of ["realm", "notBefore", "lifespan"]) {
    expect(verdictOf(id)).toBe("unknown");
    expect(row(id).textContent).toContain("view-realm");
  }
  expect(overall()).toBe("unknown");
});

test("settings that can't be read are told with the reason, and are not known", async () => {
  openDialog("check", {
    roles,
    arrange: ({ faults }) => {
      const body = { errorMessage: "The database is gone" };
      faults.push({ request: /^GET $/, fault: answering(500, body) });
    },
  });
  await untilRead();
  expect(verdictOf("realm")).toBe("unknown");
  expect(row("realm").textContent).toContain("The database is gone");
});

test("all that was looked at being right is no proof: a test request is", async () => {
  const { user, faults } = openDialog("check", { roles });
  await untilRead();
  await waitFor(() => expect(verdictOf("tokenEndpoint")).toBe("ok"));
  expect(overall()).toBe("unknown");
  faults.push({ request: /^GET \/users/, fault: answering(200, []) });
  await user.click(screen.getByTestId("fix-call"));
  await waitFor(() => expect(overall()).toBe("ok"));
  faults.push({ request: /^GET \/users/, fault: answering(403, { errorMessage: "Not you" }) });
  await user.click(screen.getByTestId("fix-call"));
  await waitFor(() => expect(overall()).toBe("problem"));
  expect(row("call").textContent).toMatch(/The server says: Not you.*403/);
});

test("a request that a client policy refuses is told in the server's words, then with what to do", async () => {
  const requestToken = () => Promise.reject(new SessionError("requestRefused", "Not allowed"));
  const { user } = openDialog("check", {
    context: { loadLogin: async () => makeLogin({ requestToken }) },
  });
  await user.click(await screen.findByTestId("fix-call"));
  await waitFor(() => expect(verdictOf("call")).toBe("problem"));
  const { textContent } = row("call");
  expect(textContent).toMatch(/The server says: Not allowed.*Client policies/);
  expect(textContent).not.toContain(textOf("problem.clientRefused"));
});

const frontEnd = {
  issuer: "https://login.example.org/realms/demo",
  tokenEndpoint: "https://login.example.org/realms/demo/token",
  mtlsTokenEndpoint: undefined,
};

test("a realm with a front-end URL is told by that, here and in what connects a program", async () => {
  const context = { loadLogin: async () => makeLogin({ discover: async () => frontEnd }) };
  openDialog("check", { roles, context });
  await waitFor(() => expect(row("tokenEndpoint").textContent).toContain(frontEnd.issuer));
  expect(verdictOf("tokenEndpoint")).toBe("unknown");
  const curl = screen.getByTestId<HTMLInputElement>("checkCurl").value;
  expect(curl).toContain(frontEnd.tokenEndpoint);
  openDialog("connect", { roles, context });
  await waitFor(() =>
    expect(screen.getByTestId<HTMLInputElement>("connect.tokenEndpoint").value).toBe(
      frontEnd.tokenEndpoint,
    ),
  );
});

test.each([
  ["client-jwt", "check.call.untested.key", "CLIENT_KEY"],
  ["federated-jwt", "check.call.untested.federated", "CLIENT_ASSERTION_FILE"],
  ["client-x509", "check.call.untested.certificate", "CLIENT_CERT"],
] as const)(
  "a client that signs in with %s is not tested, and the shell's lines fit it",
  async (clientAuthenticatorType, key, variable) => {
    openDialog("check", { client: { clientAuthenticatorType } });
    await waitFor(() => expect(row("call").textContent).toContain(textOf(key)));
    const curl = await screen.findByTestId<HTMLInputElement>("checkCurl");
    expect(curl.value).toContain(variable);
    expect(curl.value).not.toContain("CLIENT_SECRET");
    expect(screen.queryByTestId("fix-call")).toBe(null);
  },
);

test("a client that signs with its secret is tested with it", async () => {
  const given: unknown[] = [];
  const requestToken = async (_: string, credential: unknown) => {
    given.push(credential);
    return "token of the client";
  };
  const createKeyPair = () => Promise.reject(new Error("Nobody asks for a key here."));
  const { user, clientUuid } = openDialog("check", {
    client: { clientAuthenticatorType: "client-secret-jwt" },
    context: { loadLogin: async () => makeLogin({ requestToken, createKeyPair }) },
  });
  await user.click(await screen.findByTestId("fix-call"));
  await waitFor(() => expect(given).toEqual([{ signingSecret: `secret of ${clientUuid}` }]));
});

test("an authenticator that isn't known has neither a test nor lines for a shell", async () => {
  openDialog("check", { client: { clientAuthenticatorType: "acme-vault" } });
  await waitFor(() =>
    expect(row("call").textContent).toContain(textOf("check.call.untested.unknown")),
  );
  expect(row("credentials").textContent).toContain("acme-vault");
  expect(screen.queryByTestId("checkCurl")).toBe(null);
});

test("whether the user is enabled is asked anew, and not known of an account that may not be seen", async () => {
  openDialog("check", {
    token: "bert",
    arrange: ({ realm }) =>
      realm.makeAdministrator({ token: "bert", adminRoles: ["view-clients", "view-realm"] }),
  });
  await untilRead();
  expect(verdictOf("account")).toBe("unknown");
  expect(verdictOf("user")).toBe("unknown");
  // Signing in as a client whose account may not exist would create it.
  expect(screen.queryByTestId("fix-call")).toBe(null);
});

test("a user that may not be read any more is not known, and one that is gone isn't spoken of", async () => {
  const request = /^GET \/users\/[0-9a-f-]+$/;
  // The account is read again if presets of the realm come in meanwhile.
  const each = (fault: ReturnType<typeof answering>) => [1, 2, 3].map(() => ({ request, fault }));
  openDialog("check", {
    arrange: ({ faults }) => faults.push(...each(answering(403))),
  });
  await untilRead();
  expect(verdictOf("user")).toBe("unknown");
  cleanup();
  openDialog("check", {
    arrange: ({ faults }) => faults.push(...each(answering(404))),
  });
  await untilRead();
  await waitFor(() => expect(screen.queryByTestId("check-user")).toBe(null));
});
