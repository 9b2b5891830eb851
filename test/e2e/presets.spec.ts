import type { Page, Route } from "@playwright/test";
import { hasFeature } from "../../src/catalog/server/server-features.ts";
import type { AdminConsole } from "./console/admin-console.ts";
import { rolesMappedTo } from "./realm/role-mappings.ts";
import type { TestBed } from "./realm/test-bed.ts";
import { testedVersion } from "./servers/tested-version.ts";
import { expect, test } from "./test.ts";

/** The writes of roles, each held back until the test lets it go. */
async function holdWritesBack(page: Page): Promise<readonly Route[]> {
  const writes: Route[] = [];
  await page.route("**/role-mappings/clients/*", (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    writes.push(route);
    return undefined;
  });
  return writes;
}

/** Presses Apply on two rows, so that the first one's write is held back and the second one waits. */
async function applyTwoInARow(testBed: TestBed, adminConsole: AdminConsole, page: Page) {
  const client = await testBed.createClient("api");
  const writes = await holdWritesBack(page);
  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.clickApplyPreset("Identity provider lookup");
  await expect.poll(() => writes.length).toBe(1);
  return { client, writes };
}

test("a preset that can take over accounts asks for confirmation once and says why", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickApplyPreset("User management");
  const dialog = page.getByRole("dialog", { name: "Apply User management?" });
  await expect(dialog).toContainText("Resets the password of any user");
  await adminConsole.clickCancel();
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);

  await adminConsole.clickApplyPreset("User management");
  await adminConsole.clickConfirm();
  await adminConsole.assertState("User management", "Applied");
  expect(await testBed.rolesHeldBy(client)).toContain("realm-management/manage-users");
});

test("Remove names the removed roles, those that stay, and the presets that no longer apply", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  await testBed.grant(client, {
    "realm-management": ["view-users", "view-events", "view-realm", "view-identity-providers"],
  });
  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickPresetAction("Access review", "Remove…");
  const dialog = page.getByRole("dialog", { name: "Remove Access review?" });
  await expect(dialog).toContainText("Unassign from the service account");
  await expect(dialog.getByTestId("planSteps")).toContainText("view-realm");
  await expect(dialog).toContainText("view-users: needed by Event reader with user names");
  await expect(dialog).toContainText("Realm settings reader");
  await adminConsole.clickConfirm();
  await adminConsole.assertToast("Access review removed: view-realm unassigned");
  expect(await testBed.rolesHeldBy(client)).toEqual([
    testBed.defaultRole,
    "realm-management/view-events",
    "realm-management/view-identity-providers",
    "realm-management/view-users",
  ]);

  await page.getByTestId("undoLastChange").click();
  await adminConsole.assertState("Access review", "Applied");
  expect(await testBed.rolesHeldBy(client)).toContain("realm-management/view-realm");
});

test("the header shows the risk, the reach, and roles outside any preset", async ({
  testBed,
  adminConsole,
}) => {
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["view-users", "view-realm", "query-realms"] });
  await adminConsole.openPresets(testBed, client);
  const { summary } = adminConsole;
  await expect(summary).toContainText("1 role outside any preset: query-realms");
  await expect(adminConsole.powerRisk).toHaveText("Medium");
  await expect(adminConsole.headline).toContainText("Reads all personal data");
  await expect(adminConsole.reachOf("users")).toHaveAttribute("data-reach", "reads");
  await expect(adminConsole.reachOf("events")).toHaveAttribute("data-reach", "none");
  await adminConsole.assertState("User lookup", "Included in Access review");
  await summary.getByRole("button", { name: "5 effective roles" }).click();
  await expect(summary.getByText("query-groups", { exact: true })).toBeVisible();

  await adminConsole
    .preset("User lookup")
    .getByRole("button", { name: /^Details/ })
    .click();
  await expect(adminConsole.preset("User lookup")).toContainText("query-users: inherited");
});

test("realm-admin includes every preset, and only it can be removed", async ({
  testBed,
  adminConsole,
}) => {
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["realm-admin"] });
  await adminConsole.openPresets(testBed, client);
  await expect(adminConsole.powerRisk).toHaveText("Critical");
  await expect(adminConsole.reachOf("users")).toHaveAttribute("data-reach", "canEscalate");
  const through = adminConsole.summary.getByRole("link", { name: "realm-admin" });
  await expect(through).toHaveAttribute("href", /\/serviceAccount$/);
  await adminConsole.assertState("Client management", "Included in Full administration");
  await adminConsole.openPresetActions("Client management");
  await expect(adminConsole.page.getByTestId("removePreset")).toContainText(
    "Full administration includes this preset. Remove that one instead.",
  );
});

