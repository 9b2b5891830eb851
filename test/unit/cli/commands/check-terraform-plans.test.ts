/** `presets check` of Terraform plans, in the shape of `terraform show -json`. */
import { expect, test } from "vitest";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

/** An argument as the code of a plan has it: a value, or what it refers to. */
const to = (...references: readonly string[]) => ({
  references: references.flatMap((it) => [it, it.split(".").slice(0, -1).join(".")]),
});
const is = (value: unknown) => ({ constant_value: value });

interface Resource {
  readonly address: string;
  readonly values?: object;
  readonly expressions?: object;
  readonly index?: string;
}

const named = (address: string) => {
  const isData = address.startsWith("data.");
  const [type = "", name = ""] = (isData ? address.slice("data.".length) : address).split(".");
  return { mode: isData ? "data" : "managed", type, name: name.replace(/\[.*/, "") };
};
const planned = ({ address, values = {} }: Resource) => ({ address, ...named(address), values });
const written = ({ address, expressions = {} }: Resource) => ({
  address: address.replace(/\[.*/, ""),
  ...named(address),
  expressions,
});

/** A plan of these resources, and of data sources that were read before or are read later. */
const plan = (
  resources: readonly Resource[],
  {
    read = [],
    later = [],
  }: { readonly read?: readonly Resource[]; readonly later?: readonly Resource[] } = {},
) => ({
  format_version: "1.2",
  terraform_version: "1.9.0",
  planned_values: { root_module: { resources: resources.map(planned) } },
  prior_state: { values: { root_module: { resources: read.map(planned) } } },
  configuration: { root_module: { resources: [...resources, ...read, ...later].map(written) } },
});

const inDemo = { realm_id: "demo" };
const ops: Resource = {
  address: "keycloak_openid_client.ops",
  values: {
    ...inDemo,
    client_id: "ops",
    access_type: "CONFIDENTIAL",
    service_accounts_enabled: true,
  },
};
const management: Resource = {
  address: "data.keycloak_openid_client.management",
  values: { ...inDemo, id: "uuid-management", client_id: "realm-management" },
};
const ofOps = {
  service_account_user_id: to("keycloak_openid_client.ops.service_account_user_id"),
};
const onClient = { client_id: to("keycloak_openid_client.ops.id") };
const manageUsers: Resource = {
  address: "keycloak_openid_client_service_account_role.manage_users",
  values: { ...inDemo, client_id: "uuid-management", role: "manage-users" },
  expressions: { ...ofOps, client_id: to("data.keycloak_openid_client.management.id") },
};
const viewUsers: Resource = {
  address: "data.keycloak_role.view_users",
  values: { ...inDemo, id: "uuid-view-users", client_id: "uuid-management", name: "view-users" },
};

const check = (content: object, ...words: readonly string[]) =>
  runPresets([
    "check",
    folder.write(`${crypto.randomUUID()}.json`, JSON.stringify(content, null, 1)),
    ...["--allow", "none", ...words],
  ]);

const notAllowed = (role: string) => `NOT ALLOWED  demo / ops: ${role}`;

/** What is found of `ops` where nothing is allowed. */
async function found(content: object): Promise<readonly string[]> {
  const { output, errors } = await check(content);
  expect(errors).toBe("");
  return output.match(/^(NOT ALLOWED|CANNOT TELL) .*$/gm) ?? [];
}

test("a role that a new client's service account is given is found, with the line of its resource", async () => {
  const content = plan([ops, manageUsers], { read: [management] });
  const { exitCode, output } = await check(content);
  expect(exitCode).toBe(1);
  const text = JSON.stringify(content, null, 1);
  const line = text.slice(0, text.indexOf(manageUsers.address)).split("\n").length;
  expect(output).toMatch(
    new RegExp(
      `^NOT ALLOWED {2}demo / ops: manage-users\n {2}at .*json:${line - 1} \\(${manageUsers.address}\\)$`,
      "m",
    ),
  );
});

test.each([
  ["json", `"part": "${manageUsers.address}"`],
  ["sarif", `"fullyQualifiedName": "${manageUsers.address}"`],
  ["junit", `(${manageUsers.address})</failure>`],
  ["github", `(${manageUsers.address})\n`],
])(
  "a finding in a plan names its resource as %s too: a plan is one long line",
  async (format, named) => {
    const { output } = await check(
      plan([ops, manageUsers], { read: [management] }),
      "--format",
      format,
    );
    expect(output).toContain(named);
  },
);

test("a plan for a new realm refers to everything by ids that there will be", async () => {
  const realm: Resource = { address: "keycloak_realm.demo", values: { realm: "demo" } };
  const realmId = { realm_id: to("keycloak_realm.demo.id") };
  const { realm_id: _, ...values } = { ...inDemo, ...ops.values };
  const client = { ...ops, values, expressions: realmId };
  const role: Resource = {
    address: manageUsers.address,
    values: { role: "manage-users" },
    expressions: { ...manageUsers.expressions, ...realmId },
  };
  const later = { ...management, values: {}, expressions: { client_id: is("realm-management") } };
  expect(await found(plan([realm, client, role], { later: [later] }))).toEqual([
    notAllowed("manage-users"),
  ]);
});

const composite: Resource = {
  address: "keycloak_role.all",
  values: { ...inDemo, name: "all" },
  expressions: { composite_roles: to("data.keycloak_role.view_users.id") },
};
const staff: Resource = { address: "keycloak_group.staff", values: { ...inDemo, name: "staff" } };
const eu: Resource = {
  address: "keycloak_group.eu",
  values: { ...inDemo, name: "eu" },
  expressions: { parent_id: to("keycloak_group.staff.id") },
};
const staffRoles: Resource = {
  address: "keycloak_group_roles.staff",
  values: { ...inDemo, role_ids: ["uuid-view-users"] },
  expressions: { group_id: to("keycloak_group.staff.id") },
};
const userRoles = (values: object, ...references: readonly string[]): Resource => ({
  address: "keycloak_user_roles.ops",
  values: { ...inDemo, ...values },
  expressions: { user_id: ofOps.service_account_user_id, role_ids: to(...references) },
});

test.each<[string, readonly Resource[]]>([
  [
    "a composite role of the plan",
    [
      composite,
      {
        address: "keycloak_openid_client_service_account_realm_role.ops",
        values: { ...inDemo, role: "all" },
        expressions: ofOps,
      },
    ],
  ],
  ["roles of a user", [userRoles({ role_ids: ["uuid-view-users"] })]],
  ["roles that the plan doesn't know yet", [userRoles({}, "data.keycloak_role.view_users.id")]],
  [
    "roles of which the plan knows some",
    [composite, userRoles({ role_ids: ["uuid-view-users", null] }, "keycloak_role.all.id")],
  ],
  [
    "a group above its own",
    [
      ...[staff, eu, staffRoles],
      {
        address: "keycloak_user_groups.ops",
        values: inDemo,
        expressions: {
          user_id: ofOps.service_account_user_id,
          group_ids: to("keycloak_group.eu.id"),
        },
      },
    ],
  ],
  [
    "members of a group",
    [
      ...[staff, staffRoles],
      {
        address: "keycloak_group_memberships.staff",
        values: { ...inDemo, members: ["ada", "service-account-ops"] },
        expressions: { group_id: to("keycloak_group.staff.id") },
      },
    ],
  ],
  [
    "a default group",
    [
      ...[staff, staffRoles],
      {
        address: "keycloak_default_groups.all",
        values: inDemo,
        expressions: { group_ids: to("keycloak_group.staff.id") },
      },
    ],
  ],
  [
    "default roles",
    [
      {
        address: "keycloak_default_roles.all",
        values: { ...inDemo, default_roles: ["realm-management/view-users", "offline_access"] },
      },
    ],
  ],
])("a role is found through %s", async (_, resources) => {
  expect(await found(plan([ops, ...resources], { read: [management, viewUsers] }))).toEqual([
    notAllowed("view-users"),
  ]);
});

test("ids of a server are known by what has them", async () => {
  const account = {
    address: "data.keycloak_openid_client_service_account_user.other",
    values: { ...inDemo, id: "uuid-user-2", client_id: "uuid-other" },
  };
  const other = {
    address: "data.keycloak_openid_client.other",
    values: { ...inDemo, id: "uuid-other", client_id: "other" },
  };
  const existing = { ...ops, values: { ...ops.values, service_account_user_id: "uuid-user-1" } };
  const content = plan(
    [
      existing,
      { ...manageUsers, values: { ...manageUsers.values, service_account_user_id: "uuid-user-1" } },
      {
        ...userRoles({ user_id: "uuid-user-2", role_ids: ["uuid-view-users"] }),
        expressions: {},
      },
    ],
    { read: [management, viewUsers, account, other] },
  );
  expect((await found(content)).toSorted()).toEqual([
    notAllowed("manage-users"),
    "NOT ALLOWED  demo / other: view-users",
  ]);
});

test("users and groups that the plan looks up by name are known by their ids", async () => {
  const users = ["ada", "Service-Account-ops"].map((username, place) => ({
    address: `data.keycloak_user.u${place}`,
    values: { ...inDemo, id: `uuid-u${place}`, username },
  }));
  const existing = { ...staff, values: { ...staff.values, id: "uuid-staff" } };
  const roles = {
    ...staffRoles,
    values: { ...staffRoles.values, group_id: "uuid-staff" },
    expressions: {},
  };
  const members = users.map(({ values }, place) => ({
    address: `keycloak_user_groups.u${place}`,
    values: { ...inDemo, user_id: values.id, group_ids: ["uuid-staff"] },
  }));
  const content = plan([ops, existing, roles, ...members], {
    read: [management, viewUsers, ...users],
  });
  expect(await found(content)).toEqual([notAllowed("view-users")]);
});

test("a client with few settings in the plan counts as what it may be", async () => {
  const authorized = {
    address: "keycloak_openid_client.authorized",
    values: { ...inDemo, client_id: "authorized", authorization: [{}] },
  };
  const open = {
    address: "keycloak_openid_client.open",
    values: { ...inDemo, client_id: "open" },
    expressions: { service_accounts_enabled: to("var.on") },
  };
  const off = { address: "keycloak_openid_client.off", values: { ...inDemo, client_id: "off" } };
  const { output } = await check(plan([authorized, open, off]));
  expect(output).toMatch(/^demo \/ authorized .*\ndemo \/ open .*\n$/);
});

test("a role of a client of the plan includes roles of the realm", async () => {
  const own = {
    address: "keycloak_role.own",
    values: { ...inDemo, name: "own" },
    expressions: { ...onClient, composite_roles: to("keycloak_role.all.id") },
  };
  const all = { ...composite, values: { ...inDemo, id: "uuid-all", name: "all" } };
  const roles = userRoles({}, "keycloak_role.own.id");
  expect(await found(plan([ops, own, all, roles], { read: [management, viewUsers] }))).toEqual([
    notAllowed("view-users"),
  ]);
});

test("a role of the plan without composite roles gives nothing", async () => {
  const plain = { address: "keycloak_role.plain", values: { ...inDemo, name: "plain" } };
  const nothing = { address: "keycloak_default_roles.all", values: inDemo };
  const roles = userRoles({}, "keycloak_role.plain.id");
  expect(await found(plan([ops, plain, nothing, roles]))).toEqual([]);
});

test("an account that is one of several is found by its index", async () => {
  const instances = ["ops", "idle"].map((name) => ({
    ...{ address: `keycloak_openid_client.all["${name}"]` },
    values: { ...ops.values, client_id: name },
  }));
  const role = {
    ...manageUsers,
    expressions: {
      ...manageUsers.expressions,
      service_account_user_id: {
        references: ['keycloak_openid_client.all["ops"].service_account_user_id'],
      },
    },
  };
  expect(await found(plan([...instances, role], { read: [management] }))).toEqual([
    notAllowed("manage-users"),
  ]);
});

test("groups that are above each other are each counted once", async () => {
  const member: Resource = {
    address: "keycloak_user_groups.ops",
    values: inDemo,
    expressions: {
      user_id: ofOps.service_account_user_id,
      group_ids: to("keycloak_group.eu.id", "keycloak_group.staff.id"),
    },
  };
  const content = plan([ops, staff, eu, staffRoles, member], { read: [viewUsers, management] });
  expect(await found(content)).toEqual([notAllowed("view-users")]);
});

test("what a person is given is nothing of a service account", async () => {
  const person = { address: "keycloak_user.ada", values: { ...inDemo, username: "ada" } };
  const roles = {
    ...userRoles({ role_ids: ["uuid-view-users"] }),
    expressions: { user_id: to("keycloak_user.ada.id") },
  };
  expect(await found(plan([ops, person, roles], { read: [management, viewUsers] }))).toEqual([]);
});

test("a group that the plan only looks up may give more", async () => {
  const data = {
    address: "data.keycloak_group.admins",
    values: { ...inDemo, id: "uuid-admins", name: "admins" },
  };
  const member = {
    address: "keycloak_user_groups.ops",
    values: { ...inDemo, group_ids: ["uuid-admins"] },
    expressions: { user_id: ofOps.service_account_user_id },
  };
  expect(await found(plan([ops, member], { read: [data] }))).toEqual([
    expect.stringMatching(/^CANNOT TELL {2}demo \/ ops: .*data\.keycloak_group\.admins/),
  ]);
});

const onScope = { client_scope_id: to("keycloak_openid_client_scope.who.id") };
const hardcoded = "keycloak_openid_hardcoded_claim_protocol_mapper.who";
const scope: Resource = {
  address: "keycloak_openid_client_scope.who",
  values: { ...inDemo, name: "who" },
};

test.each<[string, readonly Resource[], readonly unknown[]]>([
  [
    "a mapper that writes sub",
    [{ address: hardcoded, values: { ...inDemo, claim_name: "sub" }, expressions: onClient }],
    [expect.stringMatching(/^NOT ALLOWED .*\(act-as-user\)/)],
  ],
  [
    "a mapper that writes sub into no access token",
    [
      {
        address: hardcoded,
        values: { ...inDemo, claim_name: "sub", add_to_access_token: false },
        expressions: onClient,
      },
    ],
    [],
  ],
  [
    "a generic mapper that writes sub",
    [
      {
        address: "keycloak_generic_protocol_mapper.who",
        values: {
          ...inDemo,
          protocol_mapper: "oidc-usermodel-attribute-mapper",
          config: { "claim.name": "sub", "access.token.claim": "true" },
        },
        expressions: onClient,
      },
    ],
    [expect.stringMatching(/^NOT ALLOWED .*\(act-as-user\)/)],
  ],
  [
    "a script",
    [
      {
        address: "keycloak_openid_script_protocol_mapper.who",
        values: { ...inDemo, claim_name: "x" },
        expressions: onClient,
      },
    ],
    [expect.stringMatching(/^CANNOT TELL .*\(unknown-mapper\)/)],
  ],
  [
    "a mapper of a client scope of the client",
    [
      ...[
        scope,
        { address: hardcoded, values: { ...inDemo, claim_name: "sub" }, expressions: onScope },
      ],
      {
        address: "keycloak_openid_client_optional_scopes.ops",
        values: { ...inDemo, optional_scopes: ["who"] },
        expressions: onClient,
      },
    ],
    [expect.stringMatching(/^NOT ALLOWED .*client scope who/)],
  ],
  [
    "a mapper of a client scope that every client gets",
    [
      ...[
        scope,
        { address: hardcoded, values: { ...inDemo, claim_name: "sub" }, expressions: onScope },
      ],
      {
        address: "keycloak_realm_default_client_scopes.all",
        values: { ...inDemo, default_scopes: ["who"] },
      },
    ],
    [expect.stringMatching(/^NOT ALLOWED .*client scope who/)],
  ],
  [
    "permissions on all users",
    [{ address: "keycloak_users_permissions.all", values: inDemo }],
    [expect.stringMatching(/^CANNOT TELL .*keycloak_users_permissions\.all/)],
  ],
  [
    "a permission of the client for its own users",
    [
      {
        address: "keycloak_openid_client_authorization_permission.own",
        values: inDemo,
        expressions: { resource_server_id: to("keycloak_openid_client.ops.id") },
      },
    ],
    [],
  ],
  [
    "resources that give no power",
    [
      { address: "keycloak_realm_events.all" },
      { address: "keycloak_ldap_user_federation.all" },
      { address: "keycloak_oidc_identity_provider.all" },
      { address: "aws_instance.all" },
    ],
    [],
  ],
])("%s: it is told what that means", async (_, resources, expected) => {
  expect(await found(plan([ops, ...resources]))).toEqual(expected);
});

test("what is in modules is found through their inputs and outputs", async () => {
  const root = plan([], { read: [management] });
  const inModule = (name: string, resources: readonly Resource[]) => ({
    address: `module.${name}`,
    resources: resources.map((it) => ({ ...planned(it), address: `module.${name}.${it.address}` })),
  });
  const role: Resource = {
    address: manageUsers.address,
    values: manageUsers.values ?? {},
    expressions: { service_account_user_id: to("var.account") },
  };
  const content = {
    ...root,
    planned_values: {
      root_module: { child_modules: [inModule("client", [ops]), inModule("roles", [role])] },
    },
    configuration: {
      root_module: {
        resources: [written(management)],
        module_calls: {
          client: {
            module: {
              resources: [written(ops)],
              outputs: { account: { expression: ofOps.service_account_user_id } },
            },
          },
          roles: {
            expressions: { account: to("module.client.account") },
            module: { resources: [written(role)] },
          },
        },
      },
    },
  };
  expect(await found(content)).toEqual([notAllowed("manage-users")]);
});

test.each<[string, Resource, string]>([
  [
    "an account that is one of several",
    {
      ...manageUsers,
      expressions: {
        service_account_user_id: { references: ["keycloak_openid_client.ops", "each.key"] },
      },
    },
    "service_account_user_id",
  ],
  [
    "an account that a local value names",
    { ...manageUsers, expressions: { service_account_user_id: to("local.account") } },
    "service_account_user_id",
  ],
  [
    "an id that nothing in the plan has",
    {
      ...manageUsers,
      values: { ...manageUsers.values, client_id: "uuid-of-another" },
      expressions: ofOps,
    },
    "client_id",
  ],
  [
    "a role's name that is put together",
    {
      ...manageUsers,
      values: { ...inDemo, client_id: "uuid-management" },
      expressions: { ...manageUsers.expressions, role: to("keycloak_realm.demo.id") },
    },
    "role",
  ],
  [
    "an account of a client that isn't in the plan",
    {
      ...manageUsers,
      expressions: {
        service_account_user_id: to("keycloak_openid_client.gone.service_account_user_id"),
      },
    },
    "service_account_user_id",
  ],
  [
    "a mapper of something else than a client or a client scope",
    {
      address: hardcoded,
      values: { ...inDemo, claim_name: "sub" },
      expressions: { client_scope_id: to("keycloak_openid_client.ops.id") },
    },
    "client_scope_id",
  ],
  [
    "default roles that aren't a list",
    { address: "keycloak_default_roles.all", values: { ...inDemo, default_roles: "view-users" } },
    "default_roles",
  ],
  [
    "roles of which one is not known",
    userRoles({ role_ids: ["uuid-view-users", "uuid-of-another"] }),
    "role_ids",
  ],
  [
    "names of which one is not known",
    { address: "keycloak_default_roles.all", values: { ...inDemo, default_roles: [null] } },
    "default_roles",
  ],
  [
    "a mapper's claim that is not known",
    { address: hardcoded, values: inDemo, expressions: { ...onClient, claim_name: to("local.x") } },
    "claim_name",
  ],
  [
    "a client that is something else",
    {
      ...manageUsers,
      expressions: { ...ofOps, client_id: to("keycloak_realm.demo.id") },
      values: inDemo,
    },
    "client_id",
  ],
  [
    "an account that is something else",
    { ...manageUsers, expressions: { service_account_user_id: to("keycloak_realm.demo.id") } },
    "service_account_user_id",
  ],
  [
    "a realm that is something else",
    {
      ...manageUsers,
      values: { role: "manage-users" },
      expressions: { ...manageUsers.expressions, realm_id: to("keycloak_openid_client.ops.id") },
    },
    "realm_id",
  ],
  [
    "an input of a module that nobody gives",
    { ...manageUsers, expressions: { service_account_user_id: to("var.account") } },
    "service_account_user_id",
  ],
  [
    "an output of a module that there is not",
    { ...manageUsers, expressions: { service_account_user_id: to("module.none.account") } },
    "service_account_user_id",
  ],
  [
    "a resource that isn't known",
    { address: "keycloak_power.all", values: inDemo },
    "keycloak_power",
  ],
])("%s: that can't be told", async (_, resource, told) => {
  const realm = { address: "keycloak_realm.demo", values: { realm: "demo" } };
  const content = plan([realm, ops, resource], { read: [management, viewUsers] });
  const { exitCode, output, errors } = await check(content);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain("is a plan that leaves the access open");
  expect(errors).toContain(`${resource.address}: `);
  expect(errors).toContain(told);
});

test("a plan without resources of the provider is reported as such", async () => {
  const { exitCode, errors } = await check(plan([{ address: "aws_instance.x" }]));
  expect(exitCode).toBe(2);
  expect(errors).toContain("a Terraform plan without resources of the Keycloak provider");
});
