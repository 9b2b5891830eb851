import { assertWellMade } from "./console/assert-well-made.ts";
import { long } from "./run/whole-run.ts";
import { isSince } from "./servers/tested-version.ts";
import { expect, test } from "./test.ts";

test("the check finds what keeps a call from being allowed, fixes it, and a test request proves it", async ({
  testBed,
  adminConsole,
}) => {
  const client = await testBed.createClient("api", { fullScopeAllowed: false });
  await testBed.grant(client, { "realm-management": ["view-users", "query-users"] });
  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickCheckAccess();
  await expect(adminConsole.finding("account")).toHaveAttribute("data-verdict", "ok");
  await expect(adminConsole.finding("enabled")).toHaveAttribute("data-verdict", "ok");
  await expect(adminConsole.finding("roles")).toContainText("view-users");
  await expect(adminConsole.finding("clientScope")).toHaveAttribute("data-verdict", "ok");
  await expect(adminConsole.finding("tokenEndpoint")).toHaveAttribute("data-verdict", "ok");
  await expect(adminConsole.finding("credentials")).toHaveAttribute("data-verdict", "ok");
  await expect(adminConsole.finding("scope")).toContainText("the client's scope lacks");
  const overall = adminConsole.page.getByTestId("checkOverall");
  await expect(overall).toContainText("Calls are denied. Its 3 roles do not reach its tokens");
  await assertWellMade(adminConsole.page);
  await expect(adminConsole.page.getByTestId("checkCurl")).toHaveValue(/client_credentials/);

  // A call that is denied prints a line in the browser's console, as any 403 does.
  await adminConsole.page.getByTestId("fix-scope").click();
  // The check stays open, and looks again.
  await expect(adminConsole.finding("scope")).toHaveAttribute("data-verdict", "ok");
  await expect(overall).toContainText("No cause found so far");
  await adminConsole.page.getByTestId("fix-call").click();
  await expect(adminConsole.finding("call")).toContainText("answered 200");
  await expect(adminConsole.finding("call")).toHaveAttribute("data-verdict", "ok");
  await expect(overall).toContainText("Calls are allowed");
  await assertWellMade(adminConsole.page);
});

test(
  "the reason why a client's token fails is named, with the server's message first",
  long,
  async ({ testBed, adminConsole, expectedResponses }) => {
    const { api, realmPath, realm } = testBed;
    const client = await testBed.createClient("api");
    await testBed.grant(client, { "realm-management": ["view-users", "query-users"] });
    const userPath = `${realmPath}/clients/${client.clientUuid}/service-account-user`;
    const { id } = await api.get<{ id: string }>(userPath);
    await api.put(`${realmPath}/users/${id}`, { enabled: false });
    const overall = adminConsole.page.getByTestId("checkOverall");
    const tryCall = async (status: number) => {
      expectedResponses.push({ status, path: "/protocol/openid-connect/token" });
      await adminConsole.page.getByTestId("fix-call").click();
    };

    await adminConsole.openPresets(testBed, client);
    await adminConsole.clickCheckAccess();
    await expect(adminConsole.finding("user")).toContainText("is disabled");
    await expect(adminConsole.finding("enabled")).toHaveAttribute("data-verdict", "ok");
    await expect(overall).toContainText(
      "Calls are denied. The user of its service account is disabled",
    );
    // The header says the same.
    await expect(adminConsole.headline).toHaveText("Calls are denied");
    await expect(adminConsole.page.getByTestId("deniedCalls")).toContainText(
      "The user of its service account is disabled",
    );
    await tryCall(401);
    await expect(adminConsole.finding("call")).toContainText(
      /^.*The server says: User 'service-account-api-client' disabled/,
    );

    const inAnHour = Math.floor(Date.now() / 1_000) + 3_600;
    await api.put(realmPath, { enabled: false, notBefore: inAnHour, sslRequired: "all" });
    expectedResponses.push({ status: 403, path: `/realms/${realm}/.well-known` });
    await adminConsole.page.keyboard.press("Escape");
    await adminConsole.clickCheckAccess();
    for (const cause of ["user", "realm", "https", "notBefore", "tokenEndpoint"]) {
      await expect(adminConsole.finding(cause)).toHaveAttribute("data-verdict", "problem");
    }
    await expect(adminConsole.finding("tokenEndpoint")).toContainText(
      "The server says: HTTPS required",
    );
    await expect(overall).toContainText(
      "Calls are denied. The user of its service account is disabled",
    );

    await api.put(`${realmPath}/users/${id}`, { enabled: true });
    await api.put(realmPath, { enabled: true, notBefore: 0, sslRequired: "external" });
    await api.put(`${realmPath}/client-policies/profiles`, {
      profiles: [{ name: "none", executors: [{ executor: "reject-request", configuration: {} }] }],
    });
    await api.put(`${realmPath}/client-policies/policies`, {
      policies: [
        {
          name: "all",
          enabled: true,
          conditions: [{ condition: "any-client", configuration: {} }],
          profiles: ["none"],
        },
      ],
    });
    await adminConsole.page.keyboard.press("Escape");
    await adminConsole.clickCheckAccess();
    await expect(overall).toContainText("No cause found so far");
    await expect(overall).toHaveAttribute("data-verdict", "unknown");
    await tryCall(400);
    await expect(adminConsole.finding("call")).toContainText(
      /The server says: Request not allowed.*The server rejected the client's request, not its credentials/,
    );
    await expect(overall).toHaveAttribute("data-verdict", "problem");
  },
);

