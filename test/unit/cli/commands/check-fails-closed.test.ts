/** What `presets check` doesn't understand is never harmless. */
import { expect, test } from "vitest";
import { account, client, ofManagement } from "../exported-realm.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

const write = (content: string, ending = "json") =>
  folder.write(`${crypto.randomUUID()}.${ending}`, content);

/** Checks a realm with the client `ops`, where nothing is allowed. */
const check = (realm: object, ...words: readonly string[]) =>
  runPresets([
    ...["check", write(JSON.stringify({ realm: "demo", clients: [client("ops")], ...realm }))],
    ...["--allow", "none", ...words],
  ]);

const power = { clientRoles: ofManagement("manage-users") };

/** Standard output where only that role of `ops` is not allowed. */
const notAllowed = expect.stringMatching(/^NOT ALLOWED {2}demo \/ ops: manage-users$/m);

test.each([
  ["/ops/a/b", "a slash in a name"],
  ["/ops/a~/b", "a slash in a name that the server escapes"],
  ["ops/a/b/", "a path without its first slash"],
])("a group is found at %s: %s", async (path) => {
  const groups = [{ name: "ops", subGroups: [{ name: "a/b", ...power }] }];
  const users = [account("ops", { groups: [path] })];
  expect(await check({ groups, users })).toMatchObject({ exitCode: 1, output: notAllowed });
  expect(await check({ groups, defaultGroups: [path] })).toMatchObject({
    exitCode: 1,
    output: notAllowed,
  });
});

test("a tilde at the end of a group's name is a part of it", async () => {
  const groups = [{ name: "a~", subGroups: [{ name: "b", ...power }] }];
  const users = [account("ops", { groups: ["/a~/b"] })];
  expect(await check({ groups, users })).toMatchObject({ exitCode: 1, output: notAllowed });
});

test("a group that is in none of the files can't be judged", async () => {
  const realm = { users: [account("ops", { groups: ["/gone"] })] };
  const { exitCode, output } = await check(realm);
  expect(exitCode).toBe(2);
  expect(output).toMatch(/^CANNOT TELL {2}demo \/ ops: .*\/gone/m);
  expect(await check(realm, "--accept", "ops=unknown-group")).toMatchObject({ exitCode: 0 });
});

test("a group that an account is in as a member of an organization counts", async () => {
  const groups = [{ id: "g1", name: "staff", subGroups: [{ id: "g2", name: "eu", ...power }] }];
  const users = [account("ops", {})];
  const members = (id: string) => [{ username: "service-account-ops", groups: [id] }];
  const own = { users, organizations: [{ name: "acme", groups, members: members("g2") }] };
  expect(await check(own)).toMatchObject({ exitCode: 1, output: notAllowed });
  const ofRealm = { users, groups, organizations: [{ name: "acme", members: members("g2") }] };
  expect(await check(ofRealm)).toMatchObject({ exitCode: 1, output: notAllowed });
  const gone = { users, organizations: [{ name: "acme", members: members("g3") }] };
  expect(await check(gone)).toMatchObject({ exitCode: 2 });
});

const yamlRealm = (users: string) =>
  `realm: demo\nclients:\n- {clientId: ops, serviceAccountsEnabled: true}\n${users}`;

test.each([
  [
    "merge keys and anchors",
    yamlRealm(`x: &power\n  clientRoles:\n    realm-management: [manage-users]\nusers:
- <<: *power\n  username: service-account-ops\n  serviceAccountClientId: ops\n`),
  ],
  [
    "a second document",
    `${yamlRealm("")}---\nrealm: demo\nusers:\n- username: service-account-ops
  clientRoles:\n    realm-management: [manage-users]\n`,
  ],
])("YAML is read with %s", async (_, text) => {
  const run = await runPresets(["check", write(text, "yaml"), "--allow", "none"]);
  expect(run).toMatchObject({ exitCode: 1, output: notAllowed });
});

test.each(["__proto__", "constructor", "toString"])("%s is a name like others", async (name) => {
  const text = JSON.stringify({
    realm: "demo",
    clients: [client("ops"), client("NAME")],
    roles: { client: { NAME: [{ name: "NAME", composites: { client: power.clientRoles } }] } },
    users: [account("ops", { clientRoles: { NAME: ["NAME"] } })],
  }).replaceAll("NAME", name);
  const run = await runPresets(["check", write(text), "--allow", "none"]);
  expect(run).toMatchObject({ exitCode: 1, output: notAllowed });
});

