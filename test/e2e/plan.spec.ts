import { hasFeature } from "../../src/catalog/server/server-features.ts";
import type { AdminConsole } from "./console/admin-console.ts";
import { assertWellMade } from "./console/assert-well-made.ts";
import type { TestBed, TestClient } from "./realm/test-bed.ts";
import { testedVersion } from "./servers/tested-version.ts";
import { expect, test } from "./test.ts";

async function openTab(adminConsole: AdminConsole, testBed: TestBed, client: TestClient) {
  await adminConsole.openPresets(testBed, client);
  await expect(adminConsole.preset("User lookup")).toBeVisible();
}

/** Makes the client scope that the Admin API asks for from Keycloak 26.8 on; no such server was at hand. */
async function makeAdminClientScope({ api, realmPath }: TestBed): Promise<string> {
  return api.post(`${realmPath}/client-scopes`, {
    name: "kc-admin-api",
    protocol: "openid-connect",
  });
}

async function clientScopesOf({ api, realmPath }: TestBed, { clientUuid }: TestClient) {
  const path = `${realmPath}/clients/${clientUuid}`;
  return api.get<{ defaultClientScopes: string[]; optionalClientScopes: string[] }>(path);
}

test("if full scope is off, Apply adds the roles to the client's scope too, and Undo removes both", async ({
  testBed,
  adminConsole,
}) => {
  const client = await testBed.createClient("api", { fullScopeAllowed: false });
  const statusOfCall = () => testBed.statusForClient(client, "GET", "/users");
  await openTab(adminConsole, testBed, client);
  await expect(adminConsole.summary).toContainText("Full scope allowed is off");
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");
  expect(await statusOfCall()).toBe(200);

  await adminConsole.clickUndo();
  await adminConsole.assertNoState("User lookup");
  expect(await statusOfCall()).toBe(403);
  const { api, realmPath } = testBed;
  const path = `${realmPath}/clients/${client.clientUuid}/scope-mappings`;
  expect(await api.get<object>(path)).toEqual({});
});

test("roles that the scope filters out are reported, and one click adds them", async ({
  testBed,
  adminConsole,
}) => {
  const client = await testBed.createClient("api", { fullScopeAllowed: false });
  await testBed.grant(client, { "realm-management": ["view-events"] });
  await openTab(adminConsole, testBed, client);
  await adminConsole.assertState("Event reader", "Assigned, but not in tokens");
  await adminConsole.clickApplyPreset("Event reader");
  await adminConsole.clickConfirm();
  await adminConsole.assertState("Event reader", "Applied");
  expect(await testBed.statusForClient(client, "GET", "/events")).toBe(200);
});

test("a plan of two presets shows its steps, the roles already assigned and the calls gained, and does exactly that", async ({
  testBed,
  adminConsole,
}) => {
  const client = await testBed.createClient("api", { fullScopeAllowed: false });
  await testBed.grant(client, { "realm-management": ["view-users"] });
  await openTab(adminConsole, testBed, client);
  await adminConsole.clickPlanChange();
  await expect(adminConsole.planDialog).toContainText("Choose presets above");
  await adminConsole.choosePresetsOfPlan("Access review", "Event reader");
  await expect(adminConsole.planSteps).toHaveText([
    "Assign to the service account: view-realm and view-events (realm-management)",
    /^Add to the client's scope.*: view-users, view-realm, and view-events \(realm-management\)$/,
  ]);
  await expect(adminConsole.planDialog).toContainText("view-users: already assigned");
  await expect(adminConsole.planDialog).toContainText(/\d+ calls gained/);
  await adminConsole.clickConfirm();
  await adminConsole.assertState("Access review", "Applied");
  await adminConsole.assertState("Event reader", "Included in Event reader with user names");
  expect(await testBed.rolesHeldBy(client)).toEqual([
    testBed.defaultRole,
    "realm-management/view-events",
    "realm-management/view-realm",
    "realm-management/view-users",
  ]);
});

