/** What `presets report` asks of each account, and what it makes of a policy and of realm files. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, expect, test, vi } from "vitest";
import { stringify } from "yaml";
import { createInMemoryKeycloak } from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";
import { account, client, ofManagement } from "../exported-realm.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

afterEach(() => vi.unstubAllGlobals());

const mayLook = ["view-clients", "view-users", "query-groups"];

/** A Keycloak with a realm `demo` and a client `api` that holds nothing yet. */
function makeKeycloak(adminRoles: readonly string[] = [...mayLook, "view-realm"]) {
  const keycloak = createInMemoryKeycloak();
  const demo = keycloak.makeRealm("demo");
  demo.makeAdministrator({ token: "look", adminRoles });
  const api = demo.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const userId = demo.serviceAccountUserId(api) ?? "";
  const give = (name: string, to = userId) =>
    demo.mapRoles(to, [demo.findRole(name, demo.adminClientUuid).id]);
  return { keycloak, demo, api, userId, give };
}

type Keycloak = ReturnType<typeof makeKeycloak>["keycloak"];

/** Runs `presets report` over the realm; also the methods of the requests. */
async function report(keycloak: Keycloak, ...words: readonly string[]) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (input: URL | string, init: RequestInit) => {
    if (String(input).endsWith("/token")) {
      return Response.json({ access_token: "look", token_type: "Bearer", expires_in: 60 });
    }
    asked.push(`${init.method ?? "GET"} ${new URL(input).pathname}`);
    return keycloak.fetch(input, init);
  });
  const run = await runPresets(
    [
      ...["report", "--server", "https://kc.example.org", "--client", "reporter"],
      ...["--realm", "demo", ...words],
    ],
    { environment: { CLIENT_SECRET: "secret" } },
  );
  return { ...run, asked };
}

const asPolicy = (content: object) =>
  folder.write("presets.policy.yaml", stringify({ version: 1, ...content }));

const asRealm = (roles: readonly string[], clientId = "api") =>
  folder.write(
    "realm.json",
    JSON.stringify({
      realm: "demo",
      clients: [client(clientId)],
      users: [account(clientId, { clientRoles: ofManagement(...roles) })],
    }),
  );

test("a composite role of another client is seen in what it gives", async () => {
  const { keycloak, demo, userId } = makeKeycloak();
  const app = demo.makeClient({ clientId: "app" });
  const role = demo.makeClientRole(app, "operator");
  demo.addComposites(role.id, [demo.findRole("manage-users", demo.adminClientUuid).id]);
  demo.mapRoles(userId, [role.id]);
  const { output, exitCode } = await report(keycloak, "--json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(output)).toEqual([
    expect.objectContaining({ clientId: "api", roles: ["manage-users"] }),
  ]);
});

test.each([".", "..", "a/b", "__proto__"])(
  "a role called %s is seen in what it gives",
  async (name) => {
    const { keycloak, demo, userId } = makeKeycloak();
    const role = demo.makeRealmRole(name);
    demo.addComposites(role.id, [demo.findRole("realm-admin", demo.adminClientUuid).id]);
    demo.mapRoles(userId, [role.id]);
    const { output } = await report(keycloak);
    expect(output).toMatch(/^demo \/ api .*critical/);
  },
);

test("a default role that was removed from an account doesn't count", async () => {
  const { keycloak, demo, userId } = makeKeycloak();
  const role = demo.findRole("default-roles-demo");
  demo.addComposites(role.id, [demo.findRole("view-events", demo.adminClientUuid).id]);
  demo.unmapRoles(userId, [role.id]);
  const { output } = await report(keycloak);
  expect(output).toMatch(/^demo \/ api {2}\| {2}no admin role$/m);
});

test("an account under another name is found by its client's link if a person has the usual name", async () => {
  const { keycloak, demo, userId, give } = makeKeycloak();
  give("manage-users");
  demo.renameUser(userId, "robot");
  demo.makeAdministrator({ token: "x", username: "service-account-api" });
  const { output, exitCode } = await report(keycloak, "--json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(output)).toEqual([
    expect.objectContaining({ clientId: "api", username: "robot", roles: ["manage-users"] }),
  ]);
});