test("for an administrator who can't see the realm's settings, they are not known", async ({
  testBed,
  adminConsole,
  expectedResponses,
}) => {
  const client = await testBed.createClient("api");
  const visitor = await testBed.createAdministrator("viewer", ["view-clients", "view-users"]);
  expectedResponses.push({ status: 403, path: "/admin/" });
  await adminConsole.openPresets(testBed, client, { visitor });
  await adminConsole.clickCheckAccess();
  for (const id of ["realm", "notBefore", "lifespan"]) {
    await expect(adminConsole.finding(id)).toContainText("Not known");
    await expect(adminConsole.finding(id)).toHaveAttribute("data-verdict", "unknown");
  }
  await expect(adminConsole.finding("user")).toHaveAttribute("data-verdict", "ok");
});

test("if the realm has a front-end URL, its discovery document counts, and the call works", async ({
  testBed,
  adminConsole,
}) => {
  const { api, realmPath, realm } = testBed;
  const client = await testBed.createClient("api", {
    clientAuthenticatorType: "client-secret-jwt",
  });
  await testBed.grant(client, { "realm-management": ["view-users", "query-users"] });
  await api.put(realmPath, { attributes: { frontendUrl: "https://login.example.org/auth" } });
  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickCheckAccess();
  const issuer = `https://login.example.org/auth/realms/${realm}`;
  const tokenEndpoint = `${issuer}/protocol/openid-connect/token`;
  await expect(adminConsole.finding("tokenEndpoint")).toContainText(tokenEndpoint);
  await expect(adminConsole.finding("tokenEndpoint")).toHaveAttribute("data-verdict", "unknown");
  await expect(adminConsole.page.getByTestId("checkCurl")).toHaveValue(/client_assertion/);
  await adminConsole.page.getByTestId("fix-call").click();
  await expect(adminConsole.finding("call")).toContainText("answered 200");
  await expect(adminConsole.page.getByTestId("checkOverall")).toHaveAttribute("data-verdict", "ok");
  await adminConsole.page.keyboard.press("Escape");
  await adminConsole.clickConnect();
  await expect(adminConsole.page.getByTestId("connect.tokenEndpoint")).toHaveValue(tokenEndpoint);
  await expect(adminConsole.page.getByTestId("connectCode")).toHaveValue(new RegExp(issuer));
});

/** Until Keycloak 26.4 DPoP is off by default, and the setting has no effect. */
const isDpopOn = isSince("26.4");

for (const { binding, attribute, isEnforced } of [
  {
    binding: "mutual TLS",
    attribute: "tls.client.certificate.bound.access.tokens",
    isEnforced: true,
  },
  { binding: "DPoP", attribute: "dpop.bound.access.tokens", isEnforced: isDpopOn },
]) {
  test(`a client whose tokens are bound by ${binding} gets the answer that the check announces`, async ({
    testBed,
    adminConsole,
  }) => {
    const client = await testBed.createClient("api", { attributes: { [attribute]: "true" } });
    await testBed.grant(client, { "realm-management": ["view-users", "query-users"] });
    const call = testBed.statusForClient(client, "GET", "/users");
    if (isEnforced) await expect(call).rejects.toThrow();
    else expect(await call).toBe(200);
    await adminConsole.openPresets(testBed, client);
    await adminConsole.clickCheckAccess();
    const { page } = adminConsole;
    const found = adminConsole.finding("tokenBinding");
    await expect(found).toContainText(`bound by ${binding}`);
    await expect(found).toHaveAttribute("data-verdict", isEnforced ? "problem" : "unknown");
    await expect(adminConsole.finding("tokenEndpoint")).toHaveAttribute("data-verdict", "ok");
    await expect(page.getByTestId("fix-call")).toBeVisible({ visible: !isEnforced });
    await expect(page.getByTestId("checkCurl")).toHaveCount(isEnforced ? 0 : 1);
    if (isEnforced) await expect(adminConsole.finding("call")).toContainText("Not tested here");
  });
}

