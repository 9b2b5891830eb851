/** What `presets check` prints, and its exit code. */
import { expect, test } from "vitest";
import { account, client, demoRealm, ofManagement } from "../exported-realm.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

const check = (...words: readonly string[]) => runPresets(["check", ...words]);

const asJson = (realm: unknown) =>
  folder.write(`${crypto.randomUUID()}.json`, JSON.stringify(realm));

const demo = asJson(demoRealm);

/** Checks the demo realm with these allowances. */
const allow = (...allowances: readonly string[]) =>
  check(demo, ...allowances.flatMap((it) => ["--allow", it]));

test("check prints a line for each service account: its roles, where they come from, the risk", async () => {
  const { exitCode, output, errors } = await check(demo);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  expect(output.trimEnd().split("\n")).toHaveLength(demoRealm.clients.length);
  expect(output).toMatch(
    /^demo \/ ops {2}\| {2}User management {2}\| {2}through composite ops {2}\| {2}critical: .+$/m,
  );
  expect(output).toContain("through group /staff/eu");
  expect(output).toMatch(/^demo \/ idle {2}\| {2}no admin role$/m);
});

test("check prints the most dangerous service account first", async () => {
  const { output } = await check(demo);
  expect(output).toMatch(/^demo \/ ops /);
});

test("check says if every account of the realm has a role", async () => {
  const composites = { client: ofManagement("view-events") };
  const realm = {
    realm: "demo",
    defaultRole: { name: "everybody" },
    roles: { realm: [{ name: "everybody", composites }] },
    clients: [client("fresh")],
  };
  expect((await check(asJson(realm))).output).toContain("through defaultRole everybody");
});

test("check says which clients are disabled", async () => {
  const realm = { realm: "demo", clients: [{ ...client("old"), enabled: false }] };
  expect((await check(asJson(realm))).output).toBe(
    "demo / old  |  client disabled  |  no admin role\n",
  );
});

test("check reads a realm from standard input if the file is -", async () => {
  const input = JSON.stringify(demoRealm);
  expect(await runPresets(["check", "-"], { input })).toEqual(await check(demo));
  const broken = await runPresets(["check", demo, "-"], { input: "" });
  expect(broken).toMatchObject({ exitCode: 2, output: "" });
  expect(broken.errors).toContain("- could not be read");
});

test("check fails if a service account has more than every client may have", async () => {
  const { exitCode, output } = await allow("user-lookup", "team=event-reader");
  expect(exitCode).toBe(1);
  expect(output.match(/^NOT ALLOWED.*$/gm)).toEqual(["NOT ALLOWED  demo / ops: manage-users"]);
});

test("check passes if each service account may have its roles", async () => {
  const allowances = ["Billing=user-lookup, event-reader", "team=event-reader"];
  expect(await allow(...allowances, "ops=user-management")).toMatchObject({ exitCode: 0 });
  expect(await allow("full-administration")).toMatchObject({ exitCode: 0 });
});

test("check fails for each service account with a role if nothing is allowed", async () => {
  const { exitCode, output } = await allow("none");
  expect(exitCode).toBe(1);
  expect(output.match(/NOT ALLOWED/g)).toHaveLength(3);
});

test("check gives programs the roles beyond what is allowed as JSON, with the same exit code", async () => {
  const { exitCode, output } = await check("--json", demo, "--allow", "user-lookup,event-reader");
  expect(exitCode).toBe(1);
  expect(JSON.parse(output).exceeding).toEqual([
    {
      ...{ realm: "demo", administers: "demo", clientId: "ops", roles: ["manage-users"] },
      because: { kind: "notListed" },
      ...{ file: demo, line: 1 },
    },
  ]);
});

test("check names the realm in which a client of master has too much access", async () => {
  const realms = ["demo", "shop"].map((realm) => `${realm}-realm`);
  const file = asJson({
    realm: "master",
    clients: [client("robot"), ...realms.map((clientId) => ({ clientId }))],
    users: [
      account("robot", {
        clientRoles: Object.fromEntries(
          ["master-realm", ...realms].map((clientId) => [clientId, ["view-events"]]),
        ),
      }),
    ],
  });
  const { output } = await check(file, "--allow", "none");
  expect(output.match(/^NOT ALLOWED.*$/gm)?.sort()).toEqual([
    "NOT ALLOWED  master / robot for realm demo: view-events",
    "NOT ALLOWED  master / robot for realm shop: view-events",
    "NOT ALLOWED  master / robot: view-events",
  ]);
  expect(output).toContain("master / robot  |  for realm demo  |  Event reader");
});

