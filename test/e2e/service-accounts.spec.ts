import type { Route } from "@playwright/test";
import { hasFeature } from "../../src/catalog/server/server-features.ts";
import { assertWellMade } from "./console/assert-well-made.ts";
import { otherRealmsEnd } from "./page-watch/expected-response.ts";
import { importAccounts } from "./realm/import-accounts.ts";
import { grantRoles } from "./realm/role-mappings.ts";
import type { TestBed, TestClient } from "./realm/test-bed.ts";
import { long } from "./run/whole-run.ts";
import { testedVersion } from "./servers/tested-version.ts";
import { expect, test } from "./test.ts";

/** Makes a role, and returns its representation as the server has it. */
async function makeRole(testBed: TestBed, container: string, name: string): Promise<object> {
  const { api, realmPath } = testBed;
  await api.post(`${realmPath}${container}/roles`, { name });
  return api.get<object>(`${realmPath}${container}/roles/${name}`);
}

/** A role of the realm's own admin client. */
async function adminRole(testBed: TestBed, name: string): Promise<object> {
  const { api, realmPath } = testBed;
  const [client] = await api.get<{ id: string }[]>(
    `${realmPath}/clients?clientId=realm-management`,
  );
  return api.get<object>(`${realmPath}/clients/${client?.id}/roles/${name}`);
}

async function accountOf(testBed: TestBed, clientUuid: string): Promise<string> {
  const path = `${testBed.realmPath}/clients/${clientUuid}/service-account-user`;
  return (await testBed.api.get<{ id: string }>(path)).id;
}

test("the tab stands next to the console's own tabs, which still work", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["view-users"] });
  const { realm } = testBed;
  const list = await adminConsole.openServiceAccounts(testBed);
  await expect(list.row("api-client")).toContainText("User lookup");
  await expect(adminConsole.serviceAccountsTab).toHaveAttribute("aria-selected", "true");
  const stockList = page.getByRole("link", { name: "account-console", exact: true });
  await expect(stockList).toBeHidden();

  await page.getByRole("tab", { name: "Clients list" }).click();
  await expect(stockList).toBeVisible();
  await expect(adminConsole.serviceAccounts).toHaveCount(0);
  await adminConsole.serviceAccountsTab.click();
  await expect(list.row("api-client")).toBeVisible();
  await expect(stockList).toBeHidden();
  await expect(page).toHaveURL(adminConsole.addressOfClients(realm, "service-accounts"));

  await page.getByRole("tab", { name: "Initial access token" }).click();
  await expect(page.getByRole("tabpanel", { name: "Initial access token" })).toBeVisible();
  await page.goBack();
  await expect(list.row("api-client")).toBeVisible();
  await page.goBack();
  await expect(stockList).toBeVisible();
  await page.goForward();
  await page.reload();
  await expect(list.row("api-client")).toBeVisible();

  await list.row("api-client").getByRole("link").click();
  await adminConsole.assertState("User lookup", "Applied");
  await expect(adminConsole.serviceAccountsTab).toHaveCount(0);
});

