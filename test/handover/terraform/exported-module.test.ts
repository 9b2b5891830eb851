/** The module that Export writes, run by Terraform or OpenTofu with the real provider. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { asTerraform, type TerraformOptions } from "../../../src/formats/as-terraform.ts";
import type { Handover } from "../../../src/formats/handover.ts";
import { accessOf } from "../../e2e/realm/access-of.ts";
import { createTestBed, type TestBed } from "../../e2e/realm/test-bed.ts";
import { applyInTab } from "../apply-in-tab.ts";
import { type HandoverServer, startServer } from "../start-server.ts";
import { makeTerraformFolder, type TerraformFolder } from "./terraform-folder.ts";

// biome-ignore lint/suspicious/noTemplateCurlyInString: no template of JavaScript.
const hostile = 'bill\'s "sync" $(x) `y` $z {{ a }} %{b} ${c} <d> \\ ä';
const roles = ["query-users", "view-users"];

let server: HandoverServer;
let testBed: TestBed;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(async () => {
  testBed = await createTestBed(server.deployment, 'it\'s "a" realm 100%');
});
afterEach(() => testBed[Symbol.asyncDispose]());

/** User lookup for a client of the test's realm. */
const handoverTo = (clientId: string, isScoped: boolean): Handover => ({
  serverUrl: server.deployment.apiUrl,
  realm: testBed.realm,
  clientId,
  adminClientId: "realm-management",
  adminRoles: roles,
  realmRoles: [],
  isScoped,
  presetIds: ["user-lookup"],
});

/** A folder with the module alone. */
const folderWith = (handover: Handover, options: TerraformOptions = { isStandalone: true }) =>
  makeTerraformFolder(
    (path) => writeFile(join(path, "service-account.tf"), asTerraform(handover, options)),
    server.deployment,
  );

/** A plan that would change something fails here, by its exit code. */
const expectNoChange = (folder: TerraformFolder) => folder.run("plan", "-detailed-exitcode");

test.each([true, false])(
  "it is formatted, applied once, planned empty, and destroyed without a rest; scoped: %s",
  async (isScoped) => {
    const client = await testBed.createClient("api", {
      clientId: hostile,
      fullScopeAllowed: !isScoped,
    });
    await using folder = await folderWith(handoverTo(hostile, isScoped));
    await folder.run("fmt", "-check", "-diff");
    await folder.run("validate");
    const before = await accessOf(testBed, client);
    const settings = { clientId: `${hostile} in the tab`, fullScopeAllowed: !isScoped };
    const twin = await testBed.createClient("api", settings);
    await applyInTab(server.deployment, testBed, twin, "user-lookup");
    expect(await testBed.statusForClient(client, "GET", "/users")).toBe(403);
    await folder.run("apply", "-auto-approve");
    expect(await accessOf(testBed, client)).toEqual(await accessOf(testBed, twin));
    expect(await testBed.statusForClient(client, "GET", "/users")).toBe(200);
    await expectNoChange(folder);
    await folder.run("destroy", "-auto-approve");
    expect(await accessOf(testBed, client)).toEqual(before);
  },
);

test("what the client has already is imported, and nothing is added", async () => {
  const client = await testBed.createClient("api", { clientId: "api", fullScopeAllowed: false });
  await testBed.grant(client, { "realm-management": roles });
  const { api, realmPath } = testBed;
  const [management] = await api.get<{ id: string }[]>(
    `${realmPath}/clients?clientId=realm-management`,
  );
  const all = await api.get<{ name: string }[]>(`${realmPath}/clients/${management?.id}/roles`);
  await api.post(
    `${realmPath}/clients/${client.clientUuid}/scope-mappings/clients/${management?.id}`,
    all.filter(({ name }) => roles.includes(name)),
  );
  const names = { adminRoles: roles, realmRoles: [] };
  const assigned = { mapped: names, inScope: names };
  await using folder = await folderWith({ ...handoverTo("api", true), assigned });
  await folder.run("fmt", "-check", "-diff");
  expect(await folder.run("plan", "-no-color")).toContain(
    "Plan: 4 to import, 0 to add, 0 to change, 0 to destroy.",
  );
  await folder.run("apply", "-auto-approve");
  await expectNoChange(folder);
});

test("in a module that manages the client, it refers to that", async () => {
  const handover = handoverTo("reports", false);
  const options = { clientResource: "keycloak_openid_client.reports" };
  const module = `terraform {
  required_providers {
    keycloak = {
      source = "keycloak/keycloak"
    }
  }
}

resource "keycloak_openid_client" "reports" {
  realm_id                 = ${JSON.stringify(encodeURIComponent(testBed.realm))}
  client_id                = "reports"
  access_type              = "CONFIDENTIAL"
  service_accounts_enabled = true
}
`;
  await using folder = await makeTerraformFolder(async (path) => {
    await writeFile(join(path, "main.tf"), module);
    await writeFile(join(path, "service-account.tf"), asTerraform(handover, options));
  }, server.deployment);
  await folder.run("fmt", "-check", "-diff");
  await folder.run("apply", "-auto-approve");
  await expectNoChange(folder);
  const { api, realmPath } = testBed;
  const [client] = await api.get<{ id: string; clientId: string; secret: string }[]>(
    `${realmPath}/clients?clientId=reports`,
  );
  const { id: clientUuid = "", secret = "" } = client ?? {};
  const reports = { clientId: "reports", clientUuid, secret };
  expect(await testBed.rolesHeldBy(reports)).toEqual([
    testBed.defaultRole,
    ...roles.map((role) => `realm-management/${role}`),
  ]);
  await folder.run("destroy", "-auto-approve");
});
