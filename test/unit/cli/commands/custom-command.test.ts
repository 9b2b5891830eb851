import { afterEach, expect, test, vi } from "vitest";
import { writeCustomPreset } from "../../../../src/access/custom/write-custom-preset.ts";
import { customServer } from "../custom/custom-server.ts";
import { runPresets } from "../run-presets.ts";

afterEach(() => vi.unstubAllGlobals());

const billing = {
  ...{ id: "billing", name: "Billing sync", purpose: "Books", revision: 2 },
  roles: [
    { client: "realm-management", role: "manage-users" },
    { client: "billing", role: "write" },
  ],
  formerly: [{ revision: 1, roles: [{ role: "offline_access" }] }],
};

/** A server whose realm `demo` has presets. */
function served(
  attributes: Readonly<Record<string, string>> = {},
  settings: Readonly<Record<string, unknown>> = {},
  given: { readonly adminRoles?: string[] } = {},
) {
  const server = customServer(given);
  server.realm("demo").makeClient({
    ...{ clientId: "service-account-presets", enabled: false, publicClient: true },
    ...{ standardFlowEnabled: false, fullScopeAllowed: false, ...settings },
    attributes: {
      "service-account-presets.format": "1",
      "preset.billing": writeCustomPreset(billing),
      ...attributes,
    },
  });
  return server;
}

test("list prints the presets of realms, a line each", async () => {
  const { run } = served();
  expect(await run("list", "--realm", "demo", "--realm", "other")).toEqual({
    exitCode: 0,
    output: "demo / billing  |  Billing sync  |  2 roles, revision 2\n",
    errors: "",
  });
  const { output } = await run("list", "--realm", "demo", "--realm", "other", "--json");
  expect(JSON.parse(output)).toEqual([
    { realm: "demo", store: "found", presets: [billing], problems: [] },
    { realm: "other", store: "none", presets: [], problems: [] },
  ]);
});