test("the list shows what each account can do, and the source of its access", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const { api, realmPath } = testBed;
  const make = (clientId: string, settings = {}) =>
    testBed.createClient("api", { clientId, ...settings });
  const grant = async (clientId: string, roles: readonly string[], settings = {}) =>
    testBed.grant(await make(clientId, settings), { "realm-management": roles });
  await grant("Administrator", ["realm-admin"]);
  await grant("two-jobs", ["manage-events", "view-clients"]);
  await grant("retired", ["view-events"], { enabled: false });
  await grant("begun", ["query-users"]);
  await make("idle");

  // Through a composite realm role, in two steps.
  const outer = await makeRole(testBed, "", "outer");
  const inner = await makeRole(testBed, "", "inner");
  await api.post(`${realmPath}/roles/inner/composites`, [await adminRole(testBed, "manage-users")]);
  await api.post(`${realmPath}/roles/outer/composites`, [inner]);
  const composite = await accountOf(testBed, (await make("by-composite")).clientUuid);
  await api.post(`${realmPath}/users/${composite}/role-mappings/realm`, [outer]);

  // Through a group above the one that it is a member of.
  const parent = await api.post(`${realmPath}/groups`, { name: "operators" });
  const child = await api.post(`${realmPath}/groups/${parent}/children`, { name: "night" });
  const [management] = await api.get<{ id: string }[]>(
    `${realmPath}/clients?clientId=realm-management`,
  );
  await api.post(`${realmPath}/groups/${parent}/role-mappings/clients/${management?.id}`, [
    await adminRole(testBed, "view-users"),
  ]);
  const member = await accountOf(testBed, (await make("by-group")).clientUuid);
  await api.put(`${realmPath}/users/${member}/groups/${child}`, {});

  // Through a composite role of another client, which only the server's own answer tells.
  const app = await make("app");
  const appPath = `/clients/${app.clientUuid}`;
  const ofApp = await makeRole(testBed, appPath, "helper");
  await api.post(`${realmPath}${appPath}/roles/helper/composites`, [
    await adminRole(testBed, "view-events"),
  ]);
  const helped = await accountOf(testBed, (await make("by-app")).clientUuid);
  await api.post(`${realmPath}/users/${helped}/role-mappings/clients/${app.clientUuid}`, [ofApp]);

  // A person's account that is only called like one.
  await testBed.createUser("service-account-nobody");

  const list = await adminConsole.openServiceAccounts(testBed);
  await list.waitUntilRead();
  await expect(list.row("nobody")).toHaveCount(0);
  await expect(list.row("Administrator")).toContainText("Full administration");
  await expect(list.row("two-jobs")).toContainText("Event administration");
  await expect(list.row("retired")).toContainText("Client disabled");
  await expect(list.row("begun")).toContainText("User lookup: 1 of 2 roles held");
  await expect(list.row("idle")).toHaveCount(1);
  await expect(list.cell("idle", "Risk")).toHaveText("No admin roles found");
  expect((await list.clientIds())[0]).toBe("Administrator");

  await list.toggleColumn("Held through");
  await expect(list.row("by-composite")).toContainText("User management");
  await expect(list.cell("by-composite", "Held through")).toHaveText("composite role outer");
  await expect(list.row("by-group")).toContainText("User lookup");
  await expect(list.cell("by-group", "Held through")).toHaveText("group /operators");
  await expect(list.row("by-app")).toContainText("Event reader");
  await expect(list.cell("by-app", "Held through")).toHaveText(
    "another way, such as a composite role of another client",
  );

  await expect(list.finding("realmAdmin")).toContainText(
    "1 service account has realm-admin rights",
  );
  await expect(list.finding("takesOver")).toContainText("4 service accounts can");
  await expect(list.finding("readsSecrets")).toContainText("1 service account can");
  await expect(list.finding("clientDisabled")).toContainText(
    "1 service account of a disabled client",
  );
  await expect(list.finding("wide")).toContainText("1 service account combines");
  await expect(list.finding("indirect")).toContainText("3 service accounts inherit");
  await list.row("by-group").getByTestId("presetRisk").getByRole("button").click();
  const reasons = page.getByTestId("riskReasons");
  await expect(reasons).toContainText("Reads every user's profile");
  await expect(reasons).toContainText("view-users, through group /operators");
  await page.keyboard.press("Escape");
  await list.showFinding("indirect");
  await expect(list.rows).toHaveCount(3);
  await expect(page.getByTestId("filterChips")).toContainText("3 of ");
  await list.showFinding("indirect");

  // The one through realm-admin among them.
  await list.search("view-events");
  await expect(list.rows).toHaveCount(3);
  await expect(list.searchStatus).toHaveText("3 rows match the search and filters.");
  await list.search("");
  await page.getByTestId("filter-risk").click();
  await page.getByRole("menuitem", { name: "Medium" }).click();
  await page.getByTestId("filter-risk").click();
  // Where query-users gets the number of users, it can guess what is in their profiles.
  const isBegunMedium = hasFeature("countsUsersForQueryUsers", testedVersion) === true;
  await expect(list.rows).toHaveCount(isBegunMedium ? 2 : 1);
  await expect(list.row("begun")).toHaveCount(isBegunMedium ? 1 : 0);
  await expect(list.row("by-group")).toBeVisible();
  await page.getByTestId("filter-risk").click();
  await page.getByRole("menuitem", { name: "Medium" }).click();
  await page.getByTestId("filter-risk").click();
  await list.sortBy("Client ID");
  expect((await list.clientIds()).slice(0, 3)).toEqual(["Administrator", "app", "begun"]);
});

