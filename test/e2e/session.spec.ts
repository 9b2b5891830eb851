import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { documentedScript } from "../documented-script.ts";
import { waitForProblem } from "./console/wait-for-problem.ts";
import type { TestBed } from "./realm/test-bed.ts";
import { runInShell } from "./run/run-in-shell.ts";
import { long } from "./run/whole-run.ts";
import { expect, test } from "./test.ts";

test("opening the console signs nobody in before the tab is opened, and the console's session stays", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const { clientUuid } = await testBed.createClient("api");
  await adminConsole.openClient(testBed, { clientUuid });
  await page.waitForLoadState("networkidle");
  const signIns: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("prompt=none")) signIns.push(request.url());
  });
  await page.getByRole("tab", { name: "Roles", exact: true }).click();
  await expect(page.getByText("No roles for this client")).toBeVisible();
  await adminConsole.presetsTab.hover();
  await adminConsole.presetsTab.focus();
  expect(signIns).toHaveLength(0);
  await adminConsole.goToPresets();
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  expect(signIns).toHaveLength(1);
  await page.getByRole("tab", { name: "Roles", exact: true }).click();
  await adminConsole.goToPresets();
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  expect(signIns).toHaveLength(1);
});

test("a silent sign-in takes two requests, and the console's page is not loaded again", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const { clientUuid } = await testBed.createClient("api");
  await adminConsole.openClient(testBed, { clientUuid });
  await page.waitForLoadState("networkidle");
  const requests: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/\/protocol\/|\/console\/$/.test(pathname)) requests.push(pathname);
  });
  await adminConsole.goToPresets();
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  const openId = "/realms/master/protocol/openid-connect";
  expect(requests).toEqual([`${openId}/auth`, `${openId}/token`]);
});

test("if the login answers without a form, the sign-in reads the answer from the address", async ({
  testBed,
  adminConsole,
  expectedResponses,
  page,
}) => {
  const client = await testBed.createClient("api");
  const modes: (string | null)[] = [];
  page.on("request", (request) => {
    // Some versions of the console ask without a prompt too, as they load.
    if (request.resourceType() !== "fetch") return;
    const { searchParams } = new URL(request.url());
    if (searchParams.has("prompt")) modes.push(searchParams.get("response_mode"));
  });
  await page.route(/response_mode=form_post/, (route) =>
    route.fulfill({ status: 400, contentType: "text/html", body: "<p>Invalid response_mode</p>" }),
  );
  expectedResponses.push({ status: 400, path: "/protocol/openid-connect/auth" });
  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");
  expect(modes.slice(0, 2)).toEqual(["form_post", "query"]);
});

for (const deployment of ["usual", "split"] as const) {
  test.describe(`on the deployment ${deployment}`, deployment === "split" ? long : {}, () => {
    test.use({ deployment });

    test("a console that leaves the issuer out of its answers can sign in too", async ({
      testBed,
      adminConsole,
    }) => {
      const client = await testBed.createClient("api");
      const operator = await testBed.createAdministrator("operator", ["realm-admin"]);
      await updateConsoleClient(testBed, {
        attributes: { "exclude.issuer.from.auth.response": "true" },
      });
      await adminConsole.openPresets(testBed, client, { visitor: operator });
      await adminConsole.clickApplyPreset("User lookup");
      await adminConsole.assertState("User lookup", "Applied");
    });

    test("a login that always asks for credentials is named after signing in again, with an alternative", async ({
      testBed,
      adminConsole,
      page,
    }) => {
      const client = await testBed.createClient("api");
      const operator = await testBed.createAdministrator("operator", ["realm-admin"]);
      await useFlowWithoutCookie(testBed);
      const address = { realm: testBed.realm, clientUuid: client.clientUuid };
      await adminConsole.goToSignIn({ ...address, tab: "service-account-presets" }, testBed.realm);
      await adminConsole.fillSignIn(operator);
      const problem = page.getByTestId("presetsProblem");
      await expect(problem).toContainText("Your session has expired or needs confirmation");
      await page.getByTestId("signInAgain").click();
      await adminConsole.fillSignIn(operator);
      await expect(problem).toContainText("This login asks for credentials every time");
      await expect(problem).toContainText("Use the command line");
      await expect(page.getByTestId("signInAgain")).toHaveCount(0);
    });

    test("a login that leads to an identity provider is not followed", async ({
      testBed,
      adminConsole,
      page,
    }) => {
      const client = await testBed.createClient("api");
      const operator = await testBed.createAdministrator("operator", ["realm-admin"]);
      const address = { realm: testBed.realm, clientUuid: client.clientUuid };
      await adminConsole.goToSignIn(address, testBed.realm);
      await adminConsole.fillSignIn(operator);
      await adminConsole.assertClientPage();
      await useFlowWithoutCookie(testBed, "https://provider.example.org/auth");
      // That nobody else was asked is checked after each story.
      await adminConsole.goToPresets();
      await expect(page.getByTestId("presetsProblem")).toContainText("Your session has expired");
    });
  });
}

