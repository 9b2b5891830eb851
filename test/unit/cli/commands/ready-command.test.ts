import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { account, client, demoRealm, ofManagement } from "../exported-realm.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

let files = 0;
function realmFile(realm: object): string {
  files += 1;
  return folder.write(`realm-${files}.json`, JSON.stringify(realm, null, 2));
}

const holding = (...roles: readonly string[]) =>
  account("api", { clientRoles: ofManagement(...roles) });

/** A client that is ready, but for what is given. */
const apiRealm = (settings: object, ...roles: readonly string[]) => ({
  realm: "demo",
  clients: [
    {
      ...client("api"),
      fullScopeAllowed: false,
      defaultClientScopes: ["kc-admin-api"],
      ...settings,
    },
  ],
  users: [holding(...roles)],
});

const ready = (target: string, realm: object, ...words: readonly string[]) =>
  runPresets(["ready", "--for", target, realmFile(realm), ...words]);

test("ready names each client with what breaks, from when, and what to do, and where it stands", async () => {
  const { exitCode, output, errors } = await ready(
    "27",
    apiRealm({ fullScopeAllowed: true }, "view-users"),
  );
  expect({ exitCode, errors }).toEqual({ exitCode: 1, errors: "" });
  expect(output).toMatch(
    /^BREAKS {2}demo \/ api: It has full scope allowed, .+ \(planned for 27\.0\.0\) Add .+\n {2}at .+realm-\d+\.json:4\nKeycloak 27: of 1 client, 1 breaks, 0 are ready\.\n$/,
  );
});

test.each<[string, string, object, number, string]>([
  ["is ready", "27", apiRealm({}, "view-users"), 0, "of 1 client, 1 is ready"],
  [
    "lacks the client scope",
    "26.8",
    apiRealm({ defaultClientScopes: [] }, "view-users"),
    1,
    "1 breaks,",
  ],
  [
    "has the client scope on request",
    "26.8",
    apiRealm({ defaultClientScopes: [], optionalClientScopes: ["kc-admin-api"] }, "view-users"),
    1,
    "1 breaks,",
  ],
  [
    "lacks the client scope, and has no admin roles",
    "26.8",
    apiRealm({ defaultClientScopes: [] }),
    0,
    "1 is ready",
  ],
  [
    "has full scope on 26.8",
    "26.8",
    apiRealm({ fullScopeAllowed: true }, "view-users"),
    0,
    "1 goes on working",
  ],
  ["writes clients", "26.8", apiRealm({}, "manage-clients"), 2, "1 may break"],
  [
    "is in a group that no file has",
    "26.8",
    { ...apiRealm({}), users: [account("api", { groups: ["/gone"] })] },
    2,
    "1 is not known",
  ],
])("a client that %s for %s", async (_, target, realm, exitCode, text) => {
  const run = await ready(target, realm);
  expect({ exitCode: run.exitCode, errors: run.errors }).toEqual({ exitCode, errors: "" });
  expect(run.output).toContain(text);
});

test("a client without its own list of client scopes gets the realm's default ones", async () => {
  const given = {
    ...apiRealm({ defaultClientScopes: null }, "view-users"),
    defaultDefaultClientScopes: ["kc-admin-api"],
  };
  expect((await ready("26.8", given)).exitCode).toBe(0);
  const optional = {
    ...given,
    defaultDefaultClientScopes: [],
    defaultOptionalClientScopes: ["kc-admin-api"],
  };
  expect((await ready("26.8", optional)).exitCode).toBe(1);
});

test("clients with admin roles in any way lack the client scope, others don't", async () => {
  const { output } = await ready("26.8", demoRealm, "--json");
  const { realms } = JSON.parse(output);
  const lacking = realms[0].clients.filter((it: { problems: { kind: string }[] }) =>
    it.problems.some(({ kind }) => kind === "adminClientScope"),
  );
  expect(lacking.map((it: { clientId: string }) => it.clientId)).toEqual([
    "Billing",
    "ops",
    "team",
  ]);
});

test("problems can be accepted, and stay in the output", async () => {
  const realm = apiRealm({ fullScopeAllowed: true }, "manage-clients");
  const run = await ready("27", realm, "--accept", "fullScope,protocolMappers");
  expect(run.exitCode).toBe(0);
  expect(run.output).toContain("accepted  demo / api: It has full scope allowed");
  expect((await ready("27", realm, "--accept", "fullScope")).exitCode).toBe(2);
  const unknown = await ready("27", realm, "--accept", "everything");
  expect(unknown).toMatchObject({ exitCode: 2 });
  expect(unknown.errors).toContain("adminClientScope");
});