test("accounts of imports are distinguished, and viewing them creates none", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  const { api } = testBed;
  const realm = `imported-${testBed.realm}`;
  // Clients whose service accounts are off are asked whose the unlinked ones are.
  expectedResponses.push({ status: 400, path: "/service-account-user" });
  const realmPath = await importAccounts(api, realm);
  const usernames = async () => {
    const users = await api.get<{ username: string }[]>(`${realmPath}/users?username=-account-`);
    return users.map(({ username }) => username).sort();
  };
  testBed.deleteAtEnd(realmPath);
  const before = await usernames();
  expect(before).not.toContain("service-account-pending");
  const list = await adminConsole.openServiceAccounts({ realm });
  await list.waitUntilRead();
  const states = new Map([
    ...[["web", "Leftover account"] as const, ["off", "Leftover account"] as const],
    ...[["retired", "User disabled"] as const, ["stopped", "Client disabled"] as const],
    ...[["robot", "Unlinked"] as const, ["service-account-gone", "Unlinked"] as const],
    ...[["imported", "No account under its usual name"] as const],
    ...[["pending", "No account under its usual name"] as const],
  ]);
  for (const [clientId, state] of states) {
    await expect(list.stateOf(clientId)).toHaveText(state);
  }
  await expect(list.stateOf("helpdesk")).toHaveCount(0);
  await expect(list.rows).toHaveCount(states.size + 1);
  await expect(list.row("anna")).toHaveCount(0);
  await expect(list.cell("web", "Risk")).toContainText("when enabled again");
  await expect(list.cell("imported", "Risk")).toHaveText("Not known");
  await expect(list.cell("helpdesk", "Risk")).toContainText("Full control of this realm");
  await expect(list.progress).toContainText(
    "5 service accounts, 3 of them known to hold admin roles. What 2 of them hold is not known",
  );
  await expect(list.progress).toContainText("2 leftover accounts. 2 unlinked accounts.");

  // Helpdesk, through a view-users that includes realm-admin; web only once it is enabled again.
  await expect(list.finding("realmAdmin")).toContainText("1 ");
  await expect(list.finding("leftover")).toContainText("2 leftover accounts still hold");
  await expect(list.finding("unlinked")).toContainText("2 service accounts");
  await expect(list.finding("clientDisabled")).toContainText("1 service account of a disabled");
  await expect(list.finding("userDisabled")).toContainText("1 disabled service-account user");
  await list.stateOf("robot").getByRole("button").click();
  await expect(page.getByTestId("stateReason")).toContainText("imported under another name");
  await assertWellMade(page);
  await page.keyboard.press("Escape");

  const accounts: Record<string, unknown>[] = JSON.parse(await list.export("json"));
  const stateOf = (username: string) =>
    accounts.find((it) => it["username"] === username)?.["state"];
  expect(stateOf("service-account-web")).toBe("leftover");
  expect(stateOf("robot")).toBe("unlinked");
  expect(await usernames()).toEqual(before);

  await list.row("web").getByRole("link").click();
  await expect(page).toHaveURL(/service-account-presets/);
});

