import { readFile } from "node:fs/promises";
import { readMeasurement } from "../../src/catalog/measured/measured-matrix.ts";
import { minorOf } from "../../src/catalog/server/minor-of.ts";
import { requestToken } from "./realm/admin-api.ts";
import { testedVersion } from "./servers/tested-version.ts";
import { expect, test } from "./test.ts";

test("a client of master sees what allows calls outside of all realms", async ({
  testBed,
  adminConsole,
}) => {
  const file = `src/catalog/measured/${minorOf(testedVersion)}.json`;
  const { masterRoles } = readMeasurement(JSON.parse(await readFile(file, "utf8")));
  const { api, realm } = testBed;
  const clientUuid = await api.post("/admin/realms/master/clients", {
    ...{ clientId: `of-${realm}`, publicClient: false, serviceAccountsEnabled: true },
  });
  testBed.deleteAtEnd(`/admin/realms/master/clients/${clientUuid}`);
  await adminConsole.openPresets({ realm: "master" }, { clientUuid });
  await adminConsole.fillSearch("POST /admin/realms");
  if (!masterRoles.includes("create-realm")) {
    await expect(adminConsole.answers).toContainText("Realm roles of master were not measured");
    return;
  }
  await expect(adminConsole.answers).toContainText("Needs create-realm (realm role of master)");
  await expect(adminConsole.recommended).toContainText("Realm creation");
  await expect(adminConsole.answers.getByTestId("verdict-denied")).toBeVisible();
  await adminConsole.clickApplyPreset("Realm creation");
  await expect(adminConsole.answers.getByTestId("verdict-allowed")).toBeVisible();
  await adminConsole.fillSearch("/admin/serverinfo");
  await expect(adminConsole.answers).toContainText("GET /admin/serverinfo");
  await expect(adminConsole.answers).not.toContainText("No admin role of a realm allows it.");
  await adminConsole.fillSearch("");
  await adminConsole.togglePreset("Realm creation");
  await expect(adminConsole.preset("Realm creation")).toContainText(
    "POST /admin/realms Create a realm",
  );
});

test("a client of master administers only the chosen realm", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const { api, realm, server, realmPath } = testBed;
  const clientUuid = await api.post("/admin/realms/master/clients", {
    clientId: `of-${realm}`,
    publicClient: false,
    serviceAccountsEnabled: true,
  });
  const client = `/admin/realms/master/clients/${clientUuid}`;
  testBed.deleteAtEnd(client);
  const { secret = "" } = await api.get<{ secret?: string }>(client);
  const statusOf = async (path: string) => {
    const token = await requestToken(server, "master", {
      grant_type: "client_credentials",
      client_id: `of-${realm}`,
      client_secret: secret,
    });
    const headers = { authorization: `Bearer ${token}` };
    return (await fetch(`${server.apiUrl}${path}/events`, { headers })).status;
  };
  await adminConsole.openPresets({ realm: "master" }, { clientUuid });
  await expect(adminConsole.preset("Event reader")).toBeVisible();
  const requests: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("clients?")) requests.push(request.url());
  });
  await adminConsole.chooseRealm(realm);
  await adminConsole.assertState("Realm creation", "Not available here");
  // However many realms there are, only so many are asked for.
  expect(requests.every((url) => /max=21|clientId=[^&]+-realm$/.test(url))).toBe(true);
  await adminConsole.clickApplyPreset("Event reader");
  await adminConsole.clickConfirm();
  await adminConsole.assertState("Event reader", "Applied");
  expect(await statusOf(realmPath)).toBe(200);
  expect(await statusOf("/admin/realms/master")).toBe(403);
  await adminConsole.clickExport();
  const script = await adminConsole.exportText("Admin CLI (kcadm.sh)");
  expect(script).toContain(`--cclientid ${realm}-realm --rolename view-events`);
  await page.keyboard.press("Escape");

  await adminConsole.chooseRealm("master");
  await adminConsole.assertNoState("Event reader");
});