test.each([
  ["$" + "{ROLE}", "ROLE=manage-users"],
  ["$" + "{env.ROLE}", "export ROLE='manage-users'"],
  ["$" + "{ROLE:manage-users}", "# nothing"],
  ["$(env:ROLE)", 'ROLE="manage-users"'],
  ["$(ROLE:-manage-users)", ""],
])("%s decides: it is refused, or replaced with --env-file", async (placeholder, environment) => {
  const realm = { users: [account("ops", { clientRoles: ofManagement(placeholder) })] };
  const refused = await check(realm);
  expect(refused).toMatchObject({ exitCode: 2, output: "" });
  expect(refused.errors).toContain(placeholder);
  const replaced = await check(realm, "--env-file", write(environment, "env"));
  expect(replaced).toMatchObject({ exitCode: 1, output: notAllowed });
});

test("a placeholder that doesn't matter is ignored", async () => {
  const clients = [{ ...client("ops"), name: "$" + "{client_ops}", description: "$(text)" }];
  expect(await check({ clients })).toMatchObject({ exitCode: 0, errors: "" });
});

test.each<[string, object, object]>([
  ["authorization services alone", { authorizationServicesEnabled: true }, {}],
  ["a public client", { publicClient: true, serviceAccountsEnabled: true }, {}],
  ["service accounts that are off", {}, {}],
  ["another user name", { serviceAccountsEnabled: true }, { username: "robot" }],
])("an account counts with %s", async (_, settings, user) => {
  const clients = [{ clientId: "ops", ...settings }];
  const users = [{ ...account("ops", power), ...user }];
  expect(await check({ clients, users })).toMatchObject({ exitCode: 1, output: notAllowed });
});

test("authorization services alone create an account with the default roles", async () => {
  const run = await check({
    clients: [
      { clientId: "ops", authorizationServicesEnabled: true, publicClient: true },
      { clientId: "realm-management", defaultRoles: ["manage-users"] },
    ],
  });
  expect(run).toMatchObject({ exitCode: 1, output: notAllowed });
});

const mapper = (protocolMapper: string, config: object) => ({
  ...{ name: "m", protocol: "openid-connect", protocolMapper },
  config: { "claim.name": "sub", "access.token.claim": "true", ...config },
});

const hardcoded = mapper("oidc-hardcoded-claim-mapper", { "claim.value": "x" });

test.each<[string, object]>([
  ["its client", { clients: [{ ...client("ops"), protocolMappers: [hardcoded] }] }],
  [
    "a client scope that it has",
    {
      clients: [{ ...client("ops"), defaultClientScopes: ["s"] }],
      clientScopes: [{ name: "s", protocolMappers: [hardcoded] }],
    },
  ],
  [
    "a client scope that it may ask for",
    {
      clients: [{ ...client("ops"), optionalClientScopes: ["s"] }],
      clientScopes: [{ name: "s", protocolMappers: [hardcoded] }],
    },
  ],
  [
    "a client scope that the realm gives",
    {
      clientScopes: [{ name: "s", protocolMappers: [hardcoded] }],
      defaultDefaultClientScopes: ["s"],
    },
  ],
  [
    "a client template, as old exports call a client scope",
    {
      clients: [{ ...client("ops"), clientTemplate: "my template" }],
      clientTemplates: [{ name: "my_template", protocolMappers: [hardcoded] }],
    },
  ],
])("a mapper of %s that writes sub lets it act as another user", async (_, realm) => {
  const run = await check(realm);
  expect(run.exitCode).toBe(1);
  expect(run.output).toMatch(/^NOT ALLOWED {2}demo \/ ops: critical: can act as another user/m);
  expect(await check(realm, "--accept", "ops=act-as-user")).toMatchObject({ exitCode: 0 });
  expect(await check(realm, "--accept", "other=act-as-user")).toMatchObject({ exitCode: 1 });
});

