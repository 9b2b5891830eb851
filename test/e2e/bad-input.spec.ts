import { refusesByBug } from "./servers/tested-version.ts";
import { expect, test } from "./test.ts";

test("the address of a client that does not exist leaves the console as it is", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  await adminConsole.open();
  expectedResponses.push({ status: 404, path: "/clients/no-such-client" });
  await page.goto(
    adminConsole.addressOfPresets({ realm: testBed.realm, clientUuid: "no-such-client" }),
  );
  await expect(page.getByText("Could not find the resource")).toBeVisible();
  await expect(adminConsole.presetsTab).toHaveCount(0);
});

test("a client deleted meanwhile is reported, and the console keeps working", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  await testBed.api.delete(`${testBed.realmPath}/clients/${client.clientUuid}`);
  expectedResponses.push({ status: 404, path: "/role-mappings/" });
  expectedResponses.push({ status: 404, path: client.clientUuid });
  await adminConsole.clickApplyPreset("User lookup");
  await expect(adminConsole.panel).toContainText("Client not found");
  await page.getByRole("link", { name: "Clients", exact: true }).first().click();
  await expect(page.getByRole("tab", { name: "Clients list" })).toBeVisible();
});

if (!refusesByBug) {
  test("an administrator is offered only what the server lets them grant", async ({
    testBed,
    adminConsole,
  }) => {
    const client = await testBed.createClient("api");
    const helper = await testBed.createAdministrator("helper", ["manage-users", "view-clients"]);
    await adminConsole.openPresets(testBed, client, { visitor: helper });
    const row = adminConsole.preset("Access review");
    await adminConsole.assertState("Access review", "You can grant 1 of 2 roles");
    await expect(row.getByTestId("applyPreset")).toHaveCount(0);
    await adminConsole.togglePreset("Access review");
    await expect(row).toContainText("The server doesn't let you grant view-realm");
    await adminConsole.clickApplyPreset("User lookup");
    await adminConsole.assertState("User lookup", "Applied");
  });
}

test("if the administrator loses a role before the change, the report says what the client has now", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  await page.route("**/role-mappings/clients/*", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({ status: 403, json: { error: "HTTP 403 Forbidden" } })
      : route.continue(),
  );
  expectedResponses.push({ status: 403, path: "/role-mappings/" });
  await adminConsole.clickApplyPreset("User lookup");
  const row = adminConsole.preset("User lookup");
  await expect(row).toContainText("Could not apply User lookup to api-client");
  await expect(row).toContainText("you need a role that you lack");
  await expect(row).toContainText("Nothing was changed.");
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
});

test.describe("in a realm with a hostile name", () => {
  test.use({ realmName: `Ünï 100% 'q' "d" ${"領域"}` });

  test("a preset is applied as in any other realm", async ({ testBed, adminConsole }) => {
    const client = await testBed.createClient("api", { clientId: `<b>'"&%\u202e` });
    await adminConsole.openPresets(testBed, client);
    await adminConsole.clickApplyPreset("User lookup");
    await adminConsole.assertState("User lookup", "Applied");
    expect(await testBed.rolesHeldBy(client)).toContain("realm-management/view-users");
  });
});

test("roles with hostile names are shown as plain text", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const hostile = ["<img src=x onerror=alert(1)>", "..", "__proto__", "constructor", "a/b"];
  const roles = { client: { "realm-management": hostile.map((name) => ({ name })) } };
  const realm = `${testBed.realm}-hostile`;
  const realmPath = `/admin/realms/${encodeURIComponent(realm)}`;
  const clients = [{ clientId: "api-client", publicClient: false, serviceAccountsEnabled: true }];
  const users = [
    {
      username: "service-account-api-client",
      enabled: true,
      serviceAccountClientId: "api-client",
      clientRoles: { "realm-management": hostile },
    },
  ];
  await testBed.api.post("/admin/realms", { realm, enabled: true, roles, clients, users });
  testBed.deleteAtEnd(realmPath);
  const [client] = await testBed.api.get<{ id: string }[]>(
    `${realmPath}/clients?clientId=api-client`,
  );
  await adminConsole.openPresets({ realm }, { clientUuid: client?.id ?? "" });
  await expect(adminConsole.summary).toContainText("5 roles outside any preset");
  await adminConsole.summary.getByRole("button", { name: "5 effective roles" }).click();
  for (const name of hostile) {
    await expect(adminConsole.summary.getByText(name, { exact: true }).first()).toBeVisible();
  }
  await expect(page.locator("img[src=x]")).toHaveCount(0);
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");
  await adminConsole.clickUndo();
  await adminConsole.assertNoState("User lookup");
  await expect(adminConsole.summary).toContainText("5 roles outside any preset");
});
