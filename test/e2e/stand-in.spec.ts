/** Keycloak 26.8.2 wasn't available: a stand-in before the Keycloak under test applies the rules of that version. */

import { entryScriptOfStandIn } from "../stand-in/entry-script.ts";
import { migrateRealm } from "../stand-in/migrate-realm.ts";
import { startStandIn } from "../stand-in/start-stand-in.ts";
import { NewClient } from "./console/new-client.ts";
import { serveNextRelease } from "./console/serve-next-release.ts";
import { requestToken } from "./realm/admin-api.ts";
import { createTestBed, type TestClient } from "./realm/test-bed.ts";
import { bundlePresets, type RunPresets } from "./run/run-presets.ts";
import { obtainDeployment } from "./servers/ask-keeper.ts";
import type { Deployment } from "./servers/deployment.ts";
import { test as base, expect } from "./test.ts";

/** Stories whose console, login and Admin API are the stand-in's; what they prepare goes past it. */
const test = base.extend<{ hidesClientScopes: boolean; presets: RunPresets }>({
  hidesClientScopes: [false, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  presets: async ({}, use, story) => {
    await use(await bundlePresets(story.outputPath()));
  },
  server: async ({ deployment, hidesClientScopes }, use) => {
    const behind = await obtainDeployment(deployment);
    await using standIn = await startStandIn(behind.apiUrl, { hidesClientScopes });
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

test("behind a stand-in for 26.8.2, ready tells a client without kc-admin-api from one whose client scopes it can't see", async ({
  testBed,
  server,
  presets,
}) => {
  const { api, realm, realmPath } = testBed;
  const auditor = await testBed.createClient("api", { clientId: "auditor" });
  const views = ["view-clients", "view-users", "view-realm", "query-groups"];
  await testBed.grant(auditor, { "realm-management": views });
  const scopes = await api.get<{ id: string; name: string }[]>(`${realmPath}/client-scopes`);
  const scopeId = scopes.find(({ name }) => name === "kc-admin-api")?.id;
  const ofAuditor = `${realmPath}/clients/${auditor.clientUuid}/default-client-scopes`;
  await api.put(`${ofAuditor}/${scopeId}`, undefined);
  const program = await testBed.createClient("api", { clientId: "program" });
  await testBed.grant(program, { "realm-management": ["view-users"] });
  const ready = (address: string, secret: string) =>
    presets(
      [
        ...["ready", "--for", "26.8", "--server", address, "--client", "auditor"],
        ...["--realm", realm],
      ],
      secret,
    );
  const seen = await ready(server.consoleUrl, auditor.secret);
  expect(seen).toMatchObject({ exitCode: 1, errors: "" });
  expect(seen.output).toContain(`BREAKS  ${realm} / program: It has admin roles and lacks`);
  expect(seen.output).toContain(`MAY BREAK  ${realm} / auditor: It has view-clients without`);
  await using standIn = await startStandIn(server.apiUrl, { hidesClientScopes: true });
  const hidden = await ready(standIn.address, auditor.secret);
  expect(hidden).toMatchObject({ exitCode: 2, errors: "" });
  expect(hidden.output).toContain(`NOT KNOWN  ${realm} / program: Whether it has admin roles`);
  expect(hidden.output).not.toContain("BREAKS");
  const masked = await ready(server.consoleUrl, "**********");
  expect(masked).toMatchObject({ exitCode: 2, output: "" });
  expect(masked.errors).toContain("in place of the secret of auditor");
});

test.describe("behind a stand-in for 26.8.2 that shows no client scopes", () => {
  test.use({ hidesClientScopes: true });

  test("each export says kc-admin-api, replaces no client scope, and has no masked secret", async ({
    testBed,
    adminConsole,
    page,
  }) => {
    const views = ["view-clients", "view-users", "view-realm"];
    const visitor = await testBed.createAdministrator("auditor", views);
    const client = await testBed.createClient("api");
    await testBed.grant(client, { "realm-management": ["view-users"] });
    await adminConsole.openPresets(testBed, client, { visitor });
    await expect(adminConsole.summary).not.toContainText("kc-admin-api");
    await adminConsole.clickExport();
    const formats = page.getByTestId("exportFormat").getByRole("option");
    await expect(formats).not.toHaveCount(0);
    for (const format of await formats.allTextContents()) {
      const text = await adminConsole.exportText(format);
      expect(text).toContain("view-users");
      expect(text).not.toContain("**********");
      if (!text.includes("kc-admin-api")) {
        await expect(page.getByTestId("export-leavesClientScope")).toContainText("kc-admin-api");
      }
      if (format.startsWith("Terraform")) {
        expect(text).toMatch(/^# resource "keycloak_openid_client_default_scopes"/m);
        expect(text).not.toMatch(/^resource "keycloak_openid_client_default_scopes"/m);
      }
    }
  });
});