test.each<[string, object, number]>([
  ["oidc-usermodel-attribute-mapper", { "user.attribute": "x" }, 1],
  ["oidc-usermodel-property-mapper", { "user.attribute": "username" }, 1],
  ["oidc-usermodel-property-mapper", { "user.attribute": "id" }, 0],
  ["oidc-hardcoded-claim-mapper", { "access.token.claim": "false" }, 0],
  [
    "oidc-hardcoded-claim-mapper",
    { "access.token.claim": "false", "lightweight.claim": "true" },
    1,
  ],
  ["oidc-hardcoded-claim-mapper", { "claim.name": "tenant" }, 0],
  ["oidc-hardcoded-claim-mapper", { "claim.name": "$" + "{CLAIM}" }, 2],
  ["oidc-hardcoded-claim-mapper", { "claim.name": "s$" + "{REST}" }, 2],
  ["oidc-hardcoded-claim-mapper", { "claim.name": "$" + "{A}u$(B)b" }, 2],
  ["oidc-hardcoded-claim-mapper", { "claim.name": "$" + "{A}su$(B)ub" }, 0],
  // Every realm has this one.
  [
    "oidc-usermodel-client-role-mapper",
    { "claim.name": "resource_access.$" + "{client_id}.roles" },
    0,
  ],
  ["oidc-script-based-protocol-mapper", { "claim.name": "tenant" }, 2],
  ["script-mine.js", {}, 2],
  ["acme-mapper", { "claim.name": "tenant" }, 2],
  ["oidc-sub-mapper", {}, 0],
  ["saml-role-list-mapper", {}, 0],
])("a mapper of type %s with %o: exit code %i", async (type, config, exitCode) => {
  const clients = [{ ...client("ops"), protocolMappers: [mapper(type, config)] }];
  expect((await check({ clients })).exitCode).toBe(exitCode);
});

test("a mapper that can't be judged fails without an allowance too, unless it is accepted", async () => {
  const clients = [{ ...client("ops"), protocolMappers: [mapper("acme-mapper", {})] }];
  const file = write(JSON.stringify({ realm: "demo", clients }));
  expect(await runPresets(["check", file])).toMatchObject({ exitCode: 2 });
  const accepted = await runPresets(["check", "--json", file, "--accept", "unknown-mapper"]);
  expect(accepted.exitCode).toBe(0);
  expect(JSON.parse(accepted.output).besideRoles).toMatchObject([
    { realm: "demo", clientId: "ops", kind: "unknown-mapper", verdict: "accepted" },
  ]);
});

test("what can't be accepted is refused with all that can", async () => {
  const { exitCode, errors } = await check({}, "--accept", "ops=everything");
  expect(exitCode).toBe(2);
  expect(errors).toContain("act-as-user, unknown-mapper, permissions");
});

/** A realm with fine-grained permissions by a policy. */
const withPolicy = (policy: object) => ({
  adminPermissionsEnabled: true,
  adminPermissionsClient: { clientId: "admin-permissions" },
  clients: [
    { ...client("ops"), id: "1" },
    {
      clientId: "admin-permissions",
      authorizationSettings: {
        policies: [
          { name: "p", ...policy },
          { name: "around", type: "aggregate", config: { applyPolicies: '["p"]' } },
          { name: "manage all", type: "scope", config: { applyPolicies: '["around"]' } },
        ],
      },
    },
  ],
  roles: { realm: [{ id: "r1", name: "auditor" }] },
  groups: [{ name: "staff", subGroups: [{ name: "eu" }] }],
  users: [account("ops", { id: "u1", realmRoles: ["auditor"], groups: ["/staff/eu"] })],
});

test.each<[string, string, unknown]>([
  ["client", "clients", ["ops"]],
  ["client", "clients", ["1"]],
  ["user", "users", ["service-account-ops"]],
  ["user", "users", ["u1"]],
  ["group", "groups", [{ path: "/staff/eu" }]],
  ["group", "groups", [{ path: "/staff", extendChildren: true }]],
  ["role", "roles", [{ id: "auditor" }]],
  ["role", "roles", [{ id: "r1" }]],
])(
  "permissions by a policy of type %s that names %s %j are not allowed",
  async (type, key, named) => {
    const realm = withPolicy({ type, config: { [key]: JSON.stringify(named) } });
    const run = await check(realm);
    expect(run.exitCode).toBe(1);
    expect(run.output).toMatch(
      /^NOT ALLOWED {2}demo \/ ops: can do more than its roles .*manage all/m,
    );
    expect(await check(realm, "--accept", "permissions")).toMatchObject({ exitCode: 0 });
    expect(await check({ ...realm, adminPermissionsEnabled: false })).toMatchObject({
      exitCode: 0,
    });
  },
);

/** The client of the permissions has an account, too. */
const all = '["ops","admin-permissions"]';

