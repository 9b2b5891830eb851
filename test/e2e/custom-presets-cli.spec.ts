import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import { normalizedExport } from "./realm/normalized-export.ts";
import { createTestBed } from "./realm/test-bed.ts";
import { bundlePresets, type RunPresets } from "./run/run-presets.ts";
import { obtainDeployment } from "./servers/ask-keeper.ts";
import type { DeploymentName } from "./servers/deployment.ts";

interface Fixtures {
  readonly folder: string;
  readonly presets: RunPresets;
}

// No story: the command line opens no page.
const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "presets-custom-"));
    await use(folder);
    await rm(folder, { recursive: true });
  },
  presets: async ({ folder }, use) => {
    await use(await bundlePresets(folder));
  },
});

/** A realm with roles of a client and of its own, and who runs `presets custom` as a client of it. */
async function makeTarget(name: DeploymentName, presets: RunPresets) {
  const testBed = await createTestBed(await obtainDeployment(name));
  const { api, realm, realmPath, server } = testBed;
  const billing = await testBed.createClient("api", { clientId: "billing" });
  await api.post(`${realmPath}/clients/${billing.clientUuid}/roles`, { name: "write" });
  await api.post(`${realmPath}/roles`, { name: "auditor" });
  const keeper = await testBed.createClient("api", { clientId: "keeper" });
  await testBed.grant(keeper, { "realm-management": ["manage-clients", "view-realm"] });
  const at = ["--server", server.apiUrl, "--client", "keeper", "--realm", realm];
  const storeAt = async (path = realmPath) => {
    const found = await api.get<{ id: string; attributes: Record<string, string> }[]>(
      `${path}/clients?clientId=service-account-presets`,
    );
    return found[0];
  };
  return {
    testBed,
    billing: `${realmPath}/clients/${billing.clientUuid}`,
    storeAt,
    run: (...words: readonly string[]) => presets(["custom", ...words, ...at], keeper.secret),
    [Symbol.asyncDispose]: () => testBed[Symbol.asyncDispose](),
  };
}

/** The presets of a store, without the attributes that Keycloak adds. */
const presetsIn = (store: { attributes: Record<string, string> } | undefined) =>
  Object.fromEntries(
    Object.entries(store?.attributes ?? {}).filter(([name]) => /^preset\.|\.format$/.test(name)),
  );

const file = (roles: string) => `presets:
  - id: billing-sync
    name: Billing sync
    purpose: Reads users and books invoices
    roles:
      - { client: realm-management, role: view-users }
${roles}
  - id: audit
    name: "Auditor’s reader 監査"
    roles: [{ role: auditor }]
`;