test("a denied call is reported with its status", async ({
  testBed,
  adminConsole,
  expectedResponses,
}) => {
  const client = await testBed.createClient("api", { fullScopeAllowed: false });
  await testBed.grant(client, { "realm-management": ["view-events"] });
  const { realm } = testBed;
  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickCheckAccess();
  expectedResponses.push({ status: 403, path: `/admin/realms/${realm}` });
  await adminConsole.page.getByTestId("fix-call").click();
  await expect(adminConsole.finding("call")).toContainText("answered 403");
});

test(
  "a disabled client, a client without a service account and one with a signed JWT are distinguished",
  long,
  async ({ testBed, adminConsole, expectedResponses }) => {
    const disabled = await testBed.createClient("api", { clientId: "off", enabled: false });
    await adminConsole.openPresets(testBed, disabled);
    await adminConsole.clickCheckAccess();
    await expect(adminConsole.finding("enabled")).toContainText("It is disabled and gets no token");
    await expect(adminConsole.finding("roles")).toHaveAttribute("data-verdict", "problem");
    expectedResponses.push({ status: 401, path: "/protocol/openid-connect/token" });
    await adminConsole.page.getByTestId("fix-call").click();
    await expect(adminConsole.finding("call")).toContainText(
      "The sign-in of the client was refused",
    );

    const withoutAccount = await testBed.createClient("confidential");
    await adminConsole.openPresets(testBed, withoutAccount);
    await adminConsole.clickCheckAccess();
    await expect(adminConsole.finding("account")).toContainText("Service accounts are off");
    await adminConsole.page.getByTestId("fix-account").click();
    await expect(adminConsole.summary).toContainText("No admin roles in realm");

    const withJwt = await testBed.createClient("api", {
      clientId: "jwt",
      clientAuthenticatorType: "client-jwt",
    });
    await adminConsole.openPresets(testBed, withJwt);
    await adminConsole.clickCheckAccess();
    await expect(adminConsole.finding("credentials")).toContainText("Only the program has the key");
    await expect(adminConsole.finding("call")).toContainText("Not tested here, because");
    await expect(adminConsole.page.getByTestId("checkCurl")).toHaveValue(/CLIENT_KEY/);
    await expect(adminConsole.page.getByTestId("fix-call")).toHaveCount(0);
  },
);

test("a missing client scope for the Admin API is found and added", async ({
  testBed,
  adminConsole,
}) => {
  const { api, realmPath } = testBed;
  await api.post(`${realmPath}/client-scopes`, {
    name: "kc-admin-api",
    protocol: "openid-connect",
  });
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickCheckAccess();
  await expect(adminConsole.finding("clientScope")).toContainText("kc-admin-api");
  await adminConsole.page.getByTestId("fix-clientScope").click();
  await adminConsole.assertToast("Client scope kc-admin-api added");
  const path = `${realmPath}/clients/${client.clientUuid}`;
  const { defaultClientScopes } = await api.get<{ defaultClientScopes: string[] }>(path);
  expect(defaultClientScopes).toContain("kc-admin-api");
});

test.describe("where people sign in on another host", long, () => {
  test.use({ deployment: "split" });

  test("the check shows shell commands instead of the real call", async ({
    testBed,
    adminConsole,
  }) => {
    const client = await testBed.createClient("api");
    await adminConsole.openPresets(testBed, client);
    await adminConsole.clickCheckAccess();
    await expect(adminConsole.finding("call")).toContainText(
      "Not tested here, because people sign in on another host",
    );
    await expect(adminConsole.page.getByTestId("fix-call")).toHaveCount(0);
    await expect(adminConsole.finding("tokenEndpoint")).toHaveAttribute("data-verdict", "ok");
    await expect(adminConsole.page.getByTestId("checkCurl")).toHaveValue(/\/kc\/realms\//);
  });
});