test.each<[string, object, number]>([
  ["names others", { type: "client", config: { clients: '["other"]' } }, 0],
  ["names a group above", { type: "group", config: { groups: '[{"path":"/staff"}]' } }, 0],
  ["denies others", { type: "client", logic: "NEGATIVE", config: { clients: '["other"]' } }, 1],
  ["denies it", { type: "client", logic: "NEGATIVE", config: { clients: all } }, 0],
  ["is a script", { type: "js" }, 2],
  ["can't be read", { type: "client", config: { clients: "ops" } }, 2],
])("a policy that %s: exit code", async (_, policy, exitCode) => {
  expect((await check(withPolicy(policy))).exitCode).toBe(exitCode);
});

test.each<[string, string, unknown]>([
  ["its tokens may lack the role", "role", [{ id: "auditor" }]],
  ["the server doesn't apply these to service accounts", "user", ["service-account-ops"]],
])("that a negative policy denies it can't be told: %s", async (_, type, named) => {
  const config = { [`${type}s`]: JSON.stringify(named) };
  const { output } = await check(withPolicy({ type, logic: "NEGATIVE", config }));
  expect(output).toMatch(/^CANNOT TELL {2}demo \/ ops: .*policy p/m);
  expect(output).toMatch(/^NOT ALLOWED {2}demo \/ admin-permissions: /m);
});

test.each<[string, object]>([
  ["users[0].powers", { users: [{ username: "ada", powers: [] }] }],
  ["clients[0].powers", { clients: [{ ...client("ops"), powers: [] }] }],
  [
    "groups[0].subGroups[0].powers",
    { groups: [{ name: "a", subGroups: [{ name: "b", powers: 1 }] }] },
  ],
  ["roles.powers", { roles: { powers: {} } }],
  ["organizations[0].powers", { organizations: [{ name: "acme", powers: [] }] }],
  [
    "roles.client.ops[0].composites.powers",
    { roles: { client: { ops: [{ name: "a", composites: { powers: [] } }] } } },
  ],
  [
    "clients[0].protocolMappers[0].powers",
    {
      clients: [
        { ...client("ops"), protocolMappers: [{ ...mapper("oidc-sub-mapper", {}), powers: 1 }] },
      ],
    },
  ],
  [
    "clients[0].authorizationSettings.powers",
    { clients: [{ ...client("ops"), authorizationSettings: { powers: 1 } }] },
  ],
])("an unknown field is refused unless it is allowed: %s", async (path, realm) => {
  const refused = await check(realm);
  expect(refused).toMatchObject({ exitCode: 2, output: "" });
  expect(refused.errors).toContain(path);
  expect(await check(realm, "--allow-unknown-field", "powers")).toMatchObject({ exitCode: 0 });
});

test("an unknown field of the realm is a warning", async () => {
  const { exitCode, errors } = await check({ colour: "red" });
  expect(exitCode).toBe(0);
  expect(errors).toContain("the field colour is not known");
});

test.each([
  [{ realm: "demo" }, "has no clients"],
  [{ realm: "demo", clients: [{ clientId: "web" }] }, "no client in"],
])("nothing to check passes with --allow-empty alone: %j", async (content, told) => {
  const file = write(JSON.stringify(content));
  const refused = await runPresets(["check", file]);
  expect(refused).toMatchObject({ exitCode: 2, output: "" });
  expect(refused.errors).toContain(told);
  expect(await runPresets(["check", file, "--allow-empty"])).toMatchObject({
    exitCode: 0,
    output: "No client has a service account.\n",
  });
});

test("a mapper without a type can't be judged, and one without a claim writes none", async () => {
  const untyped = await check({ clients: [{ ...client("ops"), protocolMappers: [{}] }] });
  expect(untyped.exitCode).toBe(2);
  expect(untyped.output).toMatch(/mapper without a name of its client .* its type is missing/);
  const claimless = { name: "m", protocolMapper: "oidc-hardcoded-claim-mapper", config: null };
  const run = await check({ clients: [{ ...client("ops"), protocolMappers: [claimless] }] });
  expect(run.exitCode).toBe(0);
});

test("settings of a mapper that aren't an object are rejected", async () => {
  const wrong = { name: "m", protocolMapper: "oidc-sub-mapper", config: ["sub"] };
  const run = await check({ clients: [{ ...client("ops"), protocolMappers: [wrong] }] });
  expect(run).toMatchObject({ exitCode: 2, output: "" });
});

