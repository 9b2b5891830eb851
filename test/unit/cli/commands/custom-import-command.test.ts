import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { customServer } from "../custom/custom-server.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "custom-"));
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await rm(folder, { recursive: true });
});

async function file(content: unknown, name = "presets.json"): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content, null, 2));
  return path;
}

const viewUsers = { client: "realm-management", role: "view-users" };
const viewEvents = { client: "realm-management", role: "view-events" };
const write = { client: "billing", role: "write" };

const billing = {
  id: "billing",
  name: "Billing sync",
  purpose: "Books",
  roles: [viewUsers, write],
};

test("presets of a file are written into a realm, and doing it again changes nothing", async () => {
  const { run, storeOf } = customServer();
  const path = await file({ presets: [billing] });
  const first = await run("import", path, "--realm", "demo");
  expect(first).toMatchObject({ exitCode: 0, errors: "" });
  expect(first.output).toBe(
    [
      "NEW        demo / billing: Billing sync, revision 1",
      "  + realm-management: view-users",
      "  + billing: write",
      "",
    ].join("\n"),
  );
  const stored = storeOf("demo");
  expect(JSON.parse(stored?.settings.attributes["preset.billing"] ?? "")).toEqual({
    ...{ name: "Billing sync", purpose: "Books", roles: [viewUsers, write], revision: 1 },
  });
  const second = await run("import", path, "--realm", "demo");
  expect(second).toMatchObject({
    exitCode: 0,
    output: "UNCHANGED  demo / billing: revision 1\n",
  });
  expect(storeOf("demo")).toEqual(stored);
});

test("a change of roles raises the revision and keeps the former roles; another name doesn't", async () => {
  const { run, storeOf } = customServer();
  await run("import", await file(billing), "--realm", "demo");
  const named = await run("import", await file({ ...billing, name: "Bills" }), "--realm", "demo");
  expect(named.output).toBe("CHANGED    demo / billing: Bills, revision 1\n");
  const changed = { ...billing, roles: [viewUsers, viewEvents] };
  const { output } = await run("import", await file(changed), "--realm", "demo");
  expect(output).toBe(
    [
      "CHANGED    demo / billing: Billing sync, revision 1 to 2",
      "  + realm-management: view-events",
      "  - billing: write",
      "",
    ].join("\n"),
  );
  const document = JSON.parse(storeOf("demo")?.settings.attributes["preset.billing"] ?? "");
  expect(document).toMatchObject({
    ...{ revision: 2, formerly: [{ revision: 1, roles: [viewUsers, write] }] },
  });
});

test("a dry run prints the plan and changes nothing", async () => {
  const { run, storeOf } = customServer();
  const path = await file({ presets: [billing] });
  const words = ["import", path, "--realm", "demo", "--realm", "other", "--dry-run", "--json"];
  const { exitCode, output } = await run(...words);
  expect(exitCode).toBe(0);
  expect(JSON.parse(output)).toMatchObject([
    { realm: "demo", id: "billing", action: "create", revision: 1, gained: [viewUsers, write] },
    { realm: "other", id: "billing", action: "create" },
  ]);
  expect(storeOf("demo")).toBeUndefined();
});

test("every problem of all files is told with its line and place, and nothing is sent", async () => {
  const { run, sent } = customServer();
  const one = await file(
    {
      presets: [
        { ...billing, name: "User lookup" },
        { id: "Bad Id", name: "", roles: [{ role: 1 }], color: "red" },
      ],
      more: 1,
    },
    "one.json",
  );
  const yaml =
    "presets:\n  - id: billing\n    name: yes no\n    roles:\n      - role: a\n        role: b\n";
  const two = await file(yaml, "two.yaml");
  const three = await file(
    '{ "id": "a", "name": "A", "name": "B", "roles": [{ "role": "a" }] }',
    "three.json",
  );
  const four = await file("x".repeat(2_000_001), "four.json");
  const five = await file("{", "five.json");
  const { exitCode, output, errors } = await run(
    ...["import", one, two, three, four, five, join(folder, "none.json"), "--realm", "demo"],
  );
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors.replaceAll(`${folder}/`, "").split("\n")).toEqual([
    "Nothing was changed, because of:",
    "one.json:5: presets[0].name: it looks like the name of another preset: User lookup",
    'one.json:19: presets[1].id: "Bad Id" can\'t be an id: use up to 63 lower-case letters, digits and hyphens, with no hyphen at either end',
    "one.json:20: presets[1].name: it is empty",
    "one.json:23: presets[1].roles[0].role: a text is expected, in quotes if YAML would read it as another type",
    "one.json:26: presets[1]: the field color is not known",
    "one.json:29: the field more is not known",
    expect.stringMatching(/^two\.yaml:1: it is neither JSON nor YAML: Map keys must be unique/),
    "three.json:1: the field name is there twice",
    "four.json:1: the file has 2.0 MB; at most 2.0 MB are read",
    expect.stringMatching(/^five\.json:1: it is neither JSON nor YAML: /),
    expect.stringMatching(/^none\.json:1: it can't be read: ENOENT/),
    "",
  ]);
  expect(sent).toEqual([]);
});