test("a client whose account isn't found is not asked for it, and the report is incomplete", async () => {
  const { keycloak, demo, userId, api } = makeKeycloak();
  demo.deleteUser(userId);
  const before = demo.dump();
  const json = await report(keycloak, "--json");
  expect(json.asked.filter((it) => it.includes(`${api}/service-account-user`))).toEqual([]);
  expect(demo.dump()).toEqual(before);
  expect(json.exitCode).toBe(3);
  expect(JSON.parse(json.output)).toEqual([
    expect.objectContaining({ clientId: "api", notSeen: ["account"] }),
  ]);
  expect(json.errors).toContain("the roles of api are not known");
});

test("a report reads, and changes nothing", async () => {
  const { keycloak, demo, give } = makeKeycloak();
  give("view-events");
  demo.makeClient({ clientId: "off" });
  const before = demo.dump();
  const { asked } = await report(keycloak);
  expect(asked.filter((it) => !it.startsWith("GET "))).toEqual([]);
  expect(demo.dump()).toEqual(before);
});

test("what may not be seen is in each line of JSON and CSV", async () => {
  const { keycloak } = makeKeycloak(mayLook);
  const json = await report(keycloak, "--json");
  expect(json.exitCode).toBe(3);
  const [entry] = JSON.parse(json.output);
  expect(entry.notSeen).toContain("finePermissions");
  const csv = await report(keycloak, "--csv");
  const [head = "", line = ""] = csv.output.split("\r\n");
  const at = head.split(",").indexOf("not_seen");
  expect(line.split(",")[at]).toBe(entry.notSeen.join(" "));
});

test("a realm without accounts has a line that says what couldn't be seen", async () => {
  const { keycloak, demo, api } = makeKeycloak(mayLook);
  demo.deleteClient(api);
  const { output } = await report(keycloak, "--json");
  expect(JSON.parse(output)).toEqual([
    expect.objectContaining({
      realm: "demo",
      clientId: null,
      notSeen: expect.arrayContaining(["finePermissions"]),
    }),
  ]);
  expect((await report(keycloak, "--csv")).output).toMatch(/\r\ndemo,,/);
});

test.each(["--policy", "--against"])("%s: what a policy doesn't allow fails", async (option) => {
  const { keycloak, give } = makeKeycloak();
  give("view-events");
  const rule = { realm: "demo", client: "api", reason: "x" };
  const allow = [{ ...rule, presets: ["event-reader"] }];
  expect(await report(keycloak, option, asPolicy({ allow }))).toMatchObject({
    exitCode: 0,
    errors: "",
  });
  give("manage-users");
  const run = await report(keycloak, option, asPolicy({ allow }));
  expect(run.exitCode).toBe(1);
  expect(run.output).toMatch(/^NOT ALLOWED {2}demo \/ api: manage-users$/m);
  const json = await report(keycloak, option, asPolicy({ allow }), "--json");
  expect(JSON.parse(json.output)[0]).toMatchObject({ notAllowed: ["manage-users"] });
  const ended = await report(
    keycloak,
    option,
    asPolicy({ allow: [{ ...allow[0], roles: ["realm-admin"], until: "2024-02-29" }] }),
  );
  expect(ended.exitCode).toBe(1);
  expect(ended.output).toMatch(/^ENDED .*expired on 2024-02-29/m);
});

test("--against a realm file: what differs in either direction fails", async () => {
  const { keycloak, give } = makeKeycloak();
  give("view-events");
  expect(await report(keycloak, "--against", asRealm(["view-events"]))).toMatchObject({
    exitCode: 0,
  });
  const run = await report(keycloak, "--against", asRealm(["manage-users"]));
  expect(run.exitCode).toBe(1);
  expect(run.output.match(/^DRIFT.*$/gm)).toEqual([
    "DRIFT  demo / api: more than in the file: view-events",
    "DRIFT  demo / api: less than in the file: manage-users",
  ]);
  const csv = await report(keycloak, "--against", asRealm(["manage-users"]), "--csv");
  expect(csv.output).toMatch(/,view-events,manage-users,/);
});

