import type { Page } from "@playwright/test";
import { nameOfWorkflow } from "../../src/access/ends/own-workflow.ts";
import { hasFeature } from "../../src/catalog/server/server-features.ts";
import type { AdminConsole } from "./console/admin-console.ts";
import { assertWellMade } from "./console/assert-well-made.ts";
import { scheduleWorkflow } from "./realm/schedule-workflow.ts";
import type { TestBed, TestClient } from "./realm/test-bed.ts";
import { long } from "./run/whole-run.ts";
import { testedVersion } from "./servers/tested-version.ts";
import { expect, test } from "./test.ts";

test.skip(hasFeature("workflows", testedVersion) !== true, "Workflows are on from Keycloak 26.6.");

const second = 1_000;

async function userIdOf({ api, realmPath }: TestBed, { clientUuid }: TestClient) {
  const path = `${realmPath}/clients/${clientUuid}/service-account-user`;
  return (await api.get<{ id: string }>(path)).id;
}

/** The names of all workflows of the realm. */
async function workflowsOf({ realmPath, api }: TestBed): Promise<readonly string[]> {
  const found = await api.get<{ name: string }[]>(`${realmPath}/workflows?max=100`);
  return found.map(({ name }) => name);
}

/** Applies User lookup until an end that the plan offers. */
async function applyUntil(adminConsole: AdminConsole, page: Page, end: string): Promise<void> {
  await adminConsole.clickPresetAction("User lookup", "Show plan");
  await page.getByTestId("endChoice").selectOption({ label: end });
  await expect(page.getByTestId("endPromise")).toContainText("within the server’s interval");
  await expect(page.getByTestId("planEnds")).toContainText("view-users and query-users");
  await assertWellMade(page);
  await adminConsole.clickConfirm();
  await adminConsole.assertState("User lookup", "Applied");
}

/** Has view-users end at a moment, as the tab does; the page offers nothing sooner than a day. */
async function endSoon(testBed: TestBed, client: TestClient, after: number, isActive = true) {
  const { api, realmPath } = testBed;
  const userId = await userIdOf(testBed, client);
  const at = Date.now() + after * second;
  const id = await api.post(`${realmPath}/workflows`, {
    name: nameOfWorkflow({ clientId: client.clientId, userId, at }, "story"),
    enabled: true,
    steps: [{ uses: "revoke-role", with: { role: ["realm-management/view-users"] } }],
  });
  if (isActive) await scheduleWorkflow(api, { realmPath, id, userId, after });
}

test("roles that are applied until a date are unassigned by Keycloak, without anybody doing anything", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  await applyUntil(adminConsole, page, "In 7 days");
  await expect(page.getByTestId("end-pending")).toContainText("view-users and query-users");
  const [first] = await workflowsOf(testBed);

  await page.getByTestId("changeEnd").click();
  await page.getByTestId("endChoice").selectOption({ label: "In 30 days" });
  await page.getByTestId("saveEnd").click();
  await expect(page.getByTestId("presetsSummary")).toContainText("End changed");
  await expect.poll(() => workflowsOf(testBed)).toHaveLength(1);
  expect(await workflowsOf(testBed)).not.toContain(first);
  await adminConsole.clickUndo();
  await expect(page.getByTestId("end-pending")).toBeVisible();
  await page.getByTestId("changeEnd").click();
  await page.getByTestId("endChoice").selectOption({ label: "Never" });
  await page.getByTestId("saveEnd").click();
  await expect(page.getByTestId("end-pending")).toHaveCount(0);
  await expect.poll(() => workflowsOf(testBed)).toEqual([]);

  await endSoon(testBed, client, 1);
  await expect
    .poll(() => testBed.rolesHeldBy(client), { timeout: 30_000 })
    .not.toContain("realm-management/view-users");
  await page.reload();
  await expect(page.getByTestId("end-over")).toContainText("view-users");
  await page.getByTestId("forgetEnd").click();
  await expect(page.getByTestId("end-over")).toHaveCount(0);
  await expect.poll(() => workflowsOf(testBed)).toEqual([]);
});

