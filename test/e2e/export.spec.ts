// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are placeholders of realm files.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { obtainKeycloak } from "../../tools/keycloak/obtain-keycloak.ts";
import type { AdminConsole } from "./console/admin-console.ts";
import { accessOf } from "./realm/access-of.ts";
import type { TestBed, TestClient } from "./realm/test-bed.ts";
import { long } from "./run/whole-run.ts";
import { testedVersion } from "./servers/tested-version.ts";
import { expect, test } from "./test.ts";

async function openExport(adminConsole: AdminConsole, testBed: TestBed, client: TestClient) {
  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickExport();
}

const hostile = 'bill\'s "sync" $(x) `y` $z';

test("the tab and the admin CLI apply the same", long, async ({ testBed, adminConsole }) => {
  test.setTimeout(300_000);
  const settings = { fullScopeAllowed: false };
  const first = await testBed.createClient("api", { ...settings, clientId: hostile });
  const second = await testBed.createClient("api", { ...settings, clientId: "second" });
  await openExport(adminConsole, testBed, first);
  const script = await adminConsole.exportText("Admin CLI (kcadm.sh)", "User lookup");
  expect(await testBed.statusForClient(first, "GET", "/users")).toBe(403);

  const { server } = testBed;
  const home = await obtainKeycloak({ version: testedVersion, report: () => undefined });
  const folder = await mkdtemp(join(tmpdir(), "presets-kcadm-"));
  try {
    const signIn = `./kcadm.sh config credentials --server ${server.apiUrl} --realm master --user ${server.adminUsername} --password ${server.adminPassword}`;
    await promisify(execFile)("sh", ["-e", "-c", `${signIn}\n${script}`], {
      cwd: join(home, "bin"),
      // Its programs live for a second each.
      env: {
        ...process.env,
        KC_OPTS: `-Duser.home=${folder} -XX:TieredStopAtLevel=1 -XX:+UseSerialGC`,
      },
    });
    const byCli = await accessOf(testBed, first);
    expect(await testBed.statusForClient(first, "GET", "/users")).toBe(200);

    await adminConsole.openPresets(testBed, second);
    await adminConsole.clickApplyPreset("User lookup");
    await adminConsole.assertState("User lookup", "Applied");
    expect(await accessOf(testBed, second)).toEqual(byCli);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("partial import accepts realm JSON, which assigns the same roles", async ({
  testBed,
  adminConsole,
}) => {
  const { api, realmPath } = testBed;
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["view-events", "query-users"] });
  await openExport(adminConsole, testBed, client);
  const text = await adminConsole.exportText("Realm JSON, keycloak-config-cli");
  await api.post(`${realmPath}/partialImport`, {
    ifResourceExists: "OVERWRITE",
    ...JSON.parse(text),
  });
  expect(await testBed.rolesHeldBy(client)).toEqual([
    "realm-management/query-users",
    "realm-management/view-events",
  ]);
  expect(await testBed.statusForClient(client, "GET", "/events")).toBe(200);
});

test("every format has a text and a file, and nothing is changed", async ({
  testBed,
  adminConsole,
  page,
}) => {
  // Without what realm files can't hold.
  const client = await testBed.createClient("api", { clientId: hostile.replace("$(x) ", "") });
  const before = await testBed.rolesHeldBy(client);
  await openExport(adminConsole, testBed, client);
  await expect(page.getByTestId("exportDialog")).toContainText("No admin role is assigned.");
  const text = await adminConsole.exportText("Terraform, OpenTofu", "Event reader");
  expect(text).toContain("keycloak_openid_client_service_account_role");
  const download = page.waitForEvent("download");
  await page.getByTestId("downloadExport").click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("service-account.tf");
  for (const format of ["Ansible", "Keycloak operator, realm import", "curl and jq"]) {
    expect(await adminConsole.exportText(format)).toContain("view-events");
  }
  expect(await testBed.rolesHeldBy(client)).toEqual(before);
});

test("a name that an import would replace is rejected for realm files, with the reason", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const clientId = "sync-${HOME}-$(id)";
  const client = await testBed.createClient("api", { clientId });
  await testBed.grant(client, { "realm-management": ["view-events"] });
  await openExport(adminConsole, testBed, client);
  for (const format of ["Realm JSON, keycloak-config-cli", "Keycloak operator, realm import"]) {
    await page.getByTestId("exportFormat").selectOption({ label: format });
    await expect(page.getByTestId("exportRefused")).toContainText(
      `Names that this format can't express: ${clientId}`,
    );
    await expect(page.getByTestId("exportRefused")).toContainText("Keycloak replaces ${…}");
    await expect(page.getByTestId("exportText")).toHaveCount(0);
    await expect(adminConsole.downloadExport).toHaveAttribute("aria-disabled", "true");
  }
  expect(await adminConsole.exportText("Terraform, OpenTofu")).toContain('"sync-$${HOME}-$(id)"');
  expect(await adminConsole.exportText("Admin CLI (kcadm.sh)")).toContain("view-events");
});

test("if the formats can't be loaded, there is nothing to download, and the console still works", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["view-events"] });
  await page.route("**/js/export-formats-*.js", (route) => route.abort());
  expectedResponses.push({ status: "none", path: "/js/export-formats-" });
  await openExport(adminConsole, testBed, client);
  await expect(adminConsole.exportDialog).toContainText("The formats could not be loaded.");
  await expect(adminConsole.downloadExport).toHaveAttribute("aria-disabled", "true");
  await adminConsole.downloadExport.click({ force: true });
  await expect(page).toHaveURL(/service-account-presets$/);
  await expect(adminConsole.exportDialog).toBeVisible();
});

test("an administrator with view-only access can plan and export the plan", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  const roles = ["view-clients", "view-users"];
  const visitor = await testBed.createAdministrator("visitor", roles);
  await adminConsole.openPresets(testBed, client, { visitor });
  await adminConsole.clickPresetAction("User lookup", "Show plan");
  await expect(page.getByTestId("confirmChange")).toBeDisabled();
  await page.getByTestId("exportPlan").click();
  await expect(page.getByTestId("exportText")).toHaveValue(/--rolename query-users/);
  await page.keyboard.press("Escape");

  await adminConsole.clickPresetAction("Event reader", "Export");
  await expect(page.getByTestId("exportText")).toHaveValue(/--rolename view-events/);
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
});
