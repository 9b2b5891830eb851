import { assertWellMade } from "./console/assert-well-made.ts";
import { changePresets, storePresets } from "./realm/own-presets.ts";
import type { TestBed, TestClient } from "./realm/test-bed.ts";
import { long } from "./run/whole-run.ts";
import { expect, test } from "./test.ts";

/** A client of the realm's own, with roles. */
async function createBilling({ api, realmPath }: TestBed): Promise<void> {
  const uuid = await api.post(`${realmPath}/clients`, { clientId: "https://billing/api" });
  for (const name of ["read", "write"]) {
    await api.post(`${realmPath}/clients/${uuid}/roles`, { name });
  }
  await api.post(`${realmPath}/roles`, { name: "bookkeeper" });
}

/** Which presets a client says that it got. */
async function markersOf({ api, realmPath }: TestBed, { clientUuid }: TestClient) {
  const path = `${realmPath}/clients/${clientUuid}`;
  const { attributes } = await api.get<{ attributes: Record<string, string> }>(path);
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => name.startsWith("service-account-presets.")),
  );
}

const billingSync = {
  name: "Billing sync",
  purpose: "Reads users and books invoices",
  roles: [
    { client: "realm-management", role: "view-users" },
    { client: "https://billing/api", role: "write" },
    { role: "bookkeeper" },
  ],
};

test("a preset of the realm is applied with roles of three containers, undone, applied and removed", async ({
  testBed,
  adminConsole,
  page,
}) => {
  await createBilling(testBed);
  await storePresets(testBed, { "billing-sync": billingSync });
  const client = await testBed.createClient("api");
  const before = await testBed.rolesHeldBy(client);
  const name = "Billing sync (this realm)";

  await adminConsole.openPresets(testBed, client);
  await page.getByText("Presets of this realm (1)").click();
  await assertWellMade(page);
  await adminConsole.clickApplyPreset(name);
  await adminConsole.assertState(name, "Applied");
  const held = ["bookkeeper", "https://billing/api/write", "realm-management/view-users"];
  expect(await testBed.rolesHeldBy(client)).toEqual([...before, ...held].sort());
  expect(await testBed.statusForClient(client, "GET", "/users")).toBe(200);

  await adminConsole.clickUndo();
  await expect.poll(() => testBed.rolesHeldBy(client)).toEqual(before);
  await adminConsole.clickApplyPreset(name);
  await adminConsole.assertState(name, "Applied");
  await page.reload();
  await adminConsole.clickPresetAction(name, "Remove…");
  await assertWellMade(page);
  await adminConsole.clickConfirm();
  await expect.poll(() => testBed.rolesHeldBy(client)).toEqual(before);
});

test("a preset that someone changes after it was shown is not applied, and is shown as it is then", async ({
  testBed,
  adminConsole,
  page,
}) => {
  await storePresets(testBed, {
    reader: { name: "Reader", roles: [{ client: "realm-management", role: "query-groups" }] },
  });
  const client = await testBed.createClient("api");
  const before = await testBed.rolesHeldBy(client);
  await adminConsole.openPresets(testBed, client);
  await adminConsole.showPreset("Reader (this realm)");
  await changePresets(testBed, {
    reader: {
      name: "Reader",
      roles: [{ client: "realm-management", role: "realm-admin" }],
      revision: 2,
    },
  });
  await adminConsole.clickApplyPreset("Reader (this realm)");
  await expect(page.getByTestId("presetsProblem")).toContainText(
    "The preset was changed since it was shown here, so nothing was sent.",
  );
  expect(await testBed.rolesHeldBy(client)).toEqual(before);
  await expect(adminConsole.preset("Reader (this realm)")).toContainText("realm-admin");
});

test(
  "what three clients hold of a changed preset is told in the list, and one plan brings all up to date",
  long,
  async ({ testBed, adminConsole, page }) => {
    const name = "Reader (this realm)";
    const events = { client: "realm-management", role: "view-events" };
    await storePresets(testBed, { reader: { name: "Reader", roles: [events] } });
    const clients = [];
    for (const clientId of ["one", "two", "three"]) {
      clients.push(await testBed.createClient("api", { clientId }));
    }
    const list = await adminConsole.openServiceAccounts(testBed);
    await list.waitUntilRead();
    await list.choose("one", "two", "three");
    await list.changeChosen("Apply", name);
    await page.getByTestId("confirmBulk").click();
    await list.waitUntilBulk("ended");
    await page.getByTestId("closeBulk").click();
    for (const client of clients) {
      await expect
        .poll(() => testBed.rolesHeldBy(client))
        .toContain("realm-management/view-events");
      expect(await markersOf(testBed, client)).toEqual({
        "service-account-presets.custom.reader": "1",
      });
    }
    await changePresets(testBed, {
      reader: {
        name: "Reader",
        roles: [{ client: "realm-management", role: "view-users" }],
        revision: 2,
        formerly: [{ revision: 1, roles: [events] }],
      },
    });
    await list.readAgain();
    await list.showFinding("outdated");
    await expect(list.rows).toHaveCount(3);
    await list.beginRemedy("outdated");
    await expect(page.getByTestId("bulkState")).toContainText("3 of 3");
    await assertWellMade(page);
    await page.getByTestId("confirmBulk").click();
    await list.waitUntilBulk("ended");
    await page.getByTestId("closeBulk").click();
    for (const client of clients) {
      await expect.poll(() => testBed.rolesHeldBy(client)).toContain("realm-management/view-users");
      expect(await testBed.rolesHeldBy(client)).not.toContain("realm-management/view-events");
      await expect
        .poll(() => markersOf(testBed, client))
        .toEqual({ "service-account-presets.custom.reader": "2" });
    }
  },
);

test(
  "a store that someone enabled, a name that imitates a built-in one and a torn preset are told in the tab",
  long,
  async ({ testBed, adminConsole, page }) => {
    await createBilling(testBed);
    await storePresets(
      testBed,
      {
        "billing-sync": billingSync,
        imitation: { ...billingSync, name: "User l\u043e\u043ekup\u202e" },
        torn: "{",
      },
      { enabled: true, directAccessGrantsEnabled: true },
    );
    const client = await testBed.createClient("api");
    await adminConsole.openPresets(testBed, client);
    const told = page.getByTestId("storeProblems");
    await expect(told).toContainText("it is enabled and a flow is on");
    await expect(told).toContainText("User l\u043e\u043ekup\\u202e (this realm)");
    await expect(told).toContainText("looks like that of another preset: User lookup");
    await expect(told).toContainText("preset.torn can't be read");
    // The row itself says so as well.
    await expect(page.getByTestId("preset-custom:imitation")).toContainText(
      "This name looks like that of another preset: User lookup",
    );
    await assertWellMade(page);
  },
);

test("a client of the store's name that isn't the store is told, and stays as it is", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const { api, realmPath } = testBed;
  const uuid = await api.post(`${realmPath}/clients`, { clientId: "service-account-presets" });
  const before = await api.get(`${realmPath}/clients/${uuid}`);
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  await expect(page.getByTestId("storeProblems")).toContainText("isn't a store of presets");
  await assertWellMade(page);
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");
  expect(await api.get(`${realmPath}/clients/${uuid}`)).toEqual(before);
});
