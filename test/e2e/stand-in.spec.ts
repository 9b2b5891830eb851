/** Keycloak 26.8.2 wasn't available: a stand-in before the Keycloak under test applies the rules of that version. */

import { entryScriptOfStandIn } from "../stand-in/entry-script.ts";
import { migrateRealm } from "../stand-in/migrate-realm.ts";
import { startStandIn } from "../stand-in/start-stand-in.ts";
import { NewClient } from "./console/new-client.ts";
import { serveNextRelease } from "./console/serve-next-release.ts";
import { requestToken } from "./realm/admin-api.ts";
import { createTestBed, type TestClient } from "./realm/test-bed.ts";
import { obtainDeployment } from "./servers/ask-keeper.ts";
import type { Deployment } from "./servers/deployment.ts";
import { test as base, expect } from "./test.ts";

/** Stories whose console, login and Admin API are the stand-in's; what they prepare goes past it. */
const test = base.extend({
  server: async ({ deployment }, use) => {
    const behind = await obtainDeployment(deployment);
    await using standIn = await startStandIn(behind.apiUrl);
    await use({ ...behind, consoleUrl: standIn.address, loginUrl: standIn.address });
  },
  testBed: async ({ server, realmName }, use) => {
    await using testBed = await createTestBed(server, realmName);
    await migrateRealm(testBed);
    await use(testBed);
  },
});

/** What the stand-in answers to a call with the client's own token. */
async function statusAt(
  server: Deployment,
  realm: string,
  { clientId, secret }: TestClient,
  path: string,
): Promise<number> {
  const { consoleUrl } = server;
  const token = await requestToken({ ...server, apiUrl: consoleUrl }, realm, {
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: secret,
  });
  const headers = { authorization: `Bearer ${token}` };
  return (await fetch(`${consoleUrl}/admin/realms/${realm}${path}`, { headers })).status;
}

test("behind a stand-in for 26.8.2, a client created here makes its call", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const visitor = await testBed.createAdministrator("operator", ["realm-admin"]);
  await adminConsole.openServiceAccounts(testBed, { visitor });
  const dialog = new NewClient(page);
  await dialog.open();
  await dialog.chooseJob("Look up users");
  await dialog.fillClientId("billing");
  await dialog.create();
  await page.getByTestId("fix-call").click();
  await expect(page.getByTestId("check-call")).toContainText("answered 200");
});

test("behind a stand-in for 26.8.2, a client without kc-admin-api is denied until a preset is applied", async ({
  testBed,
  adminConsole,
  server,
}) => {
  const { realm } = testBed;
  const visitor = await testBed.createAdministrator("operator", ["realm-admin"]);
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["view-users", "query-users"] });
  expect(await statusAt(server, realm, client, "/users")).toBe(401);
  await adminConsole.openPresets(testBed, client, { visitor });
  await expect(adminConsole.summary).toContainText("kc-admin-api");
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.clickConfirm();
  await adminConsole.assertState("User lookup", "Applied");
  expect(await statusAt(server, realm, client, "/users")).toBe(200);
});

test("behind a stand-in for 26.8.2, view-clients reads no secrets, and Connect names the right that does", async ({
  testBed,
  adminConsole,
  page,
}) => {
  // A release that knows the stand-in's console as that of 26.8.2.
  await serveNextRelease(page, "src/catalog/server/version-of-console.ts", (source) =>
    source.replace(
      "return versions",
      `if (entryScript?.startsWith("${entryScriptOfStandIn}")) return "26.8.2";\n  return versions`,
    ),
  );
  const views = ["view-clients", "view-users", "view-realm", "view-events"];
  const visitor = await testBed.createAdministrator("auditor", views);
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["view-clients"] });
  const list = await adminConsole.openServiceAccounts(testBed, { visitor });
  await expect(list.row(client.clientId)).toContainText("Reads clients");
  await expect(list.row(client.clientId)).not.toContainText("secrets");
  await adminConsole.openPresets(testBed, client, { visitor });
  await adminConsole.clickConnect();
  await page.getByTestId("showSecret").click();
  await expect(page.getByTestId("secretProblem")).toContainText("you need manage-clients");
  await expect(page.getByTestId("connectSecret")).toHaveValue("•".repeat(16));
});