test("10 MB are refused with the size, before they are parsed", async () => {
  const { run } = customServer();
  const { errors } = await run("import", await file("[".repeat(10_000_000)), "--realm", "demo");
  expect(errors).toMatch(/the file has 10\.0 MB; at most 2\.0 MB are read\n$/);
});

test.each([
  [
    "JSON",
    '{ "id": "a", "name": "A", "roles": [{ "role": "a" }], "__proto__": { "x": 1 } }',
    "p.json",
  ],
  ["YAML", 'id: a\nname: A\nroles:\n  - role: a\n"__proto__": { x: 1 }\n', "p.yaml"],
])("__proto__ is an unknown field in %s", async (_, text, name) => {
  const { run } = customServer();
  const { exitCode, errors } = await run("import", await file(text, name), "--realm", "demo");
  expect(exitCode).toBe(2);
  expect(errors).toContain("the field __proto__ is not known");
});

test("the same id or look-alike names in two files are problems", async () => {
  const { run } = customServer();
  const one = await file(billing, "one.json");
  const two = await file({ ...billing, id: "other", name: "Bi11ing-Sync" }, "two.json");
  const three = await file({ ...billing, name: "Third" }, "three.json");
  const { errors } = await run("import", one, two, three, "--realm", "demo");
  expect(errors).toContain(
    "two.json:3: name: it looks like the name of another preset: Billing sync",
  );
  expect(errors).toContain("three.json:2: id: the id billing is used twice");
});

test("roles that a realm doesn't have are problems with their lines, and no realm is changed", async () => {
  const { run, storeOf } = customServer();
  const roles = [viewUsers, write, { client: "crm", role: "x" }, { role: ".." }];
  const path = await file({ presets: [{ ...billing, roles }] });
  const { exitCode, errors } = await run("import", path, "--realm", "demo", "--realm", "other");
  expect(exitCode).toBe(2);
  expect(errors.replaceAll(`${folder}/`, "").split("\n")).toEqual([
    "Nothing was changed, because of:",
    "presets.json:16: presets[0].roles[2]: realm demo has no client crm",
    "presets.json:16: presets[0].roles[2]: realm other has no client crm",
    "presets.json:20: presets[0].roles[3]: realm demo has no realm role ..",
    "presets.json:20: presets[0].roles[3]: realm other has no realm role ..",
    "",
  ]);
  expect(storeOf("demo")).toBeUndefined();
  expect(storeOf("other")).toBeUndefined();
});

test("a name that looks like that of a preset in the realm is a problem", async () => {
  const { run } = customServer();
  await run("import", await file(billing), "--realm", "demo");
  const other = await file({ ...billing, id: "other", name: "billing  sync" });
  const { errors } = await run("import", other, "--realm", "demo");
  expect(errors).toContain("it looks like the name of another preset: Billing sync (realm demo)");
});

test("a realm's export with its store is read, and a client of another make isn't", async () => {
  const { run, storeOf } = customServer();
  await run("import", await file(billing), "--realm", "demo");
  const { output } = await run("export", "--realm", "demo", "--as", "realm");
  const copied = await run("import", await file(output, "realm.json"), "--realm", "other");
  expect(copied.exitCode).toBe(0);
  expect(storeOf("other")?.settings.attributes).toEqual(storeOf("demo")?.settings.attributes);
  const not = { realm: "x", clients: [{ clientId: "service-account-presets", attributes: {} }] };
  expect((await run("import", await file(not), "--realm", "demo")).errors).toContain(
    "its client service-account-presets isn't a store of presets",
  );
  expect((await run("import", await file({ realm: "x" }), "--realm", "demo")).errors).toContain(
    ":1: the realm has no client service-account-presets",
  );
});