test("Replace access removes every other admin role, names what a group gives, and can be undone", async ({
  testBed,
  adminConsole,
}) => {
  const client = await testBed.createClient("api");
  await testBed.grant(client, {
    "realm-management": ["manage-clients", "view-events"],
    account: ["view-profile"],
  });
  const before = await testBed.rolesHeldBy(client);
  await openTab(adminConsole, testBed, client);
  await adminConsole.clickPresetAction("User lookup", "Replace access…");
  await expect(adminConsole.planSteps).toHaveText([
    /^Assign to the service account: view-users and query-users/,
    /^Unassign from the service account: manage-clients and view-events/,
  ]);
  await expect(adminConsole.planDialog).toContainText(/\d+ calls lost/);
  await adminConsole.clickConfirm();
  await adminConsole.assertToast(
    "Access replaced with User lookup: 2 roles added, 2 roles removed",
  );
  expect(await testBed.rolesHeldBy(client)).toEqual([
    "account/view-profile",
    testBed.defaultRole,
    "realm-management/query-users",
    "realm-management/view-users",
  ]);
  await adminConsole.clickUndo();
  await adminConsole.assertState("Client management", "Applied");
  expect(await testBed.rolesHeldBy(client)).toEqual(before);
});

test("Replace access keeps what its preset allows, even for a former realm-admin", async ({
  testBed,
  adminConsole,
}) => {
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["realm-admin"] });
  await openTab(adminConsole, testBed, client);
  await adminConsole.clickPresetAction("User lookup", "Replace access…");
  await adminConsole.clickConfirm();
  await adminConsole.assertState("User lookup", "Applied");
  expect(await testBed.statusForClient(client, "GET", "/users")).toBe(200);
  expect(await testBed.statusForClient(client, "GET", "/events")).toBe(403);
});

test("removing two presets at once removes what only these two need", async ({
  testBed,
  adminConsole,
}) => {
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["view-users", "view-events", "view-realm"] });
  await openTab(adminConsole, testBed, client);
  await adminConsole.clickPlanChange();
  await adminConsole.choosePresetsOfPlan("Access review", "Event reader with user names");
  await adminConsole.chooseModeOfPlan("Remove");
  await adminConsole.clickConfirm();
  await expect(adminConsole.summary).toContainText("No admin roles in realm");
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
});

test("a plan adds the client scope kc-admin-api if the realm has it and the client lacks it", async ({
  testBed,
  adminConsole,
}) => {
  const scopeId = await makeAdminClientScope(testBed);
  const client = await testBed.createClient("api");
  const { api, realmPath } = testBed;
  const path = `${realmPath}/clients/${client.clientUuid}`;
  await api.put(`${path}/optional-client-scopes/${scopeId}`, {});
  await openTab(adminConsole, testBed, client);
  await adminConsole.clickPresetAction("User lookup", "Show plan");
  await expect(adminConsole.planSteps).toHaveText([
    /^Assign to the service account/,
    /^Add to the client's default client scopes: kc-admin-api/,
  ]);
  await adminConsole.clickConfirm();
  await adminConsole.assertState("User lookup", "Applied");
  expect((await clientScopesOf(testBed, client)).defaultClientScopes).toContain("kc-admin-api");

  await adminConsole.clickUndo();
  await adminConsole.assertNoState("User lookup");
  const scopes = await clientScopesOf(testBed, client);
  expect(scopes.defaultClientScopes).not.toContain("kc-admin-api");
  expect(scopes.optionalClientScopes).toContain("kc-admin-api");
});

test("on a coming version a preset without that client scope is not applied, and Apply shows it first", async ({
  testBed,
  adminConsole,
  expectedResponses,
}) => {
  // A coming version has workflows, so it is asked for them.
  if (hasFeature("workflows", testedVersion) !== true) {
    expectedResponses.push({ status: 404, path: "/workflows" });
  }
  await makeAdminClientScope(testBed);
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["view-events"] });
  await adminConsole.openClient(testBed, client);
  await adminConsole.renameVersion();
  await adminConsole.goToPresets();
  await adminConsole.assertState("Event reader", "Assigned, but calls are denied");
  await adminConsole.clickApplyPreset("Event reader");
  await expect(adminConsole.planSteps).toHaveText([
    /^Add to the client's default client scopes: kc-admin-api/,
  ]);
  await adminConsole.clickConfirm();
  await adminConsole.assertState("Event reader", "Applied");
  expect((await clientScopesOf(testBed, client)).defaultClientScopes).toContain("kc-admin-api");
});