test("presets of a file go into a realm, change, go on to a realm on another server, and leave nothing behind", async ({
  folder,
  presets,
}) => {
  test.setTimeout(900_000);
  await using from = await makeTarget("usual", presets);
  await using to = await makeTarget("oldest", presets);
  const { realm } = from.testBed;
  const before = [await normalizedExport(from.testBed), await normalizedExport(to.testBed)];
  const path = join(folder, "presets.yaml");
  await writeFile(path, file("      - { client: billing, role: write }"));

  // Planned, done, done again.
  const planned = await from.run("import", path, "--dry-run");
  expect(planned).toMatchObject({ exitCode: 0, errors: "" });
  expect(await from.storeAt()).toBeUndefined();
  const done = await from.run("import", path);
  expect(done).toEqual(planned);
  const stored = await from.storeAt();
  expect(stored).toMatchObject({ enabled: false, publicClient: true, fullScopeAllowed: false });
  const again = await from.run("import", path);
  expect(again.output).toBe(
    `UNCHANGED  ${realm} / billing-sync: revision 1\nUNCHANGED  ${realm} / audit: revision 1\n`,
  );
  expect(await from.storeAt()).toEqual(stored);

  // Changed: the former roles are kept.
  await writeFile(path, file("      - { client: realm-management, role: view-events }"));
  const changed = await from.run("import", path);
  expect(changed.output).toContain(
    `CHANGED    ${realm} / billing-sync: Billing sync, revision 1 to 2\n  + realm-management: view-events\n  - billing: write\n`,
  );
  const shown = await from.run("show", "billing-sync", "--json");
  expect(JSON.parse(shown.output)).toMatchObject({
    revision: 2,
    formerly: [{ revision: 1, roles: [{}, { client: "billing", role: "write" }] }],
  });

  // Exported, and imported into a realm on another server.
  const yaml = await from.run("export", "--as", "yaml");
  const copy = join(folder, "copy.yaml");
  await writeFile(copy, yaml.output);
  expect(await to.run("import", copy)).toMatchObject({ exitCode: 0, errors: "" });
  expect(presetsIn(await to.storeAt())).toEqual(presetsIn(await from.storeAt()));
  expect((await to.run("list")).output).toBe(
    (await from.run("list")).output.replaceAll(realm, to.testBed.realm),
  );

  // Roles that the realm doesn't have: nothing is written.
  await writeFile(path, file("      - { client: crm, role: x }"));
  const refused = await to.run("import", path);
  expect(refused).toMatchObject({ exitCode: 2, output: "" });
  expect(refused.errors).toContain(
    `yaml:7: presets[0].roles[1]: realm ${to.testBed.realm} has no client crm`,
  );
  expect(presetsIn(await to.storeAt())).toEqual(presetsIn(await from.storeAt()));

  // As a realm: Keycloak's own imports take it.
  const asRealm = JSON.parse((await from.run("export", "--as", "realm")).output);
  for (const { testBed, storeAt } of [from, to]) {
    const name = `${testBed.realm}-imported`;
    const imported = `/admin/realms/${name}`;
    await testBed.api.post("/admin/realms", { ...asRealm, realm: name });
    testBed.deleteAtEnd(imported);
    const first = await storeAt(imported);
    expect(presetsIn(first)).toEqual(presetsIn(await from.storeAt()));
    expect(first).toMatchObject({ enabled: false, publicClient: true, fullScopeAllowed: false });
    const answer = await fetch(`${testBed.server.apiUrl}${imported}/partialImport`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${await testBed.api.token()}`,
        "content-type": "application/json",
      },
      body: JSON.stringify({ ...asRealm, ifResourceExists: "OVERWRITE" }),
    });
    expect(await answer.json()).toMatchObject({ overwritten: 1 });
    expect(presetsIn(await storeAt(imported))).toEqual(presetsIn(first));
  }
  const realmFile = join(folder, "realm.json");
  await writeFile(realmFile, JSON.stringify(asRealm));
  expect((await to.run("import", realmFile)).output).not.toMatch(/^(NEW|CHANGED)/m);

  // Deleted, with the clients that are marked.
  const marker = "service-account-presets.custom.billing-sync";
  for (const { testBed, billing, run, storeAt } of [from, to]) {
    const mark = async (value: string) => {
      const client = await testBed.api.get<Record<string, unknown>>(billing);
      const attributes = { ...(client["attributes"] as object), [marker]: value };
      await testBed.api.put(billing, { ...client, attributes });
    };
    await mark("1");
    const kept = await run("remove-store");
    expect(kept).toMatchObject({ exitCode: 2, output: "" });
    expect((await run("delete", "billing-sync")).output).toContain("\n  billing (revision 1)\n");
    await mark("");
    expect((await run("delete", "audit")).output).toBe(`DELETED  ${testBed.realm} / audit\n`);
    expect((await run("remove-store")).exitCode).toBe(0);
    expect(await storeAt()).toBeUndefined();
  }
  expect([await normalizedExport(from.testBed), await normalizedExport(to.testBed)]).toEqual(
    before,
  );
});

test("a client that isn't a store is left alone, and one that may only look changes nothing", async ({
  folder,
  presets,
}) => {
  test.setTimeout(900_000);
  await using target = await makeTarget("usual", presets);
  const { testBed, run } = target;
  const path = join(folder, "presets.yaml");
  await writeFile(path, file("      - { client: billing, role: write }"));
  const viewer = await testBed.createClient("api", { clientId: "viewer" });
  await testBed.grant(viewer, { "realm-management": ["view-clients", "view-realm"] });
  const at = ["--server", testBed.server.apiUrl, "--client", "viewer", "--realm", testBed.realm];
  const looking = await presets(["custom", "import", path, ...at], viewer.secret);
  expect(looking).toMatchObject({ exitCode: 2, output: "" });
  expect(looking.errors).toContain("needs manage-clients");

  const other = await testBed.createClient("api", { clientId: "service-account-presets" });
  const client = `${testBed.realmPath}/clients/${other.clientUuid}`;
  const before = await testBed.api.get(client);
  const refused = await run("import", path);
  expect(refused).toMatchObject({ exitCode: 2, output: "" });
  expect(refused.errors).toContain("wasn't made for presets");
  expect((await run("list")).exitCode).toBe(1);
  expect((await run("remove-store")).exitCode).toBe(2);
  expect(await testBed.api.get(client)).toEqual(before);
});