test("Remove and Undo take the end with the roles, and what was to end and didn't is told in red", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  await applyUntil(adminConsole, page, "In 1 day");
  await expect(page.getByTestId("end-pending")).toBeVisible();
  await adminConsole.clickUndo();
  await adminConsole.assertNoState("User lookup");
  await expect.poll(() => workflowsOf(testBed)).toEqual([]);

  await testBed.grant(client, { "realm-management": ["view-users", "query-users"] });
  await endSoon(testBed, client, -5, false);
  await page.reload();
  await expect(page.getByTestId("end-stillAssigned")).toContainText("view-users");
  await assertWellMade(page);
  await page.getByTestId("unassignEnded").click();
  await expect(page.getByTestId("end-stillAssigned")).toHaveCount(0);
  expect(await testBed.rolesHeldBy(client)).not.toContain("realm-management/view-users");
  await expect.poll(() => workflowsOf(testBed)).toEqual([]);
});

test(
  "several clients get a preset until a date from the list, and Undo and Remove leave no workflow",
  long,
  async ({ testBed, adminConsole, page }) => {
    const clients: TestClient[] = [];
    for (const clientId of ["one", "two"]) {
      clients.push(await testBed.createClient("api", { clientId }));
    }
    const held = () => Promise.all(clients.map((client) => testBed.rolesHeldBy(client)));
    const before = await held();
    const list = await adminConsole.openServiceAccounts(testBed);
    await list.waitUntilRead();
    await list.toggleColumn("Ends");
    await list.choose("one", "two");
    const applyUntilNextWeek = async () => {
      await list.changeChosen("Apply", "User lookup");
      await page.getByTestId("endChoice").selectOption({ label: "In 7 days" });
      await expect(page.getByTestId("endPromise")).toContainText("within the server’s interval");
      for (const { clientId } of clients) {
        await expect(list.bulkItem(clientId)).toContainText(
          /Ends on .*: view-users and query-users/,
        );
      }
      await assertWellMade(page);
      await page.getByTestId("confirmBulk").click();
      await list.waitUntilBulk("ended");
    };

    await applyUntilNextWeek();
    const made = await workflowsOf(testBed);
    expect(made).toHaveLength(2);
    for (const client of clients) {
      expect(made.filter((name) => name.includes(`: ${client.clientId} ends `))).toHaveLength(1);
      expect(await testBed.statusForClient(client, "GET", "/users")).toBe(200);
    }
    await page.getByTestId("undoBulk").click();
    await expect(list.bulkState).toContainText("Undone for 2 service accounts");
    await expect(list.bulkItem("two")).toContainText("No longer ends: view-users and query-users");
    expect(await held()).toEqual(before);
    expect(await workflowsOf(testBed)).toEqual([]);
    await page.getByTestId("closeBulk").click();
    await list.waitUntilRead();

    await applyUntilNextWeek();
    await page.getByTestId("closeBulk").click();
    await list.waitUntilRead();
    for (const { clientId } of clients)
      await expect(list.cell(clientId, "Ends")).toContainText("20");
    await list.changeChosen("Remove", "User lookup");
    await expect(list.bulkItem("one")).toContainText("No longer ends: view-users and query-users");
    await page.getByTestId("confirmBulk").click();
    await list.waitUntilBulk("ended");
    expect(await held()).toEqual(before);
    expect(await workflowsOf(testBed)).toEqual([]);
  },
);

test("an administrator who is no realm admin is told why no end can be set", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  const visitor = await testBed.createAdministrator("bob", ["manage-users", "view-clients"]);
  await adminConsole.openPresets(testBed, client, { visitor });
  await adminConsole.clickPresetAction("User lookup", "Show plan");
  await expect(page.getByTestId("endChoice")).toBeDisabled();
  await expect(page.getByTestId("endPromise")).toContainText("needs realm-admin");
  await adminConsole.clickConfirm();
  await adminConsole.assertState("User lookup", "Applied");
});