test("the access map shows how far each account reaches, for keyboards and screen readers too", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const { api, realmPath } = testBed;
  const grant = async (clientId: string, roles: readonly string[], settings = {}) => {
    const client = await testBed.createClient("api", { clientId, ...settings });
    await testBed.grant(client, { "realm-management": roles });
    return client;
  };
  await grant("helpdesk", ["manage-users"]);
  await grant("eraser", ["manage-events"]);
  await grant("auditor", ["view-clients"]);
  await grant("retired", ["realm-admin"], { enabled: false });
  const scoped = await grant("scoped", ["manage-users", "view-events"], {
    fullScopeAllowed: false,
  });
  await testBed.createClient("api", { clientId: "idle" });
  const [management] = await api.get<{ id: string }[]>(
    `${realmPath}/clients?clientId=realm-management`,
  );
  await api.post(
    `${realmPath}/clients/${scoped.clientUuid}/scope-mappings/clients/${management?.id}`,
    [await adminRole(testBed, "view-events")],
  );
  const list = await adminConsole.openServiceAccounts(testBed);
  await list.waitUntilRead();
  await expect(list.cell("helpdesk", "Reach")).toContainText("Can escalate: Users, Groups");
  await expect(list.cell("retired", "Reach")).toHaveText("Calls are denied");
  await expect(list.cell("scoped", "Risk")).toContainText("not all of it in its tokens");

  // By keyboard alone.
  await page.getByTestId("accountsView").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: "Access map" }).focus();
  await page.keyboard.press("Enter");
  await expect(list.map.getByRole("columnheader", { name: "Identity providers" })).toBeVisible();
  await expect(list.map.getByRole("rowheader")).toHaveCount(6);
  await expect(list.tile("helpdesk", "Users")).toHaveText("Can escalate");
  await expect(list.tile("eraser", "Events")).toContainText("Can erase the audit trail");
  await expect(list.tile("auditor", "Clients")).toHaveText("Reads secrets");
  await expect(list.tile("idle", "Users")).toContainText("No access");
  // What calls don't have isn't claimed.
  await expect(list.tile("retired", "Realm")).toContainText("No access");
  // Every admin role reads the settings of user profiles up to 26.6, and these count among Users.
  await expect(list.tile("scoped", "Groups")).toContainText("No access");
  await expect(list.tile("scoped", "Events")).toHaveText("Reads secrets");
  await assertWellMade(page);

  await list.search("eraser");
  await expect(list.map.getByRole("rowheader")).toHaveCount(1);
  await expect(list.searchStatus).toHaveText("1 row matches the search and filters.");
  await list.search("");
  const accounts: { clientId: string; reach: Record<string, string> }[] = JSON.parse(
    await list.export("json"),
  );
  const reachOf = (id: string) => accounts.find(({ clientId }) => clientId === id)?.reach;
  expect(reachOf("helpdesk")).toMatchObject({ users: "canEscalate", clients: "none" });
  expect(reachOf("retired")).toMatchObject({ realm: "none" });
  expect(reachOf("scoped")).toMatchObject({ groups: "none", events: "readsSecrets" });
});

test("what everybody holds as a default role is the gravest but realm admin", async ({
  testBed,
  adminConsole,
}) => {
  const { api, realmPath, defaultRole } = testBed;
  await testBed.createClient("api");
  await api.post(`${realmPath}/roles/${defaultRole}/composites`, [
    await adminRole(testBed, "view-users"),
  ]);
  const list = await adminConsole.openServiceAccounts(testBed);
  await list.waitUntilRead();
  await expect(list.finding("givenToAll")).toContainText("1 service account holds");
  await expect(list.row("api-client")).toContainText("User lookup");
});

