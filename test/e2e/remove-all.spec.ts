import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { planWithEnd } from "../ends/change-with-end.ts";
import { normalizedExport } from "./realm/normalized-export.ts";
import { storePresets } from "./realm/own-presets.ts";
import type { TestBed, TestClient } from "./realm/test-bed.ts";
import { bundlePresets } from "./run/run-presets.ts";
import { isSince } from "./servers/tested-version.ts";
import { expect, test } from "./test.ts";

interface Client {
  readonly id: string;
  readonly clientId: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

interface Step {
  readonly realm: string;
  readonly object: string;
  readonly found: readonly string[];
}

/** What a step of the plan tells a person to do. */
async function carryOut({ api, realmPath }: TestBed, { object, found }: Step): Promise<void> {
  const clients = await api.get<Client[]>(`${realmPath}/clients?max=100`);
  if (object === "workflows") {
    const workflows = await api.get<{ id: string; name: string }[]>(`${realmPath}/workflows`);
    for (const { id, name } of workflows) {
      expect(name).toMatch(/^service-account-presets/);
      await api.delete(`${realmPath}/workflows/${id}`);
    }
  } else if (object === "attributes") {
    for (const client of clients) {
      const names = found.map((it) => it.replace(/ \(\d+\)$/, ""));
      const own = names.filter((name) => client.attributes?.[name] !== undefined);
      const emptied = Object.fromEntries(own.map((name) => [name, ""]));
      const attributes = { ...client.attributes, ...emptied };
      if (own.length > 0)
        await api.put(`${realmPath}/clients/${client.id}`, { ...client, attributes });
    }
  } else if (object === "presets") {
    const store = clients.find(({ clientId }) => clientId === "service-account-presets");
    await api.delete(`${realmPath}/clients/${store?.id}`);
  } else {
    expect(object).toBe("themes");
    await api.put(realmPath, { adminTheme: "" });
  }
}

/** Takes all admin roles from a service account, as its page in the console does. */
async function unassignAll({ api, realmPath }: TestBed, client: TestClient): Promise<void> {
  const account = `${realmPath}/clients/${client.clientUuid}/service-account-user`;
  const { id } = await api.get<{ id: string }>(account);
  const [admin] = await api.get<Client[]>(`${realmPath}/clients?clientId=realm-management`);
  const mappings = `${realmPath}/users/${id}/role-mappings/clients/${admin?.id}`;
  await api.delete(mappings, await api.get(mappings));
}

test("what doctor plans to remove is all that the extension has left in a realm", async ({
  testBed,
  adminConsole,
}) => {
  const { api, realm, realmPath, server } = testBed;
  const client = await testBed.createClient("api");
  const keeper = await testBed.createClient("api", { clientId: "keeper" });
  await testBed.grant(keeper, { "realm-management": ["realm-admin"] });
  await api.put(realmPath, { adminTheme: "" });
  const before = await normalizedExport(testBed);

  await api.put(realmPath, { adminTheme: "service-account-presets" });
  await storePresets(testBed, {
    reader: { name: "Reader", roles: [{ client: "realm-management", role: "view-events" }] },
  });
  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickApplyPreset("Reader (this realm)");
  await adminConsole.clickConfirm();
  await adminConsole.assertState("Reader (this realm)", "Applied");
  const { id: _, ...settings } = await api.get<Client>(`${realmPath}/clients/${client.clientUuid}`);
  const owned = { ...settings.attributes, owner: "Team Billing" };
  await api.put(`${realmPath}/clients/${client.clientUuid}`, { ...settings, attributes: owned });
  const hasEnds = isSince("26.6");
  if (hasEnds) {
    const plan = await planWithEnd(testBed, client, "user-lookup", "add", Date.now() + 3_600_000);
    await plan.run("forward");
  }

  const folder = await mkdtemp(join(tmpdir(), "presets-remove-"));
  const presets = await bundlePresets(folder);
  const planned = async () => {
    const at = ["--server", server.apiUrl, "--client", "keeper", "--login-realm", realm];
    const { output } = await presets(["doctor", "--remove-plan", "--json", ...at], keeper.secret);
    const plan: { steps: Step[]; notSeen: unknown[] } = JSON.parse(output);
    expect(plan.notSeen).toEqual([]);
    return plan.steps;
  };
  const steps = await planned();
  expect(steps.map(({ object }) => object)).toEqual([
    ...[...(hasEnds ? ["workflows"] : []), "attributes", "presets", "themes"],
  ]);
  for (const step of steps) await carryOut(testBed, step);
  expect(await planned()).toEqual([]);
  await rm(folder, { recursive: true });

  // Roles stay assigned until a person unassigns them.
  expect(await testBed.rolesHeldBy(client)).toContain("realm-management/view-events");
  await unassignAll(testBed, client);
  expect(await normalizedExport(testBed)).toEqual(before);
});
