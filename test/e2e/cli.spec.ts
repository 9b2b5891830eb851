import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { createTestBed, type TestBed } from "./realm/test-bed.ts";
import { bundlePresets, type RunPresets } from "./run/run-presets.ts";
import { obtainDeployment } from "./servers/ask-keeper.ts";
import { startChangingProxy } from "./servers/start-changing-proxy.ts";

// No story: the command line opens no page.
const test = base.extend<{
  readonly testBed: TestBed;
  readonly folder: string;
  readonly presets: RunPresets;
}>({
  testBed: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
    async ({}, use) => {
      await using testBed = await createTestBed(await obtainDeployment("usual"));
      await use(testBed);
    },
    // The first one waits for its Keycloak to be obtained and started.
    { timeout: 600_000 },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "presets-cli-"));
    await use(folder);
    await rm(folder, { recursive: true });
  },
  presets: async ({ folder }, use) => {
    await use(await bundlePresets(folder));
  },
});

/** The roles of each account that a JSON answer tells of. */
function rolesIn(json: string): ReadonlyMap<string, readonly string[]> {
  const read: unknown = JSON.parse(json);
  const accounts = (Array.isArray(read) ? read : (read as { accounts: unknown }).accounts) as {
    readonly realm: string;
    readonly clientId: string;
    readonly roles: readonly string[];
  }[];
  return new Map(
    accounts.map(({ realm, clientId, roles }) => [`${realm}/${clientId}`, [...roles].sort()]),
  );
}

/** Programs that come to their roles in every way. */
async function makePrograms(testBed: TestBed): Promise<void> {
  const { api, realm, realmPath } = testBed;
  const create = (clientId: string) => testBed.createClient("api", { clientId });
  await testBed.grant(await create("Billing"), { "realm-management": ["view-users"] });
  const [management] = await api.get<{ id: string }[]>(
    `${realmPath}/clients?clientId=realm-management`,
  );
  const role = await api.get(`${realmPath}/clients/${management?.id}/roles/view-events`);
  await api.post(`${realmPath}/roles`, { name: "ops" });
  await api.post(`${realmPath}/roles/ops/composites`, [role]);
  const ops = await create("ops");
  const composite = await api.get(`${realmPath}/roles/ops`);
  const account = async ({ clientUuid }: { clientUuid: string }) =>
    (await api.get<{ id: string }>(`${realmPath}/clients/${clientUuid}/service-account-user`)).id;
  await api.post(`${realmPath}/users/${await account(ops)}/role-mappings/realm`, [composite]);
  const group = await api.post(`${realmPath}/groups`, { name: "staff" });
  const path = `${realmPath}/groups/${group}/role-mappings/clients/${management?.id}`;
  await api.post(path, [role]);
  const member = await create("member");
  await api.put(`${realmPath}/users/${await account(member)}/groups/${group}`, { realm });
}