test("the last sign-in is shown if the realm records it, and none only after 30 days of events", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const { api, realmPath } = testBed;
  await api.put(`${realmPath}/events/config`, { eventsEnabled: true, eventsListeners: [] });
  const used = await testBed.createClient("api", { clientId: "used" });
  const unused = await testBed.createClient("api", { clientId: "unused" });
  for (const client of [used, unused]) {
    await testBed.grant(client, { "realm-management": ["view-events"] });
  }
  await testBed.tokenOf(used);
  const list = await adminConsole.openServiceAccounts(testBed);
  await list.waitUntilRead();
  await expect(list.cell("used", "Last used")).toHaveText(/\d{4}, \d/);
  await expect(list.cell("unused", "Last used")).toHaveText("Not known");
  await expect(list.finding("unused")).toHaveCount(0);

  // What signed in under another name signed in all the same.
  const settings = await api.get<object>(`${realmPath}/clients/${used.clientUuid}`);
  await api.put(`${realmPath}/clients/${used.clientUuid}`, { ...settings, clientId: "renamed" });
  // The same events and accounts, as they look in 40 and 50 days.
  const olderBy = (days: number, field: string) => async (route: Route) => {
    const response = await route.fetch();
    const items: Record<string, unknown>[] = await response.json();
    const aged = items.map((item) => ({
      ...item,
      [field]: Number(item[field]) - days * 86_400_000,
    }));
    await route.fulfill({ response, json: aged });
  };
  await page.route(/\/events\?/, olderBy(40, "time"));
  await list.readAgain();
  await list.waitUntilRead();
  await expect(list.cell("renamed", "Last used")).toHaveText(/\d{4}, \d/);
  // An account of today can't have signed in since.
  await expect(list.cell("unused", "Last used")).toHaveText("Not known");
  await page.route(/\/users\/?\?/, olderBy(50, "createdTimestamp"));
  await list.readAgain();
  await list.waitUntilRead();
  await expect(list.cell("renamed", "Last used")).toHaveText(/\d{4}, \d/);
  await expect(list.cell("unused", "Last used")).toHaveText("None in the last 40 days");
  await expect(list.finding("unused")).toContainText(
    "No sign-in recorded for 1 service account in the last 40 days. Check with the owner, then remove the access.",
  );
});

test("unrecorded and hidden last sign-ins are distinguished", async ({
  testBed,
  adminConsole,
  expectedResponses,
}) => {
  const { api, realmPath } = testBed;
  await testBed.createClient("api");
  const visitor = await testBed.createAdministrator("visitor", ["view-clients", "view-users"]);
  expectedResponses.push({ status: 403, path: "/admin/realms/" });
  const list = await adminConsole.openServiceAccounts(testBed, { visitor });
  await list.waitUntilRead();
  await expect(list.cell("api-client", "Last used")).toHaveText("Not known");

  await grantRoles(api, realmPath, `${realmPath}/users/${visitor.userId}`, {
    "realm-management": ["view-events"],
  });
  await list.readAgain();
  await expect(list.cell("api-client", "Last used")).toHaveText("Not recorded");
});

test("hostile names are plain text on the page and in files", async ({ testBed, adminConsole }) => {
  const names = [
    "<img src=x onerror=alert(1)>",
    '=HYPERLINK("x")',
    'a,b"c\nd',
    "__proto__",
    "ÄÖ %2F",
  ];
  for (const clientId of names) {
    const client = await testBed.createClient("api", { clientId });
    await testBed.grant(client, { "realm-management": ["view-events"] });
  }
  const list = await adminConsole.openServiceAccounts(testBed);
  await list.waitUntilRead();
  expect([...(await list.clientIds())].sort()).toEqual([...names].sort());
  await expect(adminConsole.serviceAccounts.locator("img")).toHaveCount(0);

  const accounts: unknown[] = JSON.parse(await list.export("json"));
  expect(accounts).toHaveLength(names.length);
  for (const clientId of names) {
    expect(accounts).toContainEqual(
      expect.objectContaining({
        clientId,
        presets: ["event-reader"],
        risk: "critical",
        enabled: true,
      }),
    );
  }
  const csv = await list.export("csv");
  expect(csv).toMatch(/^realm,client_id,client_uuid,enabled,/);
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  expect(csv).toContain('"a,b""c\nd"');
});