test("list fails for presets that are broken or suspicious, and for a store that was changed", async () => {
  const hostile = { ...billing, id: "evil", name: "User\u202e lookup" };
  const { run } = served(
    { "preset.torn": "{", "preset.evil": writeCustomPreset(hostile) },
    { enabled: true, fullScopeAllowed: true },
  );
  const { exitCode, output } = await run("list", "--realm", "demo");
  expect(exitCode).toBe(1);
  const lines = output.split("\n");
  expect(lines).toContain("demo / evil  |  User\\u202e lookup  |  2 roles, revision 2");
  expect(lines).toContain(
    "ALTERED  demo: the client service-account-presets was changed: it is enabled.",
  );
  expect(lines).toContain(
    "SUSPICIOUS  demo / evil: name: it looks like the name of another preset: User lookup",
  );
  expect(output).toMatch(/^BROKEN {2}demo \/ torn: it isn't JSON: /m);
});

test("list says where presets can't be seen, and where the client isn't a store", async () => {
  const blind = await served({}, {}, { adminRoles: ["query-clients"] }).run(
    "list",
    "--realm",
    "demo",
  );
  expect(blind).toMatchObject({ exitCode: 3, output: "" });
  expect(blind.errors).toContain("Realm demo: clients can't be seen");
  const other = customServer();
  other.realm("demo").makeClient({ clientId: "service-account-presets" });
  const { exitCode, output } = await other.run("list", "--realm", "demo");
  expect(exitCode).toBe(1);
  expect(output).toMatch(/^NOT A STORE {2}demo: /);
});

test("show prints the roles of a preset, what they allow at worst, and what isn't known", async () => {
  const { run } = served();
  const { exitCode, output } = await run("show", "billing", "--realm", "demo");
  expect(exitCode).toBe(0);
  const lines = output.split("\n");
  expect(lines.slice(0, 6)).toEqual([
    ...["Billing sync (billing), a preset of realm demo", "Books", "", "Revision: 2", "Roles:"],
    "  realm-management: manage-users",
  ]);
  expect(output).toMatch(/^At worst: critical: /m);
  expect(output).toContain("What these roles allow isn't known here:\n  billing: write\n");
  expect(output).toContain("Formerly, revision 1:\n  realm role offline_access\n");
  const json = await run("show", "billing", "--realm", "demo", "--json");
  expect(JSON.parse(json.output)).toMatchObject({ ...billing, risk: "critical" });
});

test("show of an unknown preset names the nearest, and of one that can't be read says why", async () => {
  const { run } = served({ "preset.torn": "[]" });
  expect((await run("show", "biling", "--realm", "demo")).errors).toBe(
    'Realm demo has no preset "biling". Did you mean billing?\n',
  );
  expect((await run("show", "torn", "--realm", "demo")).errors).toBe(
    "BROKEN  demo / torn: an object is expected\n",
  );
  expect((await run("show", "billing", "--realm", "other")).errors).toBe(
    "Realm other has no presets of its own.\n",
  );
});

test("export writes JSON, YAML or a realm", async () => {
  const { run } = served({ "preset.second": writeCustomPreset({ ...billing, name: "Second" }) });
  const json = await run("export", "--realm", "demo");
  expect(JSON.parse(json.output).presets).toEqual([
    billing,
    { ...billing, id: "second", name: "Second" },
  ]);
  const yaml = await run("export", "billing", "--realm", "demo", "--as", "yaml");
  expect(yaml.output).toMatch(/^presets:\n {2}- id: "billing"\n {4}name: "Billing sync"\n/);
  const realm = JSON.parse(
    (await run("export", "billing", "--realm", "demo", "--as", "realm")).output,
  );
  expect(realm).toMatchObject({
    realm: "demo",
    clients: [
      {
        ...{ clientId: "service-account-presets", enabled: false, publicClient: true },
        attributes: {
          "service-account-presets.format": "1",
          "preset.billing": writeCustomPreset(billing),
        },
      },
    ],
  });
});

test("export leaves out what can't be read, and says so", async () => {
  const { run } = served({ "preset.torn": "[]" });
  const { exitCode, output, errors } = await run("export", "--realm", "demo");
  expect(exitCode).toBe(3);
  expect(JSON.parse(output).presets).toHaveLength(1);
  expect(errors).toContain("BROKEN  demo / torn");
});

test("delete says which clients are marked with the preset, and leaves what they have", async () => {
  const { run, realm, storeOf } = served();
  const attributes = { "service-account-presets.custom.billing": "1" };
  realm("demo").makeClient({ clientId: "api", attributes });
  const words = ["delete", "billing", "--realm", "demo", "--realm", "other"];
  expect(await run(...words)).toEqual({
    exitCode: 0,
    output: [
      "DELETED  demo / billing",
      "  Its roles stay where it was applied. These clients are marked with it:",
      "  api (revision 1)",
      "",
    ].join("\n"),
    errors: "",
  });
  expect(storeOf("demo")?.settings.attributes).toEqual({ "service-account-presets.format": "1" });
  const again = await run(...words);
  expect(again).toMatchObject({ exitCode: 2, errors: 'No preset "billing" in demo, other.\n' });
});

test("delete stops where somebody changed the preset meanwhile", async () => {
  const { run, between, change, storeOf } = served();
  between(/^GET .*\/clients\/?$/, () => change("demo", "preset.billing", "{}"));
  const { exitCode, errors } = await run("delete", "billing", "--realm", "demo");
  expect(exitCode).toBe(2);
  expect(errors).toContain("demo / billing was not deleted:\nSomeone changed it");
  expect(storeOf("demo")?.settings.attributes["preset.billing"]).toBe("{}");
});

test("the store is removed once it has no presets", async () => {
  const { run, storeOf } = served();
  const words = ["remove-store", "--realm", "demo"];
  expect((await run(...words)).errors).toBe(
    "Realm demo still has presets: 1. Delete them first with presets custom delete.\n",
  );
  await run("delete", "billing", "--realm", "demo");
  expect((await run(...words)).output).toBe("REMOVED  demo: the client service-account-presets\n");
  expect(storeOf("demo")).toBeUndefined();
  expect((await run(...words)).output).toBe("Realm demo has no client service-account-presets.\n");
});

test("help and completion know the commands below custom", async () => {
  const { output } = await runPresets(["custom", "import", "--help"]);
  expect(output).toContain("--dry-run");
  const { output: script } = await runPresets(["completion", "bash"]);
  expect(script).toMatch(/custom\) .*list show export import delete remove-store .*--dry-run/);
});
