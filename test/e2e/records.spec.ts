import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assertWellMade } from "./console/assert-well-made.ts";
import { bundlePresets } from "./run/run-presets.ts";
import { expect, test } from "./test.ts";

test("the record of a change and the origin of its roles name the person, and the server's admin events say the same", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const { api, realmPath, server } = testBed;
  await api.put(realmPath, { adminEventsEnabled: true, adminEventsDetailsEnabled: true });
  const client = await testBed.createClient("api");
  const auditor = await testBed.createClient("api", { clientId: "auditor" });
  await testBed.grant(auditor, { "realm-management": ["view-events"] });
  const operator = await testBed.createAdministrator("operator", ["realm-admin"]);
  await adminConsole.openPresets(testBed, client, { visitor: operator });
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");
  await page.getByTestId("showOrigins").click();
  await expect(page.getByTestId("origins")).toContainText("by operator");
  await page.getByTestId("showOrigins").click();
  await adminConsole.togglePreset("User lookup");
  const row = adminConsole.preset("User lookup");
  await expect(row).toContainText("view-users: assigned");
  await row.getByTestId("showOrigins").click();
  await expect(row.getByTestId("origins")).toContainText(/view-users: .* by operator/);
  await assertWellMade(page);
  await adminConsole.togglePreset("User lookup");
  await page.getByTestId("record").click();
  await expect(page.getByTestId("recordText")).toHaveValue(/"name": "operator"/);
  await assertWellMade(page);
  const download = page.waitForEvent("download");
  await page.getByTestId("downloadRecord").click();
  const folder = await mkdtemp(join(tmpdir(), "presets-record-"));
  const file = join(folder, "record.json");
  await (await download).saveAs(file);
  const presets = await bundlePresets(folder);
  const words = ["record", file, "--server", server.apiUrl, "--client", auditor.clientId];
  const run = await presets(words, auditor.secret);
  expect(run.output).toContain("recorded by the server");
  expect(run).toMatchObject({ exitCode: 0, errors: "" });
  await rm(folder, { recursive: true });
});

test("a client says whose it is, a review names the person, and an overdue one is a finding of the list", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const { api, realmPath } = testBed;
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["view-events"] });
  const path = `${realmPath}/clients/${client.clientUuid}`;
  const attributes = { "review-date": "2020-01-31" };
  await api.put(path, { ...(await api.get<object>(path)), attributes });
  const operator = await testBed.createAdministrator("operator", ["realm-admin"]);
  await adminConsole.openServiceAccounts(testBed, { visitor: operator });
  await page.getByTestId("toggleFindings").click();
  await page.getByTestId("finding-reviewOverdue").getByTestId("remedy").click();
  await expect(page.getByTestId("reviewState")).toHaveText("Review overdue since Jan 31, 2020");
  await page.getByTestId("editOwner").click();
  await page.getByTestId("ownerOwner").fill("Team Billing");
  await page.getByTestId("ownerReviewed").check();
  await assertWellMade(page);
  await page.getByTestId("saveOwner").click();
  await expect(page.getByTestId("clientOwner")).toContainText("Owner: Team Billing");
  await expect(page.getByTestId("reviewState")).toHaveCount(0);
  const saved = await api.get<{
    attributes: Record<string, string>;
    serviceAccountsEnabled: boolean;
  }>(path);
  expect(saved.serviceAccountsEnabled).toBe(true);
  expect(saved.attributes).toMatchObject({ owner: "Team Billing", "reviewed-by": "operator" });
  await page.getByTestId("editOwner").click();
  await expect(page.getByTestId("lastReview")).toContainText("Last reviewed by operator");
});
