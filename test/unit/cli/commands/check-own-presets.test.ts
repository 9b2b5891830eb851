/** `presets check` names the presets that a realm file stores itself. */
import { expect, test } from "vitest";
import { account, client, ofManagement } from "../exported-realm.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

const reader = {
  name: "Invoice reader",
  roles: [
    { client: "realm-management", role: "view-users" },
    { client: "billing", role: "read" },
    { role: "auditor" },
  ],
};

const store = (attributes: object) => ({
  clientId: "service-account-presets",
  ...{ enabled: false, publicClient: true },
  attributes: { "service-account-presets.format": "1", ...attributes },
});

const holding = account("ops", {
  realmRoles: ["auditor"],
  clientRoles: { ...ofManagement("view-users"), billing: ["read"] },
});

const check = (realm: object, ...words: readonly string[]) => {
  const file = folder.write(
    `${crypto.randomUUID()}.json`,
    JSON.stringify({ realm: "demo", users: [holding], ...realm }),
  );
  return runPresets(["check", file, ...words]);
};

const clients = [client("ops"), { clientId: "billing" }];

test("a preset of the realm is named where an account has all of its roles, those of other clients too", async () => {
  const { output } = await check({
    clients: [...clients, store({ "preset.reader": JSON.stringify(reader) })],
  });
  expect(output).toContain("Invoice reader (this realm)");
});

test.each([
  [
    "not all roles are assigned",
    { reader: { ...reader, roles: [...reader.roles, { role: "b" }] } },
  ],
  ["the preset can't be read", { reader: { ...reader, roles: [] } }],
])("where %s, the preset isn't named", async (_, presets) => {
  const attributes = Object.fromEntries(
    Object.entries(presets).map(([id, preset]) => [`preset.${id}`, JSON.stringify(preset)]),
  );
  const { output } = await check({ clients: [...clients, store(attributes)] });
  expect(output).toMatch(/^demo \/ ops/m);
  expect(output).not.toContain("(this realm)");
});

test("an admin role of another realm doesn't count for a preset of master", async () => {
  const master = JSON.stringify({
    realm: "master",
    clients: [client("ops"), store({ "preset.reader": JSON.stringify(reader) })],
    users: [account("ops", { clientRoles: { "demo-realm": ["view-users"] } })],
  });
  const { output } = await runPresets(["check", folder.write("master.json", master)]);
  expect(output).not.toContain("(this realm)");
});

test("a client with an earlier revision of a preset is reported", async () => {
  const revised = {
    ...{ ...reader, roles: [{ role: "auditor" }], revision: 2 },
    formerly: [{ revision: 1, roles: reader.roles }],
  };
  const attributes = { "service-account-presets.custom.reader": "1" };
  const { output } = await check({
    clients: [
      { ...client("ops"), attributes },
      store({ "preset.reader": JSON.stringify(revised) }),
    ],
  });
  expect(output).toContain("former roles of a changed preset: Invoice reader (this realm)");
});

test("what a realm stores allows nothing: a policy has its own document of a preset", async () => {
  const realm = { clients: [...clients, store({ "preset.reader": JSON.stringify(reader) })] };
  const policy = (document: object) =>
    folder.write(
      `${crypto.randomUUID()}.json`,
      JSON.stringify({
        version: 1,
        customPresets: [{ id: "reader", ...document }],
        allow: [{ realm: "demo", client: "ops", presets: ["custom:reader"], reason: "Bills" }],
      }),
    );
  expect(await check(realm, "--policy", policy(reader))).toMatchObject({ exitCode: 0 });
  const less = { ...reader, roles: [{ role: "auditor" }] };
  expect(await check(realm, "--policy", policy(less))).toMatchObject({
    exitCode: 1,
    output: expect.stringMatching(/^NOT ALLOWED {2}demo \/ ops: view-users$/m),
  });
});