test.each<[string, unknown]>([
  ["its name and its client's", { id: "app/helper" }],
  ["its id", { id: "c1" }],
])(
  "permissions by a role of another client that is named by %s are not allowed",
  async (_, named) => {
    const realm = withPolicy({ type: "role", config: { roles: JSON.stringify([named]) } });
    const run = await check({
      ...realm,
      roles: { client: { app: [{ id: "c1", name: "helper" }, { name: "other" }] } },
      clients: [...realm.clients, { clientId: "app" }],
      users: [account("ops", { clientRoles: { app: ["helper", "other"] } })],
    });
    expect(run.exitCode).toBe(1);
    expect(run.output).toMatch(
      /^NOT ALLOWED {2}demo \/ ops: can do more than its roles .*manage all/m,
    );
  },
);

test("permissions that name the account of a client that isn't in the file are not allowed", async () => {
  const named = { users: '["service-account-gone"]' };
  const realm = withPolicy({ type: "user", config: named });
  const run = await check({ ...realm, users: [account("gone", {})] });
  expect(run.exitCode).toBe(1);
  expect(run.output).toMatch(/^NOT ALLOWED {2}demo \/ gone: can do more than its roles/m);
});

/** A realm with one permission, and these policies. */
const withPermission = (applyPolicies: string | undefined, ...policies: readonly object[]) => {
  const { clients, ...realm } = withPolicy({});
  const config = applyPolicies === undefined ? {} : { applyPolicies };
  const permission = { name: "manage all", type: "scope", config };
  const [ops] = clients;
  const authorizationSettings = { policies: [...policies, permission] };
  return {
    ...realm,
    clients: [ops, { clientId: "admin-permissions", authorizationSettings }],
  };
};

const aggregate = (name: string, applyPolicies?: string) => ({
  ...{ name, type: "aggregate" },
  config: applyPolicies === undefined ? {} : { applyPolicies },
});

test.each<[string, object, number]>([
  ["names no policy", withPermission(undefined), 0],
  ["names its policies in a way that can't be read", withPermission("p"), 2],
  ["names something else than policies", withPermission("{}"), 2],
  ["names a policy by a number", withPermission("[1]"), 2],
  ["names a policy that is not in the file", withPermission('["gone"]'), 2],
  ["depends on policies in a circle", withPermission('["a"]', aggregate("a", '["a"]')), 0],
  ["depends on policies that can't be read", withPermission('["a"]', aggregate("a", "b")), 2],
  [
    "is denied to those that a policy in a circle names",
    withPermission('["a"]', { ...aggregate("a", '["a"]'), logic: "NEGATIVE" }),
    2,
  ],
])("a permission that %s: exit code", async (_, realm, exitCode) => {
  expect((await check(realm)).exitCode).toBe(exitCode);
});

test("a client without a client ID is named by its id, and rejected without either", async () => {
  const { clientId: _, ...nameless } = client("ops");
  const byId = await check({
    clients: [{ ...nameless, id: "ops" }],
    users: [account("ops", power)],
  });
  expect(byId).toMatchObject({ exitCode: 1, output: notAllowed });
  const refused = await check({ clients: [nameless] });
  expect(refused).toMatchObject({ exitCode: 2, output: "" });
  expect(refused.errors).toContain("has no clientId");
});

test("a group that can't be read is refused with its place", async () => {
  const groups = [{ name: "a", subGroups: [{ name: 1 }] }];
  const refused = await check({ groups });
  expect(refused).toMatchObject({ exitCode: 2, output: "" });
  expect(refused.errors).toContain("groups[0].subGroups[0].name");
});

test("a flag that is neither true nor false is refused", async () => {
  const clients = [{ ...client("ops"), publicClient: "perhaps" }];
  expect(await check({ clients })).toMatchObject({ exitCode: 2, output: "" });
});

test("a YAML file of empty documents has no realm in it", async () => {
  const run = await runPresets(["check", write("---\n---\n", "yaml")]);
  expect(run.exitCode).toBe(2);
  expect(run.errors).toContain("contains no realm: it is empty");
});

test("two clients whose IDs differ only in case are refused: one may be allowed what the other has", async () => {
  const run = await runPresets([
    "check",
    folder.write(
      "case.json",
      JSON.stringify({
        realm: "demo",
        clients: [client("api"), client("Api")],
        users: [
          account("api", { clientRoles: ofManagement("realm-admin") }),
          { ...account("Api", {}), username: "robot" },
        ],
      }),
    ),
    ...["--allow", "Api=full-administration"],
  ]);
  expect(run).toMatchObject({ exitCode: 2, output: "" });
  expect(run.errors).toContain("the clients api and Api differ only in case");
});