test("check of a server's export and report of the server give the same result", async ({
  testBed,
  folder,
  presets,
}) => {
  const { api, realm, realmPath, server } = testBed;
  await makePrograms(testBed);
  const auditor = await testBed.createClient("api", { clientId: "auditor" });
  const mayLook = ["view-clients", "view-users", "view-realm"];
  await testBed.grant(auditor, { "realm-management": mayLook });

  const file = join(folder, "realm.json");
  const exported = await fetch(
    `${server.apiUrl}${realmPath}/partial-export?exportClients=true&exportGroupsAndRoles=true`,
    { method: "POST", headers: { authorization: `Bearer ${await api.token()}` } },
  );
  await writeFile(file, await exported.text());
  const checked = await presets(["check", "--json", file]);
  expect(checked).toMatchObject({ exitCode: 0, errors: "" });
  const roles = rolesIn(checked.output);
  expect(roles.get(`${realm}/Billing`)).toEqual(["query-groups", "query-users", "view-users"]);
  expect(roles.get(`${realm}/ops`)).toEqual(["view-events"]);
  expect(roles.get(`${realm}/member`)).toEqual(["view-events"]);

  const ask = ["report", "--server", server.apiUrl, "--client", "auditor", "--realm", realm];
  const reported = await presets([...ask, "--json"], auditor.secret);
  expect(reported).toMatchObject({ exitCode: 0, errors: "" });
  expect(rolesIn(reported.output)).toEqual(roles);
  const reachOfAuditor = (output: string) => {
    const accounts: { clientId: string; reach: unknown }[] =
      JSON.parse(output).accounts ?? JSON.parse(output);
    return accounts.find(({ clientId }) => clientId === "auditor")?.reach;
  };
  expect(reachOfAuditor(reported.output)).toMatchObject({
    clients: "readsSecrets",
    users: "reads",
  });
  expect(reachOfAuditor(checked.output)).toEqual(reachOfAuditor(reported.output));
  const asCsv = await presets([...ask, "--csv"], auditor.secret);
  expect(asCsv.output.split("\r\n")[0]).toContain("realm,client_id");
  expect(asCsv.output).toContain("view-events (group /staff)");

  const refused = await presets(["check", file, "--allow", "event-reader,access-review"]);
  expect(refused.exitCode).toBe(1);
  expect(refused.output).toContain(`NOT ALLOWED  ${realm} / auditor: view-clients`);
});

test("report finds roles inherited from another client's role, and differences from a file", async ({
  testBed,
  folder,
  presets,
}) => {
  const { api, realm, realmPath, server } = testBed;
  const auditor = await testBed.createClient("api", { clientId: "auditor" });
  const mayLook = ["view-clients", "view-users", "view-realm"];
  await testBed.grant(auditor, { "realm-management": mayLook });
  const billing = await testBed.createClient("api", { clientId: "billing" });
  const file = join(folder, "realm.json");
  const exported = await fetch(
    `${server.apiUrl}${realmPath}/partial-export?exportClients=true&exportGroupsAndRoles=true`,
    { method: "POST", headers: { authorization: `Bearer ${await api.token()}` } },
  );
  await writeFile(file, await exported.text());
  const ask = ["report", "--server", server.apiUrl, "--client", "auditor", "--realm", realm];
  const before = await presets([...ask, "--against", file], auditor.secret);
  expect(before).toMatchObject({ exitCode: 0, errors: "" });

  const app = await testBed.createClient("api", { clientId: "app" });
  const [management] = await api.get<{ id: string }[]>(
    `${realmPath}/clients?clientId=realm-management`,
  );
  const power = await api.get(`${realmPath}/clients/${management?.id}/roles/manage-users`);
  // No path leads to a role of this name, only its id does.
  await api.post(`${realmPath}/clients/${app.clientUuid}/roles`, { name: ".." });
  const [role] = await api.get<{ id: string }[]>(`${realmPath}/clients/${app.clientUuid}/roles`);
  await api.post(`${realmPath}/roles-by-id/${role?.id}/composites`, [power]);
  const { id } = await api.get<{ id: string }>(
    `${realmPath}/clients/${billing.clientUuid}/service-account-user`,
  );
  await api.post(`${realmPath}/users/${id}/role-mappings/clients/${app.clientUuid}`, [role]);
  const after = await presets([...ask, "--against", file], auditor.secret);
  expect(after.exitCode).toBe(1);
  expect(after.output).toContain(`DRIFT  ${realm} / billing: more than in the file: manage-users`);
});

test("report says why it can't ask the server", async ({ testBed, presets }) => {
  const { realm, server } = testBed;
  const client = await testBed.createClient("api");
  const ask = ["report", "--server", server.apiUrl, "--client", client.clientId, "--realm", realm];
  const wrong = await presets(ask, "wrong");
  expect(wrong).toMatchObject({ exitCode: 2, output: "" });
  expect(wrong.errors).toContain("rejected the client");
  const powerless = await presets(ask, client.secret);
  expect(powerless).toMatchObject({ exitCode: 2, output: "" });
  expect(powerless.errors).toContain("view-clients");
});