test("who may only view changes nothing and is told what is needed", async () => {
  const { run, storeOf, sent } = customServer({ adminRoles: ["view-clients", "view-realm"] });
  const { exitCode, errors } = await run("import", await file(billing), "--realm", "demo");
  expect(exitCode).toBe(2);
  expect(errors).toContain(
    "its clients can't be changed. The client that signs in needs manage-clients.",
  );
  expect(sent.filter((it) => !it.startsWith("GET"))).toEqual([]);
  expect(storeOf("demo")).toBeUndefined();
});

test("who may not see clients or realm roles is told so", async () => {
  const path = await file({ ...billing, roles: [{ role: "auditor" }] });
  const blind = await customServer({ adminRoles: ["query-clients"] }).run(
    "import",
    path,
    "--realm",
    "demo",
  );
  expect(blind.errors).toContain("Realm demo: clients can't be seen.");
  const half = await customServer({ adminRoles: ["manage-clients"] }).run(
    "import",
    path,
    "--realm",
    "demo",
  );
  expect(half.errors).toContain(
    "roles[0]: the roles of realm demo can't be seen: the client that signs in needs view-realm",
  );
});

test("a preset that somebody changes meanwhile stops the import, which says what was written", async () => {
  const { run, storeOf, between, change } = customServer();
  const two = { ...billing, id: "second", name: "Second" };
  const path = await file({ presets: [billing, two] });
  await run("import", path, "--realm", "demo");
  const next = await file({
    presets: [
      { ...billing, purpose: "x" },
      { ...two, purpose: "x" },
    ],
  });
  between(/^PUT/, () => change("demo", "preset.second", "{}"));
  const { exitCode, errors } = await run("import", next, "--realm", "demo");
  expect(exitCode).toBe(2);
  expect(errors).toMatch(
    /^demo \/ second was not written:\nSomeone changed it on the server meanwhile\..*\nWritten before that: demo \/ billing\n$/,
  );
  expect(storeOf("demo")?.settings.attributes["preset.second"]).toBe("{}");
});

test("a preset that can't be read is replaced by that of a file", async () => {
  const { run, change } = customServer();
  await run("import", await file(billing), "--realm", "demo");
  change("demo", "preset.billing", "torn");
  const { output } = await run("import", await file(billing), "--realm", "demo");
  expect(output).toContain("REPLACED   demo / billing: Billing sync, revision 1, in place of one");
});

test("a client of the store's name that isn't the store is refused", async () => {
  const { run, realm } = customServer();
  realm("demo").makeClient({ clientId: "service-account-presets" });
  const { exitCode, errors } = await run("import", await file(billing), "--realm", "demo");
  expect(exitCode).toBe(2);
  expect(errors).toContain("its client service-account-presets wasn't made for presets.");
});

test("more presets than a realm may have are refused", async () => {
  const { run } = customServer();
  const many = (from: number, count: number) => ({
    presets: Array.from({ length: count }, (_, at) => ({
      ...billing,
      ...{
        id: `p-${from + at}`,
        name: `Number ${"x".repeat(at % 60)} ${String.fromCharCode(0x4e00 + from + at)}`,
      },
    })),
  });
  expect((await run("import", await file(many(0, 150)), "--realm", "demo")).exitCode).toBe(0);
  const { errors } = await run("import", await file(many(150, 51)), "--realm", "demo");
  expect(errors).toContain("Realm demo: it would have 201 presets; at most 200 are stored.");
  const { errors: told } = await run("import", await file(many(0, 201)), "--realm", "demo");
  expect(told).toContain("presets: there are 201; at most 200 are allowed");
});

test("a realm, or all of them, must be named", async () => {
  const { run } = customServer();
  const { exitCode, errors } = await run("import", await file(billing));
  expect(exitCode).toBe(2);
  expect(errors).toContain("specify --realm or --all-realms");
});