test("a redirect of the Admin API is not followed but reported", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  await page.route(/\/role-mappings\//, (route) =>
    route.fulfill({ status: 307, headers: { location: "https://provider.example.org/" } }),
  );
  await adminConsole.clickApplyPreset("User lookup");
  await expect(page.getByTestId("presetsProblem")).toContainText(
    "which the extension doesn't follow",
  );
  await page.unrouteAll();
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
});

test("the server's admin events name the person who clicked", async ({ testBed, adminConsole }) => {
  const { api, realmPath } = testBed;
  const client = await testBed.createClient("api");
  const operator = await testBed.createAdministrator("operator", ["realm-admin"]);
  await api.put(realmPath, { adminEventsEnabled: true });
  await adminConsole.openPresets(testBed, client, { visitor: operator });
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");
  const events = await api.get<readonly { authDetails: { userId: string; clientId: string } }[]>(
    `${realmPath}/admin-events?resourceTypes=CLIENT_ROLE_MAPPING`,
  );
  const [console] = await api.get<readonly { id: string }[]>(
    `${realmPath}/clients?clientId=security-admin-console`,
  );
  expect(events.map(({ authDetails: { userId, clientId } }) => [userId, clientId])).toEqual([
    [operator.userId, console?.id],
  ]);
});

test("a token that lives for only seconds is renewed when a call needs it", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  await testBed.api.put(testBed.realmPath, { accessTokenLifespan: 5 });
  const operator = await testBed.createAdministrator("operator", ["realm-admin"]);
  await adminConsole.openPresets(testBed, client, { visitor: operator });
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  const renewal = page.waitForRequest(/prompt=none/);
  await adminConsole.clickApplyPreset("User lookup");
  await renewal;
  await adminConsole.assertState("User lookup", "Applied");
});

test("after the session has ended, signing in again returns to this tab", async ({
  testBed,
  adminConsole,
  expectedResponses,
  page,
}) => {
  const client = await testBed.createClient("api");
  const operator = await testBed.createAdministrator("operator", ["realm-admin"]);
  await adminConsole.openPresets(testBed, client, { visitor: operator });
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  await testBed.api.post(`${testBed.realmPath}/users/${operator.userId}/logout`, {});
  expectedResponses.push({ status: 401, path: "/admin/realms/" });
  expectedResponses.push({ status: 400, path: "/token" });
  const problem = waitForProblem(page);
  await adminConsole.clickApplyPreset("User lookup");
  // At once: some seconds later the stock console notices too, and leads to the login page by itself.
  expect(await problem).toMatch(/Your session has expired.*Nothing was changed\./s);
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
  await adminConsole.clickSignInAgain();
  await adminConsole.fillSignIn(operator);
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");
});