test("--against a realm file: an account that only has more is told so", async () => {
  const { keycloak, give } = makeKeycloak();
  give("view-events");
  give("manage-users");
  const run = await report(keycloak, "--against", asRealm(["view-events"]));
  expect(run.exitCode).toBe(1);
  expect(run.output.match(/^DRIFT.*$/gm)).toEqual([
    "DRIFT  demo / api: more than in the file: manage-users",
  ]);
});

test("--against a realm file: an account without a client is compared by its username", async () => {
  const { keycloak, demo } = makeKeycloak();
  demo.makeAdministrator({
    ...{ token: "gone", username: "service-account-gone", adminRoles: ["manage-users"] },
  });
  const run = await report(keycloak, "--against", asRealm([]));
  expect(run.exitCode).toBe(1);
  expect(run.output).toMatch(/^DRIFT {2}.*gone.*: more than in the file: manage-users$/m);
});

test("--against a gzipped realm file: what differs fails", async () => {
  const { keycloak, give } = makeKeycloak();
  give("view-events");
  const file = join(folder.path, "realm.json.gz");
  writeFileSync(file, gzipSync(readFileSync(asRealm(["manage-users"]))));
  const { exitCode, output } = await report(keycloak, "--against", file);
  expect(exitCode).toBe(1);
  expect(output).toContain("DRIFT  demo / api: less than in the file: manage-users");
});

test("--against a realm file: a field that isn't known is refused, as check refuses it", async () => {
  const { keycloak, give } = makeKeycloak();
  give("view-events");
  const user = account("api", { clientRoles: ofManagement("view-events"), adminOf: ["demo"] });
  const file = folder.write(
    "realm.json",
    JSON.stringify({ realm: "demo", clients: [client("api")], users: [user] }),
  );
  const refused = await report(keycloak, "--against", file);
  expect(refused).toMatchObject({ exitCode: 2, output: "", asked: [] });
  expect(refused.errors).toMatch(/realm\.json:1: users\[0\]\.adminOf$/m);
  const words = ["--against", file, "--allow-unknown-field", "adminOf"];
  expect(await report(keycloak, ...words)).toMatchObject({ exitCode: 0 });
});

test("--against a realm file: an account that the server lacks is drift", async () => {
  const { keycloak } = makeKeycloak();
  const file = asRealm(["view-events"], "gone");
  const run = await report(keycloak, "--against", file);
  expect(run.exitCode).toBe(1);
  expect(run.output).toContain("DRIFT  demo / gone: less than in the file: view-events");
  const json = await report(keycloak, "--against", file, "--json");
  expect(JSON.parse(json.output)).toContainEqual(
    expect.objectContaining({ clientId: "gone", roles: [], lessThanFile: ["view-events"] }),
  );
});

test("a file about a realm that was not read, two policies and a policy with a problem are refused", async () => {
  const { keycloak } = makeKeycloak();
  const other = folder.write("other.json", JSON.stringify({ realm: "shop", clients: [] }));
  const run = await report(keycloak, "--against", other);
  expect(run).toMatchObject({ exitCode: 2, output: "" });
  expect(run.errors).toContain(`realm "shop", but that realm wasn't read`);
  const policy = asPolicy({ allow: [] });
  const two = await report(keycloak, "--policy", policy, "--against", policy);
  expect(two).toMatchObject({ exitCode: 2, output: "", asked: [] });
  const broken = folder.write("broken.yaml", "version: 1\nallow: [x]");
  expect(await report(keycloak, "--against", broken)).toMatchObject({ exitCode: 2, output: "" });
});

test("three roles are enough for a whole report, and each of them is needed", async () => {
  const needed = ["view-users", "view-clients", "view-realm"];
  expect((await report(makeKeycloak(needed).keycloak)).exitCode).toBe(0);
  for (const role of needed) {
    const { keycloak } = makeKeycloak(needed.filter((name) => name !== role));
    expect([2, 3]).toContain((await report(keycloak)).exitCode);
  }
});