test("requests grow with roles and pages, not with accounts", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const { api, realmPath } = testBed;
  const paths: string[] = [];
  page.on("request", (request) => {
    const { pathname, search } = new URL(request.url());
    // What is asked of single accounts is asked for the rows that are shown, 20 at most.
    const isOfRow = /\/users\/[^/]+\/role-mappings\//.test(pathname);
    const isOwn = request.method() === "GET" && pathname.startsWith("/admin/realms/");
    if (isOwn && !isOfRow && !search.includes("search=")) paths.push(pathname);
  });
  const list = adminConsole.serviceAccountList;
  const count = async () => {
    paths.length = 0;
    await page.getByTestId("readAgain").click();
    await list.waitUntilRead();
    return paths.length;
  };
  const make = async (from: number, to: number) => {
    const clients = Array.from({ length: to - from }, (_, index) => ({
      clientId: `client-${from + index}`,
      publicClient: false,
      serviceAccountsEnabled: true,
    }));
    await api.post(`${realmPath}/partialImport`, { ifResourceExists: "FAIL", clients });
  };
  await make(0, 3);
  await adminConsole.openServiceAccounts(testBed);
  await list.waitUntilRead();
  const few = await count();
  await make(3, 60);
  expect(await count()).toBe(few);
  await expect(list.progress).toContainText("60 service accounts");
});

test("no more requests are sent after the tab was left or the reading stopped", async ({
  testBed,
  adminConsole,
  page,
}) => {
  await testBed.createClient("api");
  const asked: string[] = [];
  let letGo = () => {};
  const isHeldBack = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/roles\/[^/]+\/users\?/, async (route) => {
    asked.push(route.request().url());
    await isHeldBack;
    await route.continue().catch(() => undefined);
  });
  const list = await adminConsole.openServiceAccounts(testBed);
  // Rows are there before it is known what they hold, and it can be stopped.
  await expect(list.row("api-client")).toBeVisible();
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  // Nothing is counted or found before it is.
  await expect(list.cell("api-client", "Risk")).toHaveText("Not known yet");
  await expect(list.progress).toContainText("not known yet");
  await expect(list.progress).not.toContainText(/\d service account/);
  await expect(page.getByTestId("toggleFindings")).toBeDisabled();
  await list.openActions();
  await expect(page.getByTestId("export-csv").getByRole("menuitem")).toBeDisabled();
  await list.openActions();
  await expect(list.searchField).toBeDisabled();
  await expect(list.row("api-client").getByRole("checkbox")).toBeDisabled();
  await page.getByTestId("stopSurvey").click();
  await expect(list.progress).toContainText("Stopped: the list may lack");
  await expect(list.progress).not.toContainText(/\d service account/);
  await page.getByTestId("readAgain").click();
  await expect.poll(() => asked.length).toBeGreaterThan(6);
  await page.getByRole("tab", { name: "Clients list" }).click();
  await expect(adminConsole.serviceAccounts).toHaveCount(0);
  const before = asked.length;
  letGo();
  await page.getByRole("link", { name: "account-console", exact: true }).click();
  await adminConsole.assertClientPage();
  expect(asked).toHaveLength(before);
});

