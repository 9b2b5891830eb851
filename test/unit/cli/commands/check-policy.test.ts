/** What `presets check` makes of a policy file, of allowances that name a realm, and of an earlier run. */
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { adminRoles } from "../../../../src/catalog/roles/admin-roles.ts";
import { account, client, demoRealm, ofManagement } from "../exported-realm.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

const asFile = (content: unknown) =>
  folder.write(`${crypto.randomUUID()}.json`, JSON.stringify(content));

const check = (...words: readonly string[]) => runPresets(["check", ...words]);

const demo = asFile(demoRealm);

const asPolicy = (content: object) =>
  folder.write("presets.policy.yaml", stringify({ version: 1, ...content }));

const rule = (clientId: string, more: object) => ({
  ...{ realm: "demo", client: clientId, reason: "Its job" },
  ...more,
});

const wholeDemo = [
  rule("Billing", { presets: ["user-lookup"] }),
  rule("ops", { presets: ["user-management"] }),
  rule("team", { roles: ["view-events"] }),
];

/** Checks the demo realm by a policy. */
const checkBy = (content: object, ...words: readonly string[]) =>
  check(demo, "--policy", asPolicy(content), ...words);

const refusals = ({ output }: { readonly output: string }) =>
  output.match(/^(NOT ALLOWED|ENDED|CANNOT TELL|not new).*$/gm) ?? [];

test("a policy allows each client only what its entry says", async () => {
  expect(await checkBy({ allow: wholeDemo })).toMatchObject({ exitCode: 0, errors: "" });
  const run = await checkBy({ allow: wholeDemo.slice(1) });
  expect({ ...run, refusals: refusals(run) }).toMatchObject({
    exitCode: 1,
    refusals: ["NOT ALLOWED  demo / Billing: view-users"],
  });
});

test.each([{ client: "billing" }, { realm: "shop" }])(
  "an entry for %o is none for Billing of demo",
  async (other) => {
    const allow = [{ ...wholeDemo[0], ...other }, ...wholeDemo.slice(1)];
    expect(await checkBy({ allow })).toMatchObject({ exitCode: 1 });
  },
);