test("a plan begins with its verdict, compares before and after, and its calls can be searched", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["realm-admin"] });
  await openTab(adminConsole, testBed, client);
  await adminConsole.clickPresetAction("User lookup", "Replace access…");
  const { planDialog } = adminConsole;
  await expect(planDialog.getByTestId("planVerdict")).toHaveText(/Ends realm-admin access/);
  const users = planDialog.getByRole("row", { name: /^Users/ });
  await expect(users).toContainText("can escalate");
  await expect(users.locator('[data-direction="shrinks"]')).toContainText("reads");
  await expect(planDialog).toContainText("No other admin access known");
  // Power shrinks: nothing here is dangerous.
  await expect(page.getByTestId("confirmChange")).toHaveClass(/pf-m-primary/);
  await planDialog.getByRole("button", { name: /calls lost/ }).click();
  await planDialog.getByRole("textbox", { name: "Search calls" }).fill("impersonation");
  await expect(planDialog.getByRole("listitem").filter({ hasText: "/impersonation" })).toHaveCount(
    1,
  );
  await assertWellMade(page);
});

test("a plan that makes power critical is red, and says why and whose secret is to be guarded", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["view-users", "query-users"] });
  await openTab(adminConsole, testBed, client);
  await adminConsole.clickApplyPreset("User management");
  const { planDialog } = adminConsole;
  await expect(planDialog.getByTestId("planVerdict")).toContainText("Raises the worst case");
  await expect(planDialog).toContainText("Anyone who has the secret of api-client");
  const users = planDialog.getByRole("row", { name: /^Users/ });
  await expect(users.locator('[data-direction="grows"]')).toContainText("can escalate");
  await expect(page.getByTestId("confirmChange")).toHaveClass(/pf-m-danger/);
  await assertWellMade(page);
});

test("a plan says what a group leaves, and that the realm keeps no record of the change", async ({
  testBed,
  adminConsole,
}) => {
  const client = await testBed.createClient("api");
  const { api, realmPath, realm } = testBed;
  await testBed.grant(client, { "realm-management": ["view-events"] });
  const groupId = await api.post(`${realmPath}/groups`, { name: "clerks" });
  const [admin] = await api.get<{ id: string }[]>(`${realmPath}/clients?clientId=realm-management`);
  const role = await api.get<object>(`${realmPath}/clients/${admin?.id}/roles/view-realm`);
  await api.post(`${realmPath}/groups/${groupId}/role-mappings/clients/${admin?.id}`, [role]);
  const user = await api.get<{ id: string }>(
    `${realmPath}/clients/${client.clientUuid}/service-account-user`,
  );
  await api.put(`${realmPath}/users/${user.id}/groups/${groupId}`, {});
  await openTab(adminConsole, testBed, client);
  await adminConsole.clickPresetAction("User lookup", "Replace access…");
  const stays = adminConsole.planDialog.getByTestId("planUntouched");
  await expect(stays).toContainText("Inherited from a group");
  await expect(stays).toContainText("view-realm");
  await expect(stays.getByRole("link")).toHaveAttribute("href", /\/role-mapping$/);
  const notice = adminConsole.planDialog.getByTestId("noAdminEvents");
  await expect(notice).toContainText(`Admin events aren't saved in realm ${realm}`);
  await expect(notice.getByRole("link")).toHaveAttribute("href", /\/realm-settings\/events$/);
  await adminConsole.clickCancel();

  await api.put(realmPath, { adminEventsEnabled: true });
  await adminConsole.page.reload();
  await adminConsole.clickPresetAction("User lookup", "Replace access…");
  await expect(stays).toContainText("view-realm");
  await expect(notice).toHaveCount(0);
});