test("a preset is applied to several clients at once, continued after a failure, and undone", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  const clients: TestClient[] = [];
  for (const clientId of ["one", "two", "three"]) {
    clients.push(
      await testBed.createClient("api", { clientId, fullScopeAllowed: clientId !== "two" }),
    );
  }
  const held = () => Promise.all(clients.map((client) => testBed.rolesHeldBy(client)));
  const [, , third] = clients;
  if (third !== undefined) await testBed.grant(third, { "realm-management": ["view-events"] });
  const before = await held();
  const list = await adminConsole.openServiceAccounts(testBed);
  await list.waitUntilRead();
  await list.choose("one", "two", "three");
  await list.changeChosen("Apply", "Event reader");
  await expect(list.bulkItem("one")).toContainText("Assign to the service account");
  await expect(list.bulkItem("two")).toContainText("scope");
  await expect(list.bulkItem("three")).toContainText("No change needed");

  // The second one's role mapping fails once.
  let writes = 0;
  expectedResponses.push({ status: 500, path: "/role-mappings/" });
  await page.route(/\/role-mappings\/clients\//, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    writes += 1;
    return writes === 2 ? route.fulfill({ status: 500, body: "{}" }) : route.fallback();
  });
  await page.getByTestId("confirmBulk").click();
  await list.waitUntilBulk("ended");
  const failed = page.locator('[data-state="failed"]');
  await expect(failed).toHaveCount(1);
  await expect(failed).toContainText("view-events is not assigned");
  await page.getByTestId("continueBulk").click();
  await expect(page.locator('[data-state="done"]')).toHaveCount(2);
  for (const client of clients) {
    expect(await testBed.statusForClient(client, "GET", "/events")).toBe(200);
  }
  // Undo fails once too: Continue then goes on with undoing, and applies to nobody.
  let deletions = 0;
  await page.route(/\/role-mappings\/clients\//, async (route) => {
    if (route.request().method() !== "DELETE") return route.fallback();
    deletions += 1;
    return deletions === 1 ? route.fulfill({ status: 500, body: "{}" }) : route.fallback();
  });
  await page.getByTestId("undoBulk").click();
  await expect(page.getByTestId("bulkState")).toContainText("1 of 2 done; 1 stopped");
  await page.getByTestId("continueBulk").click();
  await expect(page.getByTestId("bulkState")).toContainText("Undone for 2 service accounts");
  await expect(page.locator('[data-state="undone"]')).toHaveCount(2);
  expect(await held()).toEqual(before);
  await page.getByTestId("closeBulk").click();

  await list.waitUntilRead();
  await expect(list.row("three")).toContainText("Event reader");
  await list.changeChosen("Remove", "Event reader");
  await expect(list.bulkItem("three")).toContainText("Planned");
  await page.getByTestId("confirmBulk").click();
  await list.waitUntilBulk("ended");
  if (third !== undefined) expect(await testBed.statusForClient(third, "GET", "/events")).toBe(403);
});

test("a finding is carried out where it stands: realm admins get a narrower preset, and it is undone", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const clients: TestClient[] = [];
  for (const clientId of ["one", "two"]) {
    const client = await testBed.createClient("api", { clientId });
    await testBed.grant(client, { "realm-management": ["realm-admin"] });
    clients.push(client);
  }
  const list = await adminConsole.openServiceAccounts(testBed);
  await list.waitUntilRead();
  await list.beginRemedy("realmAdmin");
  await page.getByTestId("choosePresets").click();
  await page.getByRole("menuitem", { name: "User lookup", exact: true }).click();
  await expect(page.getByTestId("chosenPresets")).toContainText("User lookup");
  await page.getByTestId("choosePresets").click();
  for (const name of ["one", "two"]) {
    await expect(list.bulkItem(name).getByTestId("bulkVerdict")).toContainText(
      "Ends realm-admin access",
    );
  }
  await list
    .bulkItem("one")
    .getByRole("button", { name: /Before and after/ })
    .click();
  await expect(list.bulkItem("one")).toContainText(/\d+ calls lost/);
  await assertWellMade(page);
  await page.getByTestId("confirmBulk").click();
  await list.waitUntilBulk("ended");
  for (const client of clients) {
    expect(await testBed.statusForClient(client, "GET", "/users")).toBe(200);
    expect(await testBed.statusForClient(client, "GET", "/events")).toBe(403);
  }
  await page.getByTestId("undoBulk").click();
  await expect(list.bulkState).toContainText("Undone for 2 service accounts");
  for (const client of clients) {
    expect(await testBed.rolesHeldBy(client)).toContain("realm-management/realm-admin");
  }
});

test("a change of several clients that is stopped during the last one has ended", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  let letGo = () => {};
  const isHeldBack = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/role-mappings\/clients\//, async (route) => {
    if (route.request().method() === "POST") await isHeldBack;
    await route.fallback();
  });
  const list = await adminConsole.openServiceAccounts(testBed);
  await list.waitUntilRead();
  await list.choose("api-client");
  await list.changeChosen("Apply", "Event reader");
  await page.getByTestId("confirmBulk").click();
  await page.getByTestId("stopBulk").click();
  letGo();
  await list.waitUntilBulk("ended");
  await expect(list.bulkState).toContainText("1 service account changed.");
  await expect(page.getByTestId("continueBulk")).toHaveCount(0);
  expect(await testBed.statusForClient(client, "GET", "/events")).toBe(200);
});