test("an entry counts on its last day, and fails after it, with its line, reason and owner", async () => {
  const today = new Date().toISOString().slice(0, 10);
  const withEnd = (until: string) => ({
    allow: [{ ...wholeDemo[0], owner: "team billing", until }, ...wholeDemo.slice(1)],
  });
  const lastDay = await checkBy(withEnd(today));
  expect(lastDay.exitCode).toBe(0);
  expect(lastDay.errors).toMatch(
    new RegExp(`policy.yaml:3: demo / Billing: expires on ${today}: Its job \\(team billing\\)\n$`),
  );
  const after = await checkBy(withEnd("2024-02-29"));
  expect(after.exitCode).toBe(1);
  expect(refusals(after)).toEqual([
    expect.stringMatching(/^ENDED {2}.*:3: demo \/ Billing: expired on 2024-02-29: Its job \(team/),
    "NOT ALLOWED  demo / Billing: view-users (allowed until 2024-02-29: Its job)",
  ]);
});

test("an entry for another realm and one for a field say what they are for when they expire", async () => {
  const until = "2024-02-29";
  const run = await checkBy({
    allow: [
      ...wholeDemo,
      rule("ops", { realm: "master", administers: "shop", presets: ["user-lookup"], until }),
    ],
    allowUnknownFields: [{ field: "strange", reason: "Ours", until }],
  });
  expect(run.exitCode).toBe(1);
  expect(refusals(run)).toEqual([
    expect.stringMatching(
      /^ENDED .*: master \/ ops for realm shop: expired on 2024-02-29: Its job$/,
    ),
    expect.stringMatching(/^ENDED .*: field strange: expired on 2024-02-29: Ours$/),
  ]);
});

test("an expired entry fails even if no client uses it anymore", async () => {
  const ended = rule("idle", { presets: ["event-reader"], until: "2024-02-29" });
  expect(await checkBy({ allow: [...wholeDemo, ended] })).toMatchObject({ exitCode: 1 });
});

test("a forbidden role is not allowed even if another entry allows it, and the reason is printed", async () => {
  const forbid = [
    { everyRealm: true, everyClient: true, presets: ["user-management"], reason: "By hand only" },
  ];
  const run = await checkBy({ allow: wholeDemo, forbid }, "--allow", "full-administration");
  expect(run.exitCode).toBe(1);
  expect(refusals(run)).toEqual([
    "NOT ALLOWED  demo / ops: manage-users (forbidden: By hand only)",
  ]);
});

test("a policy with a problem lets nothing pass", async () => {
  const run = await checkBy({ allow: [...wholeDemo, rule("x", { presets: ["y"] })] });
  expect(run).toMatchObject({ exitCode: 2, output: "" });
  expect(run.errors).toContain("presets.policy.yaml:");
  expect(await check(demo, "--policy", "nowhere.yaml")).toMatchObject({ exitCode: 2, output: "" });
});

test("a policy accepts what comes from no role, and unknown fields, until they end", async () => {
  const realm = {
    realm: "demo",
    clients: [
      {
        ...client("ops"),
        strange: true,
        protocolMappers: [
          {
            ...{
              name: "m",
              protocol: "openid-connect",
              protocolMapper: "oidc-hardcoded-claim-mapper",
            },
            config: { "claim.name": "sub", "access.token.claim": "true", "claim.value": "x" },
          },
        ],
      },
    ],
  };
  const checkWith = (until: string) =>
    check(
      asFile(realm),
      "--policy",
      asPolicy({
        allow: [rule("ops", { accept: ["act-as-user"], until })],
        allowUnknownFields: [{ field: "strange", reason: "Ours" }],
      }),
    );
  expect(await checkWith("9999-12-31")).toMatchObject({ exitCode: 0, errors: "" });
  expect(await checkWith("2024-02-29")).toMatchObject({ exitCode: 1 });
});

test("a client of the policy that the realm doesn't have is reported", async () => {
  const gone = rule("gone", { presets: ["user-lookup"] });
  const { exitCode, errors } = await checkBy({ allow: [...wholeDemo, gone] });
  expect(exitCode).toBe(0);
  expect(errors).toMatch(/policy.yaml:\d+: realm demo has no client gone/);
});

test("a written policy allows the current access, and nothing less passes", async () => {
  const { output, exitCode } = await check(demo, "--write-policy");
  expect(exitCode).toBe(0);
  const file = folder.write("written.yaml", output);
  expect(await check(demo, "--policy", file)).toMatchObject({ exitCode: 0, errors: "" });
  const more = {
    ...demoRealm,
    users: [...demoRealm.users, account("web", { clientRoles: ofManagement("view-events") })],
  };
  expect(await check(asFile(more), "--policy", file)).toMatchObject({ exitCode: 1 });
});

test("a written policy has single roles, other realms, what comes from no role, and unknown fields too", async () => {
  const master = asFile({
    realm: "master",
    roles: {
      realm: [{ name: "admin" }],
      client: {
        "demo-realm": [{ name: "view-users" }],
        "master-realm": [{ name: "query-realms" }],
      },
    },
    clients: [
      { clientId: "demo-realm" },
      {
        ...client("ops"),
        protocolMappers: [{ name: "own", protocol: "openid-connect", protocolMapper: "acme" }],
      },
      client("idle"),
    ],
    users: [
      account("ops", {
        clientRoles: { "demo-realm": ["view-users"], "master-realm": ["query-realms"] },
        unheardOf: true,
      }),
    ],
  });
  const allowField = ["--allow-unknown-field", "unheardOf"];
  const { output } = await check(master, "--write-policy", ...allowField);
  const { allow, allowUnknownFields } = parse(output);
  expect(allow).toMatchObject([
    { realm: "master", client: "ops", administers: "demo", presets: ["user-lookup"] },
    { realm: "master", client: "ops", roles: ["query-realms"], accept: ["unknown-mapper"] },
  ]);
  expect(allowUnknownFields).toMatchObject([{ field: "unheardOf" }]);
  const file = folder.write("written.yaml", output);
  expect(await check(master, "--policy", file)).toMatchObject({ exitCode: 0 });
});

test("names that YAML would read otherwise are written so that they are read back", async () => {
  const names = ["__proto__", "123", "yes", "a: b", "#x", "*", "a\nb", "🙂"];
  const realm = asFile({
    realm: "null",
    clients: names.map(client),
    users: names.map((name) => account(name, { clientRoles: ofManagement("view-events") })),
  });
  const { output } = await check(realm, "--write-policy");
  const file = folder.write("names.yaml", output);
  expect(await check(realm, "--policy", file)).toMatchObject({ exitCode: 0, errors: "" });
});

test.each([
  ["demo/ops=user-management", 0],
  ["*/ops=user-management", 0],
  ["demo/*=user-management", 0],
  ["ops=user-management", 0],
  ["demo/Billing=user-management", 1],
])("--allow %s", async (allowance, exitCode) => {
  const others = ["--allow", "Billing=user-lookup", "--allow", "team=event-reader"];
  expect(await check(demo, ...others, "--allow", allowance)).toMatchObject({ exitCode });
});

test("a client ID can contain slashes and equals signs", async () => {
  const clientId = "https://app.example.org/?a=b";
  const realm = asFile({
    realm: "demo",
    clients: [client(clientId)],
    users: [account(clientId, { clientRoles: ofManagement("view-events") })],
  });
  expect(await check(realm, "--allow", `demo/${clientId}=event-reader`)).toMatchObject({
    exitCode: 0,
  });
  expect(await check(realm, "--allow", `*/${clientId}=event-reader`)).toMatchObject({
    exitCode: 0,
  });
  const run = await check(realm, "--allow", `${clientId}=event-reader`);
  expect(run).toMatchObject({ exitCode: 2, output: "" });
  expect(run.errors).toContain('there is no realm "https:". Write a client ID with a slash as');
});

test.each([
  ["demo/nobody=user-lookup", 'no client "nobody" in realm "demo"'],
  ["nobody=user-lookup", 'no client "nobody".'],
  ["shop/*=user-lookup", 'no realm "shop"'],
  ["demo/=user-lookup", "an empty name"],
  ["/ops=user-lookup", "an empty name"],
  ["=user-lookup", "an empty name"],
])("--allow %s is refused", async (allowance, problem) => {
  const run = await check(demo, "--allow", allowance);
  expect(run).toMatchObject({ exitCode: 2, output: "" });
  expect(run.errors).toContain(problem);
});

const withPower = (clientId: string, ...roles: readonly string[]) => ({
  ...demoRealm,
  users: [
    ...demoRealm.users.filter(
      (it) => !("serviceAccountClientId" in it) || it.serviceAccountClientId !== clientId,
    ),
    account(clientId, { clientRoles: ofManagement(...roles) }),
  ],
});

test("with a baseline only what is new fails, with other limits and without", async () => {
  for (const limits of [[], ["--allow", "none"]]) {
    const baseline = folder.write("old.json", (await check(demo, "--json", ...limits)).output);
    const same = await check(demo, ...limits, "--baseline", baseline);
    expect(same.exitCode).toBe(0);
    expect(refusals(same)).toContain("not new  demo / ops: manage-users");
    const more = asFile(withPower("idle", "view-events"));
    const run = await check(more, ...limits, "--baseline", baseline);
    expect(run.exitCode).toBe(1);
    expect(run.output.match(/^NOT ALLOWED.*$/gm)).toEqual([
      "NOT ALLOWED  demo / idle: view-events",
    ]);
    const again = folder.write(
      "again.json",
      (await check(demo, "--json", ...limits, "--baseline", baseline)).output,
    );
    expect(await check(demo, ...limits, "--baseline", again)).toMatchObject({ exitCode: 0 });
  }
});

test("a realm role of master isn't new if the baseline has it", async () => {
  const holding = (...realmRoles: readonly string[]) =>
    asFile({
      realm: "master",
      roles: { realm: [{ name: "admin" }, { name: "create-realm" }] },
      clients: [client("ops")],
      users: [account("ops", { realmRoles })],
    });
  const limits = ["--allow", "none"];
  const earlier = await check(holding("create-realm"), "--json", ...limits);
  const baseline = folder.write("master.json", earlier.output);
  const same = await check(holding("create-realm"), ...limits, "--baseline", baseline);
  expect(same.exitCode).toBe(0);
  const more = await check(holding("create-realm", "admin"), ...limits, "--baseline", baseline);
  expect(more.exitCode).toBe(1);
});

test("a finding is new if it was allowed at the time of the baseline and no longer is", async () => {
  const allowed = ["--allow", "user-lookup,user-management,event-reader"];
  const baseline = folder.write("old.json", (await check(demo, "--json", ...allowed)).output);
  const run = await check(demo, "--allow", "user-lookup,event-reader", "--baseline", baseline);
  expect(run).toMatchObject({ exitCode: 1 });
});

test("access beside roles is not new if the baseline has it unaccepted, and new if it was accepted", async () => {
  const mapper = { name: "own", protocol: "openid-connect", protocolMapper: "acme" };
  const acting = asFile({
    ...demoRealm,
    clients: demoRealm.clients.map((it) =>
      it.clientId === "web" ? { ...it, protocolMappers: [mapper] } : it,
    ),
    users: [...demoRealm.users, account("web", {})],
  });
  const limits = ["--allow", "user-lookup,user-management,event-reader"];
  for (const [accept, exitCode] of [
    [[], 0],
    [["--accept", "unknown-mapper"], 2],
  ] as const) {
    const earlier = await check(acting, "--json", ...limits, ...accept);
    const baseline = folder.write("old.json", earlier.output);
    const run = await check(acting, ...limits, "--baseline", baseline);
    expect(run).toMatchObject({ exitCode });
  }
});

test("a role that a baseline's role includes in stock Keycloak, but didn't include then, is new", async () => {
  const hollow = {
    ...withPower("idle", "realm-admin"),
    roles: {
      client: {
        "realm-management": [
          {
            name: "realm-admin",
            composite: true,
            composites: { client: ofManagement("view-events") },
          },
          // The server adds to realm-admin what the file doesn't list.
          ...[...adminRoles.keys()].flatMap((name) => (name === "realm-admin" ? [] : { name })),
        ],
      },
    },
  };
  const baseline = folder.write("old.json", (await check(asFile(hollow), "--json")).output);
  const filled = {
    ...hollow,
    users: [
      ...hollow.users.slice(0, -1),
      account("idle", { clientRoles: ofManagement("realm-admin", "manage-users") }),
    ],
  };
  const run = await check(asFile(filled), "--baseline", baseline);
  expect(run.exitCode).toBe(1);
});

test.each(["not JSON", "[]", '{"accounts":[]}'])("a baseline of %s is refused", async (content) => {
  const run = await check(demo, "--baseline", folder.write("bad.json", content));
  expect(run).toMatchObject({ exitCode: 2, output: "" });
  expect(run.errors).toContain("bad.json");
});