test("themes that go, and themes that inherit from these, are named; others aren't known without their files", async () => {
  const themes = join(folder.path, "themes");
  mkdirSync(join(themes, "acme", "login"), { recursive: true });
  writeFileSync(
    join(themes, "acme", "login", "theme.properties"),
    "# acme\nparent : \\\n  keycloak.v2\n",
  );
  const realm = { ...apiRealm({}, "view-users"), loginTheme: "acme", adminTheme: "keycloak.v2" };
  const unread = await ready("27", realm);
  expect(unread.exitCode).toBe(2);
  expect(unread.output).toContain("NOT KNOWN  realm demo: Whether the login theme acme stays");
  const read = await ready("27", realm, "--themes", themes);
  expect(read.exitCode).toBe(1);
  expect(read.output).toContain(
    "BREAKS  realm demo: The login theme acme inherits from keycloak.v2",
  );
  expect(read.output).toContain("WARNS  realm demo: The admin theme keycloak.v2 is removed");
  expect((await ready("26.8", realm)).exitCode).toBe(0);
});

test("a theme that inherits from none stays, and programs are told which theme a problem is about", async () => {
  const themes = join(folder.path, "own-themes");
  mkdirSync(join(themes, "plain", "login"), { recursive: true });
  writeFileSync(join(themes, "plain", "login", "theme.properties"), "styles=css/plain.css\n");
  const realm = { ...apiRealm({}, "view-users"), loginTheme: "plain", adminTheme: "acme" };
  const { exitCode, output } = await ready("27", realm, "--themes", themes, "--json");
  expect(exitCode).toBe(2);
  expect(JSON.parse(output).realms[0].problems).toEqual([
    expect.objectContaining({
      ...{ kind: "themes", verdict: "notKnown", themeType: "admin", theme: "acme" },
    }),
  ]);
});

test("the login theme of a client is judged too", async () => {
  const realm = apiRealm({ attributes: { login_theme: "service-account-presets" } }, "view-users");
  const { exitCode, output } = await ready("27", realm);
  expect(exitCode).toBe(1);
  expect(output).toContain("BREAKS  demo / api: The login theme service-account-presets inherits");
});

test("ready reads standard input, folders and wrapped realms, as check does", async () => {
  const realm = apiRealm({ fullScopeAllowed: true }, "view-users");
  const input = JSON.stringify({
    apiVersion: "k8s.keycloak.org/v2beta1",
    kind: "KeycloakRealmImport",
    spec: { realm },
  });
  expect((await runPresets(["ready", "--for", "27", "-"], { input })).exitCode).toBe(1);
  expect((await runPresets(["ready", "--for", "27", folder.path])).exitCode).toBe(1);
});

test("a plan of Terraform is refused, since it doesn't say enough", async () => {
  const plan = {
    ...{ format_version: "1.2", configuration: {}, prior_state: {} },
    planned_values: {
      root_module: {
        resources: [
          {
            ...{ address: "keycloak_openid_client.api", mode: "managed", name: "api" },
            type: "keycloak_openid_client",
            values: { realm_id: "demo", client_id: "api", access_type: "CONFIDENTIAL" },
          },
        ],
      },
    },
  };
  const { exitCode, output, errors } = await ready("27", plan);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain("is a plan of Terraform");
  expect(errors).toContain("ask the server with --server");
});

test.each([
  ["a file without clients", ["ready", "--for", "27", "-"], '{"realm":"demo"}', "no clients"],
  ["neither files nor a server", ["ready", "--for", "27"], "", "--server"],
  ["no version", ["ready", "-"], "", "--for"],
  ["another version", ["ready", "--for", "28", "-"], "", "26.8, 27"],
  [
    "a field that isn't known",
    ["ready", "--for", "27", "-"],
    '{"realm":"demo","users":[{"powers":1}]}',
    "users[0].powers",
  ],
  [
    "a server without its realm",
    ["ready", "--for", "27", "--server", "https://kc.example.org"],
    "",
    "--realm",
  ],
])("ready fails for %s", async (_, words, input, reason) => {
  const { exitCode, errors } = await runPresets(words, { input });
  expect(exitCode).toBe(2);
  expect(errors).toContain(reason);
});