test("a client's name can't add a line to the output, nor wipe one", async () => {
  const name = "evil\n::error::x\u001b[2K";
  const users = [account(name, { clientRoles: ofManagement("view-events") })];
  const { output } = await check(asJson({ realm: "demo", users }), "--allow", "none");
  // The account, the finding, and its place.
  expect(output.trimEnd().split("\n")).toHaveLength(3);
  expect(output).toContain("evil\\u000a::error::x\\u001b[2K");
});

test.each(["json", "lines"])(
  "check prints no invisible character as it is, in %s",
  async (format) => {
    const name = "evil\u202e\u009b\u2028\u007f\u200f";
    const users = [account(name, { clientRoles: ofManagement("view-events") })];
    const file = asJson({ realm: "demo", users });
    const { output } = await check(file, ...(format === "json" ? ["--json"] : []));
    expect(output).toContain("evil\\u202e\\u009b\\u2028\\u007f\\u200f");
    expect(output).not.toMatch(/[^\P{Cc}\n]|[\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
  },
);

test("check refuses to allow an unknown preset, and names the nearest one", async () => {
  const { exitCode, output, errors } = await allow("user-lookup", "ops=user-managment");
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain("Did you mean user-management?");
});

test.each([
  ["text that is not JSON", "not JSON", "could not be read"],
  ["JSON that is no realm", "[1]", "isn't an export of a realm"],
  [
    "a realm with a value of the wrong kind",
    '{"realm":"x","users":[{"groups":"all"}]}',
    "users[0].groups",
  ],
])("check refuses %s, with the reason", async (_, content, reason) => {
  const { exitCode, output, errors } = await check(folder.write("broken.json", content));
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain(reason);
});

test("check refuses a file that does not exist, though it could read another", async () => {
  const { exitCode, output, errors } = await check(demo, "nowhere.json");
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain("nowhere.json could not be read: ENOENT");
});

test("neither a file's name nor its content can add a line to an error, nor wipe one", async () => {
  const name = "evil\n\u001b[2K.json";
  const { exitCode, errors } = await check(folder.write(name, '{"realm":5}'));
  expect(exitCode).toBe(2);
  expect(errors).toMatch(
    /evil\\u000a\\u001b\[2K\.json isn't an export of a realm:\n.*json:1: .*realm\n$/,
  );
  const broken = await check(folder.write("broken.yaml", 'a: "\u001b[2K\nb: ['));
  expect(broken.exitCode).toBe(2);
  expect(broken.errors).toContain("broken.yaml could not be read");
  expect(broken.errors).not.toContain("\u001b");
  expect((await check("no\u001b[2K.json")).errors).not.toContain("\u001b");
});

test("check --explain says what is not looked at, and reads no file", async () => {
  const { exitCode, output } = await check("--explain");
  expect(exitCode).toBe(0);
  expect(output).toContain("a person's password");
  expect(output).toContain("federated directory");
});

test("check without a file is refused", async () => {
  const { exitCode, errors } = await check();
  expect(exitCode).toBe(2);
  expect(errors).toContain("missing required argument 'files'");
});

test("the risk of view-clients ends with Keycloak 26.8, whose calls are those of the newest measured version", async () => {
  const realm = {
    realm: "demo",
    clients: [client("audit")],
    users: [account("audit", { clientRoles: ofManagement("view-clients") })],
  };
  const file = asJson(realm);
  const secrets = "Reads all client secrets";
  for (const version of ["26.7", "26.7.3"]) {
    const before = await check(file, "--keycloak", version);
    expect(before.errors).toBe("");
    expect(before.output).toContain(secrets);
  }
  for (const version of ["26.8", "26.8.2", "27"]) {
    const { exitCode, errors, output } = await check(file, "--keycloak", version);
    expect(exitCode).toBe(0);
    expect(errors).toContain("wasn't measured: the calls are those of Keycloak 26.7");
    expect(output).not.toContain(secrets);
  }
  expect((await check(file)).output).toContain(secrets);
});

test.each(["26.1", "25", "newest", "26.8.2.1"])(
  "check refuses --keycloak %s, because nothing tells what that version allows",
  async (version) => {
    expect(await check(demo, "--keycloak", version)).toMatchObject({ exitCode: 2, output: "" });
  },
);
