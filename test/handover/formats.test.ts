import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { parse as parseYaml } from "yaml";
import { asAnsible } from "../../src/formats/as-ansible.ts";
import { asCurl } from "../../src/formats/as-curl.ts";
import { asKcadm } from "../../src/formats/as-kcadm.ts";
import { asOperatorImport } from "../../src/formats/as-operator-import.ts";
import { asRealmJson } from "../../src/formats/as-realm-json.ts";
import type { Handover } from "../../src/formats/handover.ts";
import { accessOf } from "../e2e/realm/access-of.ts";
import { representationOf } from "../e2e/realm/client-kind.ts";
import { createTestBed, type TestBed, type TestClient } from "../e2e/realm/test-bed.ts";
import { applyInTab } from "./apply-in-tab.ts";
import { runProgram } from "./run-program.ts";
import { type HandoverServer, startServer } from "./start-server.ts";

const hostile = 'bill\'s "sync" $(x) `y` $z {{ a }} %{b} <c> \\ ä';

let server: HandoverServer;
let testBed: TestBed;
let folder: string;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(async () => {
  testBed = await createTestBed(server.deployment, 'it\'s "a" realm');
  folder = await mkdtemp(join(tmpdir(), "presets-handover-"));
});
afterEach(async () => {
  await testBed[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** User lookup for a client of the test's realm. */
function handoverTo(clientId: string, isScoped: boolean): Handover {
  return {
    serverUrl: server.deployment.apiUrl,
    realm: testBed.realm,
    clientId,
    adminClientId: "realm-management",
    adminRoles: ["query-users", "view-users"],
    realmRoles: [],
    isScoped,
  };
}

const createClient = (isScoped: boolean) =>
  testBed.createClient("api", { clientId: hostile, fullScopeAllowed: !isScoped });

/** What **Apply preset** makes of a client like that, by the tab's own code. */
async function appliedInTab(isScoped: boolean): Promise<readonly string[]> {
  const settings = { clientId: `${hostile} in the tab`, fullScopeAllowed: !isScoped };
  const twin = await testBed.createClient("api", settings);
  await applyInTab(server.deployment, testBed, twin, "user-lookup");
  return accessOf(testBed, twin);
}

/** Runs a program twice: it must do what the tab does, and the second run must change nothing. */
async function expectToApply(client: TestClient, isScoped: boolean, run: () => Promise<void>) {
  const inTab = await appliedInTab(isScoped);
  expect(await testBed.statusForClient(client, "GET", "/users")).toBe(403);
  await run();
  expect(await accessOf(testBed, client)).toEqual(inTab);
  expect(await testBed.statusForClient(client, "GET", "/users")).toBe(200);
  await run();
  expect(await accessOf(testBed, client)).toEqual(inTab);
}

async function runShell(script: string, cwd: string, variables: Record<string, string>) {
  const { exitCode, output } = await runProgram(["sh", "-e", "-c", script], { cwd, variables });
  expect({ exitCode, output: exitCode === 0 ? "" : output }).toEqual({ exitCode: 0, output: "" });
}

/** Runs the export for the admin CLI, signed in first. */
async function runKcadm(handover: Handover): Promise<void> {
  const { apiUrl, adminUsername, adminPassword } = server.deployment;
  const signIn = `./kcadm.sh config credentials --server ${apiUrl} --realm master --user ${adminUsername} --password ${adminPassword}`;
  const variables = { KC_OPTS: `-Duser.home=${folder}` };
  await runShell(`${signIn}\n${asKcadm(handover)}`, server.binFolder, variables);
}

const runCurl = async (handover: Handover) =>
  runShell(asCurl(handover), folder, { TOKEN: await testBed.api.token() });

test.each([true, false])("the admin CLI applies it; scoped: %s", async (isScoped) => {
  const client = await createClient(isScoped);
  await expectToApply(client, isScoped, () => runKcadm(handoverTo(hostile, isScoped)));
});

test.each([true, false])("curl and jq apply it; scoped: %s", async (isScoped) => {
  const client = await createClient(isScoped);
  await expectToApply(client, isScoped, () => runCurl(handoverTo(hostile, isScoped)));
});

test.each([
  ["the admin CLI", runKcadm],
  ["curl", runCurl],
])("%s adds the client scope for the Admin API as the tab does", async (_, run) => {
  const { api, realmPath } = testBed;
  const name = "kc-admin-api";
  await api.post(`${realmPath}/client-scopes`, { name, protocol: "openid-connect" });
  const client = await createClient(true);
  const adminClientScope = { name, isThere: true, others: undefined };
  await expectToApply(client, true, () => run({ ...handoverTo(hostile, true), adminClientScope }));
  expect(await accessOf(testBed, client)).toContain(`client scope: ${name}`);
});

test("curl and jq stop if a role is missing, name it, and assign none of the others", async () => {
  const client = await createClient(false);
  const TOKEN = await testBed.api.token();
  const handover = { ...handoverTo(hostile, false), adminRoles: ["query-users", "view-nothing"] };
  const options = { cwd: folder, variables: { TOKEN } };
  const { exitCode, output } = await runProgram(["sh", "-c", asCurl(handover)], options);
  expect(exitCode).not.toBe(0);
  expect(output).toContain("These roles are missing: view-nothing");
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
  const other = { ...handover, clientId: "another" };
  const missing = await runProgram(["sh", "-c", asCurl(other)], options);
  expect(missing.exitCode).not.toBe(0);
  expect(missing.output).toContain("There is no client another");
});

test.each([true, false])(
  "Ansible applies it, and a second run changes nothing; scoped: %s",
  async (isScoped) => {
    const client = await createClient(isScoped);
    const playbook = join(folder, "playbook.yml");
    await writeFile(playbook, asAnsible(handoverTo(hostile, isScoped)));
    const { adminUsername, adminPassword } = server.deployment;
    let run = 0;
    await expectToApply(client, isScoped, async () => {
      const { ANSIBLE_PLAYBOOK = "ansible-playbook" } = process.env;
      const { exitCode, output } = await runProgram([ANSIBLE_PLAYBOOK, playbook], {
        cwd: folder,
        variables: {
          KEYCLOAK_ADMIN: adminUsername,
          KEYCLOAK_ADMIN_PASSWORD: adminPassword,
          ANSIBLE_HOME: folder,
          ANSIBLE_LOCALHOST_WARNING: "False",
        },
      });
      expect(exitCode, output).toBe(0);
      expect(output).toContain(`changed=${run > 0 ? 0 : isScoped ? 2 : 1}`);
      run += 1;
    });
  },
);

test("partial import applies realm JSON", async () => {
  const client = await createClient(false);
  const { api, realmPath } = testBed;
  const part = JSON.parse(asRealmJson(handoverTo(hostile, false)));
  await api.post(`${realmPath}/partialImport`, { ifResourceExists: "OVERWRITE", ...part });
  const inTab = await appliedInTab(false);
  expect(await accessOf(testBed, client)).toEqual(
    inTab.filter((access) => access !== testBed.defaultRole),
  );
  expect(await testBed.statusForClient(client, "GET", "/users")).toBe(200);
});

test.each([
  ["realm JSON", (handover: Handover) => JSON.parse(asRealmJson(handover))],
  [
    "the operator's resource",
    (handover: Handover) => parseYaml(asOperatorImport(handover)).spec.realm,
  ],
])("a realm is made with its client and %s", async (_, realmOf) => {
  const { api } = testBed;
  const realm = `imported ${crypto.randomUUID()}`;
  const client: ClientRepresentation = {
    ...representationOf("api"),
    clientId: hostile,
    secret: "a secret",
    fullScopeAllowed: false,
  };
  const part = realmOf({ ...handoverTo(hostile, true), realm });
  await api.post("/admin/realms", { ...part, realm, enabled: true, clients: [client] });
  const realmPath = `/admin/realms/${encodeURIComponent(realm)}`;
  try {
    const imported = { ...testBed, realm, realmPath };
    const clients = `${realmPath}/clients?clientId=${encodeURIComponent(hostile)}`;
    const [{ id = "" } = {}] = await api.get<{ id: string }[]>(clients);
    const { id: account } = await api.get<{ id: string }>(
      `${realmPath}/clients/${id}/service-account-user`,
    );
    const mappings = await api.get<{
      clientMappings: Record<string, { mappings: { name: string }[] }>;
    }>(`${realmPath}/users/${account}/role-mappings`);
    const names = mappings.clientMappings["realm-management"]?.mappings.map(({ name }) => name);
    expect(names?.sort()).toEqual(["query-users", "view-users"]);
    const scope = await accessOf(
      { ...imported, rolesHeldBy: async () => [] },
      { clientId: hostile, clientUuid: id, secret: "a secret" },
    );
    expect(scope.filter((it) => it.startsWith("in scope"))).toEqual([
      ...["in scope: query-users", "in scope: view-users"],
    ]);
  } finally {
    await api.delete(realmPath);
  }
});

test("a client of master gets roles of another realm, by curl and by the admin CLI", async () => {
  const { api, realm } = testBed;
  const handover: Handover = {
    ...handoverTo(hostile, false),
    realm: "master",
    adminClientId: `${realm}-realm`,
  };
  for (const apply of [runCurl, runKcadm]) {
    const settings = { ...representationOf("api"), clientId: hostile };
    const uuid = await api.post("/admin/realms/master/clients", settings);
    const client = `/admin/realms/master/clients/${uuid}`;
    try {
      await apply(handover);
      const { id } = await api.get<{ id: string }>(`${client}/service-account-user`);
      const { clientMappings } = await api.get<{
        clientMappings: Record<string, { mappings: { name: string }[] }>;
      }>(`/admin/realms/master/users/${id}/role-mappings`);
      const names = clientMappings[`${realm}-realm`]?.mappings.map(({ name }) => name);
      expect(names?.sort()).toEqual(["query-users", "view-users"]);
    } finally {
      await api.delete(client);
    }
  }
});