test("roles from a group are distinguished from assigned ones", async ({
  testBed,
  adminConsole,
}) => {
  const client = await testBed.createClient("api");
  const { api, realmPath } = testBed;
  const groupId = await api.post(`${realmPath}/groups`, { name: "readers" });
  const [admin] = await api.get<{ id: string }[]>(`${realmPath}/clients?clientId=realm-management`);
  const roles = await api.get<{ id: string; name: string }[]>(
    `${realmPath}/clients/${admin?.id}/roles`,
  );
  await api.post(
    `${realmPath}/groups/${groupId}/role-mappings/clients/${admin?.id}`,
    roles.filter(({ name }) => name === "view-events"),
  );
  const user = await api.get<{ id: string }>(
    `${realmPath}/clients/${client.clientUuid}/service-account-user`,
  );
  await api.put(`${realmPath}/users/${user.id}/groups/${groupId}`, {});
  await adminConsole.openPresets(testBed, client);
  await adminConsole.assertState("Event reader", "Applied");
  await adminConsole.preset("Event reader").getByTestId("presetActions").click();
  await expect(adminConsole.page.getByTestId("removePreset")).toContainText(
    "Inherited from another role, a group or the default role: view-events",
  );
});

test("search and filters find a preset by its job, its role, its state and its risk", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  const rows = adminConsole.panel.getByTestId(/^preset-[a-z-]+$/);
  await adminConsole.fillSearch("reset password");
  await expect(rows).toHaveCount(1);
  await expect(adminConsole.preset("User management")).toBeVisible();
  await adminConsole.fillSearch("view-events");
  await expect(rows).toHaveCount(2);
  await adminConsole.fillSearch("no such thing");
  await page.getByRole("button", { name: "Clear search and filters" }).click();
  await expect(adminConsole.preset("Realm as code")).toBeVisible();
  await page.getByTestId("filter-risk").click();
  await page.getByRole("menuitem", { name: "Low" }).click();
  await page.keyboard.press("Escape");
  await expect(adminConsole.preset("Identity provider lookup")).toBeVisible();
  await expect(adminConsole.preset("Realm as code")).toHaveCount(0);
});

test("the result of a search is announced to screen readers", async ({ testBed, adminConsole }) => {
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  const { searchStatus } = adminConsole;
  await expect(searchStatus).toHaveText("");
  await adminConsole.fillSearch("view-events");
  await expect(searchStatus).toContainText("Recommended: Event reader. 1 other answer, 1 shown.");
  await adminConsole.fillSearch("no such thing");
  await expect(searchStatus).toContainText("0 rows match the search and filters.");
  await adminConsole.fillSearch("POST /users");
  // Two of them have roles for organizations.
  const others = hasFeature("organizationRoles", testedVersion) === true ? 5 : 3;
  await expect(searchStatus).toContainText(
    `Recommended: User management. ${others} other answers, 3 shown.`,
  );
  await adminConsole.fillSearch("");
  await expect(searchStatus).toHaveText("");
  await adminConsole.chooseFilter("group", "Events");
  await expect(searchStatus).toHaveText("3 rows match the search and filters.");
});

test("a second click while the first one runs does nothing", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  const writes: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/role-mappings/") && request.method() !== "GET") {
      writes.push(request.method());
    }
  });
  await adminConsole.openPresets(testBed, client);
  await adminConsole
    .preset("User lookup")
    .getByTestId("applyPreset")
    .evaluate((button: HTMLElement) => {
      for (let click = 0; click < 5; click += 1) button.click();
    });
  await adminConsole.assertState("User lookup", "Applied");
  expect(writes).toEqual(["POST"]);
  await expect(adminConsole.toast).toHaveCount(1);
});

test("clicking Apply while another preset is applied waits, and both are applied", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const { writes } = await applyTwoInARow(testBed, adminConsole, page);
  for (const name of ["User lookup", "Identity provider lookup"]) {
    await expect(adminConsole.preset(name).getByTestId("applyPreset")).toHaveAttribute(
      "aria-disabled",
      "true",
    );
  }
  await writes[0]?.continue();
  await expect.poll(() => writes.length).toBe(2);
  await adminConsole.assertState("User lookup", "Applied");
  await writes[1]?.continue();
  for (const name of ["User lookup", "Identity provider lookup"]) {
    await adminConsole.assertState(name, "Applied");
  }
});

