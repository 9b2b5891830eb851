import { assertWellMade } from "./console/assert-well-made.ts";
import { storePresets } from "./realm/own-presets.ts";
import type { TestBed } from "./realm/test-bed.ts";
import { expect, test } from "./test.ts";

/** A client of the realm's own, with roles. */
async function createBilling({ api, realmPath }: TestBed): Promise<void> {
  const uuid = await api.post(`${realmPath}/clients`, { clientId: "https://billing/api" });
  for (const name of ["read", "write"]) {
    await api.post(`${realmPath}/clients/${uuid}/roles`, { name });
  }
  await api.post(`${realmPath}/roles`, { name: "bookkeeper" });
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