test("a bulk change offers no preset that none of the clients can have", async ({
  testBed,
  adminConsole,
}) => {
  await testBed.createClient("api");
  const list = await adminConsole.openServiceAccounts(testBed);
  await list.waitUntilRead();
  await list.choose("api-client");
  await list.openChange();
  await expect(list.bulkState).toContainText("Choose presets above.");
  const offered = await list.offeredPresets();
  expect(offered).toContain("Event reader");
  expect(offered).toContain("Full administration");
  expect(offered).not.toContain("Realm creation");
});

test(
  "in a bulk change, a client whose realm lacks the role says so",
  long,
  async ({ testBed, adminConsole, expectedResponses }) => {
    const { api, realm } = testBed;
    const clientId = `of-${realm}`;
    expectedResponses.push(...otherRealmsEnd(realm));
    await testBed.createClient("api");
    const clients = "/admin/realms/master/clients";
    const clientUuid = await api.post(clients, {
      clientId,
      publicClient: false,
      serviceAccountsEnabled: true,
    });
    testBed.deleteAtEnd(`${clients}/${clientUuid}`);
    const list = await adminConsole.openServiceAccounts({ realm: "master" });
    await list.waitUntilRead();
    await list.lookAtAllRealms();
    await list.search(realm);
    await list.choose(clientId, "api-client");
    await list.changeChosen("Apply", "Realm creation");
    await expect(list.bulkItem(clientId)).toContainText("Planned");
    await expect(list.bulkItem("api-client")).toContainText("Not available here");
    await expect(list.bulkItem("api-client")).toContainText("create-realm");
  },
);

test(
  "in the view of all realms, a client isn't mistaken for the one with its name in another realm",
  long,
  async ({ testBed, adminConsole, page, expectedResponses }) => {
    const { api, realm } = testBed;
    const clientId = `twin-${realm}`;
    expectedResponses.push(...otherRealmsEnd(realm));
    const ofRealm = await testBed.createClient("api", { clientId });
    const clients = "/admin/realms/master/clients";
    const ofMaster = await api.post(clients, {
      clientId,
      publicClient: false,
      serviceAccountsEnabled: true,
    });
    // The clients of the realm are read last, so that its rows have to be looked for before.
    let letGo = () => {};
    const isHeldBack = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(new RegExp(`/admin/realms/${realm}/clients\\?.*first=`), async (route) => {
      await isHeldBack;
      await route.continue().catch(() => undefined);
    });
    testBed.deleteAtEnd(`${clients}/${ofMaster}`);
    const list = await adminConsole.openServiceAccounts({ realm: "master" });
    await list.waitUntilRead();
    await page.getByTestId("allRealms").click();
    await list.showPerPage(100);
    const link = (of: string) => list.row(clientId).locator(`a[href*="#/${of}/clients/"]`);
    const assertOwnLinks = async () => {
      await expect(link("master")).toHaveAttribute("href", new RegExp(ofMaster));
      await expect(link(realm)).toHaveAttribute("href", new RegExp(ofRealm.clientUuid));
    };
    await assertOwnLinks();
    letGo();
    await list.waitUntilRead();
    await assertOwnLinks();
  },
);

test("an administrator who can't see accounts is told so, and nothing is shown", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  const visitor = await testBed.createAdministrator("visitor", ["view-clients"]);
  expectedResponses.push({ status: 403, path: "/admin/realms/" });
  await adminConsole.openServiceAccounts(testBed, { visitor });
  await expect(page.getByTestId("accessDenied")).toContainText("You lack view-users.");
  await expect(page.getByTestId("accounts")).toHaveCount(0);
});