test("waiting changes don't start after a failure", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  const { client, writes } = await applyTwoInARow(testBed, adminConsole, page);
  expectedResponses.push({ status: "none", path: "/role-mappings/" });
  await writes[0]?.abort();
  await expect(adminConsole.problem).toContainText("The server did not answer");
  const second = adminConsole.preset("Identity provider lookup");
  await expect(second.getByTestId("applyPreset")).toBeEnabled();
  expect(writes).toHaveLength(1);
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
});

test("presets can be applied even if a dialog can't be loaded", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  const client = await testBed.createClient("api");
  await page.route("**/js/dialogs-*.js", (route) => route.abort());
  expectedResponses.push({ status: "none", path: "/js/dialogs-" });
  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickConnect();
  await expect(adminConsole.partNotLoaded).toContainText("Reload the page");
  await adminConsole.clickApplyPreset("Identity provider lookup");
  await adminConsole.assertState("Identity provider lookup", "Applied");
  await expect(adminConsole.partNotLoaded).toBeVisible();
  expect(await testBed.rolesHeldBy(client)).toContain("realm-management/view-identity-providers");
});

test("after Apply and Undo the focus is where the work was", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  const row = adminConsole.preset("User lookup");
  await row.getByTestId("applyPreset").press("Enter");
  await adminConsole.assertState("User lookup", "Applied");
  await expect(row.locator(":focus")).toHaveText("Applied");
  await page.getByTestId("undoLastChange").press("Enter");
  await expect(row.getByTestId("applyPreset")).toBeVisible();
  await expect(adminConsole.summary).toBeFocused();
});

test("opening takes 8 reads in 2 waves and 2 more once it is shown, applying 1 read before, 1 write and 2 reads back", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  const requests: string[] = [];
  const bodies: Promise<Buffer>[] = [];
  const ofOwnPresets = "?clientId=service-account-presets";
  await adminConsole.openClient(testBed, client);
  await page.waitForLoadState("networkidle");
  page.on("request", (request) => {
    if (/\/admin\/realms\/|\/protocol\/|\/console\/(\?|$)/.test(request.url())) {
      const { pathname, search } = new URL(request.url());
      const path = request.url().endsWith(ofOwnPresets) ? `${pathname}${search}` : pathname;
      requests.push(`${request.method()} ${path}`);
    }
  });
  page.on("response", (response) => {
    const url = response.url();
    if (/\/admin\/realms\/[^/]+\/./.test(url) && !url.endsWith(ofOwnPresets)) {
      bodies.push(response.body());
    }
  });
  await adminConsole.goToPresets();
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  // Whether the realm refuses tokens, and whether fine-grained permissions are on.
  const realm = `GET ${testBed.realmPath}/`;
  const own = `GET ${testBed.realmPath}/clients/${ofOwnPresets}`;
  await expect.poll(() => requests).toEqual(expect.arrayContaining([realm, own]));
  const reads = requests.filter(
    (request) => request.includes("/admin/realms/") && ![realm, own].includes(request),
  );
  const signIn = requests.filter((request) => !request.includes("/admin/realms/"));
  expect(signIn.map((request) => request.replace(/^.*\//, ""))).toEqual(["auth", "token"]);
  expect(reads).toHaveLength(8);
  const sizes = (await Promise.all(bodies)).map(({ length }) => length);
  expect(sizes).toHaveLength(8);
  expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(15_000);

  requests.length = 0;
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");
  // The preset shows as applied before what holds is read back.
  await expect
    .poll(() => requests.map((request) => request.split(" ")[0]))
    .toEqual(["GET", "POST", "GET", "GET"]);
});

test("a client of master has roles of master-realm and can create realms", async ({
  testBed,
  adminConsole,
}) => {
  const { api } = testBed;
  const clientUuid = await api.post("/admin/realms/master/clients", {
    clientId: testBed.realm,
    publicClient: false,
    serviceAccountsEnabled: true,
  });
  const client = `/admin/realms/master/clients/${clientUuid}`;
  testBed.deleteAtEnd(client);
  const { id } = await api.get<{ id: string }>(`${client}/service-account-user`);
  const mappings = () => rolesMappedTo(api, `/admin/realms/master/users/${id}`);
  const before = await mappings();
  await adminConsole.openPresets({ realm: "master" }, { clientUuid });
  await adminConsole.clickApplyPreset("Realm creation");
  await adminConsole.assertState("Realm creation", "Applied");
  await adminConsole.clickApplyPreset("Event reader");
  await adminConsole.clickConfirm();
  await adminConsole.assertState("Event reader", "Applied");
  await adminConsole.assertState("Full administration", "Not available here");
  expect(await mappings()).toEqual([...before, "create-realm", "master-realm/view-events"].sort());
});