test("a silent sign-in writes a LOGIN and a CODE_TO_TOKEN event of its session, and a filter removes them from a log", async ({
  testBed,
  adminConsole,
}) => {
  const { realm, api, realmPath } = testBed;
  const client = await testBed.createClient("api");
  const operator = await testBed.createAdministrator("operator", ["realm-admin"]);
  await api.put(`${realmPath}/events/config`, { eventsEnabled: true, eventsListeners: [] });
  const readEvents = () => api.get<readonly SignInEvent[]>(`${realmPath}/events`);
  const address = { realm, clientUuid: client.clientUuid };
  await adminConsole.goToSignIn(address, realm);
  await adminConsole.fillSignIn(operator);
  await adminConsole.assertClientPage();
  await expect.poll(async () => typesOf(await readEvents())).toEqual(["CODE_TO_TOKEN", "LOGIN"]);
  const before = await readEvents();

  await adminConsole.goToPresets();
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  await expect.poll(async () => (await readEvents()).length).toBe(before.length + 2);
  const after = await readEvents();
  // The newest come first.
  expect(typesOf(after.slice(0, 2))).toEqual(["CODE_TO_TOKEN", "LOGIN"]);
  expect(new Set(after.map(({ clientId }) => clientId))).toEqual(
    new Set(["security-admin-console"]),
  );
  expect(new Set(after.map(({ sessionId }) => sessionId)).size).toBe(1);

  const filter = documentedScript("SECURITY.md", "grep 'type=\"LOGIN\"'");
  const kept = await runInShell(filter, {
    files: { "keycloak.log": after.map(asLogLine).join("\n") },
  });
  const [own] = before.filter(({ type }) => type === "LOGIN");
  expect(kept.trim()).toBe(own === undefined ? undefined : asLogLine(own));
});

/** Changes the client that the realm's console signs in as. */
async function updateConsoleClient(
  { api, realmPath }: TestBed,
  changes: ClientRepresentation,
): Promise<void> {
  const path = `${realmPath}/clients?clientId=security-admin-console`;
  const [console] = await api.get<readonly ClientRepresentation[]>(path);
  const attributes = { ...console?.attributes, ...changes.attributes };
  await api.put(`${realmPath}/clients/${console?.id}`, { ...console, ...changes, attributes });
}

/**
 * Lets the realm sign in by a flow that knows no session that is there already, and so asks each time.
 *
 * @param provider where an identity provider signs people in, to which silent requests are passed on
 */
async function useFlowWithoutCookie({ api, realmPath }: TestBed, provider?: string): Promise<void> {
  const flows = `${realmPath}/authentication/flows`;
  await api.post(`${flows}/browser/copy`, { newName: "asks" });
  const executions = await api.get<readonly { id: string; providerId?: string }[]>(
    `${flows}/asks/executions`,
  );
  const idOf = (name: string) => executions.find(({ providerId }) => providerId === name)?.id;
  const execution = `${realmPath}/authentication/executions`;
  await api.delete(`${execution}/${idOf("auth-cookie")}`);
  if (provider !== undefined) {
    await api.post(`${realmPath}/identity-provider/instances`, {
      alias: "provider",
      providerId: "oidc",
      config: {
        ...{ authorizationUrl: provider, tokenUrl: provider, clientId: "a", clientSecret: "b" },
        acceptsPromptNoneForwardFromClient: "true",
      },
    });
    await api.post(`${execution}/${idOf("identity-provider-redirector")}/config`, {
      ...{ alias: "to the provider", config: { defaultProvider: "provider" } },
    });
  }
  await api.put(realmPath, { browserFlow: "asks" });
}

/** An event as the server stores it. */
interface SignInEvent {
  readonly type: string;
  readonly clientId: string;
  readonly sessionId: string;
  readonly details: { readonly redirect_uri?: string };
}

const typesOf = (events: readonly SignInEvent[]) => events.map(({ type }) => type).sort();

/** The parts of a line by which the server's log tells an event, and its filters find it. */
const asLogLine = ({ type, clientId, details }: SignInEvent) =>
  `type="${type}", clientId="${clientId}", redirect_uri="${details.redirect_uri}"`;