test("report on all realms works for a client of master with little more than view-realm", async ({
  testBed,
  presets,
}) => {
  const { api, realm, server } = testBed;
  await testBed.grant(await testBed.createClient("api"), { "realm-management": ["view-events"] });
  const clientId = `auditor-of-${realm}`;
  const uuid = await api.post("/admin/realms/master/clients", {
    clientId,
    publicClient: false,
    serviceAccountsEnabled: true,
  });
  const client = `/admin/realms/master/clients/${uuid}`;
  testBed.deleteAtEnd(client);
  const { secret } = await api.get<{ secret: string }>(client);
  const { id } = await api.get<{ id: string }>(`${client}/service-account-user`);
  const path = `/admin/realms/master/users/${id}/role-mappings`;
  for (const container of ["master-realm", `${realm}-realm`]) {
    const [{ id: uuidOf = "" } = {}] = await api.get<{ id: string }[]>(
      `/admin/realms/master/clients?clientId=${container}`,
    );
    const all = await api.get<{ name: string }[]>(`/admin/realms/master/clients/${uuidOf}/roles`);
    const mayLook = ["view-clients", "view-users", "view-realm"];
    const roles = all.filter(({ name }) => mayLook.includes(name));
    await api.post(`${path}/clients/${uuidOf}`, roles);
  }
  const words = ["report", "--server", server.apiUrl, "--client", clientId, "--all-realms"];
  const { exitCode, output } = await presets([...words, "--json"], secret);
  // Realms of other tests may be there, which it may not see.
  expect([0, 3]).toContain(exitCode);
  const roles = rolesIn(output);
  expect(roles.get(`${realm}/api-client`)).toEqual(["view-events"]);
});

test("doctor finds nothing to fix where the tab shows, and what the extension has left in the realm", async ({
  testBed,
  presets,
}) => {
  const { realm, server } = testBed;
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["view-realm"] });
  const ask = ["doctor", "--server", server.apiUrl];
  const ofMaster = await presets(ask);
  expect(ofMaster).toMatchObject({ exitCode: 0, errors: "" });
  expect(ofMaster.output).toMatch(/^OK {8}JAR: Version \d/m);
  expect(ofMaster.output).toMatch(/^OK {8}Version of the console: Keycloak \d/m);
  const asClient = ["--realm", realm, "--client", client.clientId];
  const ofRealm = await presets([...ask, ...asClient], client.secret);
  expect(ofRealm).toMatchObject({ exitCode: 0, errors: "" });
  expect(ofRealm.output).toContain(`Theme settings in the realms: ${realm}: admin theme.`);
});

test("doctor finds a realm that has not selected the theme", async ({ testBed, presets }) => {
  const { api, realm, realmPath, server } = testBed;
  await api.put(realmPath, { adminTheme: "" });
  const found = await presets(["doctor", "--server", server.apiUrl, "--realm", realm]);
  expect(found).toMatchObject({ exitCode: 1, errors: "" });
  expect(found.output).toContain(`PROBLEM   Admin theme of realm ${realm}: keycloak.v2.`);
  expect(found.output).toMatch(/^OK {8}JAR: /m);
});

test("doctor finds a console that it doesn't know, and a server without the JAR's files", async ({
  testBed,
  presets,
}) => {
  const { apiUrl } = testBed.server;
  await using changed = await startChangingProxy(apiUrl, (_, body) =>
    body.replace(/assets\/main-[\w-]+\.js/, "assets/main-unknown1.js"),
  );
  const unknown = await presets(["doctor", "--server", changed.url]);
  expect(unknown).toMatchObject({ exitCode: 1, errors: "" });
  expect(unknown.output).toContain("PROBLEM   Version of the console: main-unknown1.js");

  await using withheld = await startChangingProxy(apiUrl, (path, body) =>
    path.includes("/service-account-presets/") ? undefined : body,
  );
  const blocked = await presets(["doctor", "--server", withheld.url]);
  expect(blocked).toMatchObject({ exitCode: 1, errors: "" });
  expect(blocked.output).toMatch(/^PROBLEM {3}Script of the extension: .+ answers 404/m);
});
