import { expect, test } from "vitest";
import type { RoleKey } from "../../../../src/access/model/snapshot.ts";
import { accountRows, rowKey } from "../../../../src/access/survey/account-rows.ts";
import { accountName, type Source, type Survey } from "../../../../src/access/survey/survey.ts";
import { givenBy, makeRows, makeSurvey, signInsOf45Days, userIdOf } from "../make-survey.ts";

const unread = (survey: Survey): Survey => ({
  ...survey,
  clients: new Map(),
  progress: { ...survey.progress, areClientsRead: false },
});

const composite: Source = { kind: "composite", name: "ops" };
const group: Source = { kind: "group", name: "/staff/ops" };
const defaultRole: Source = { kind: "defaultRole", name: "default-roles-demo" };

/** The names of indirect roles, each with what gives it. */
const indirectOf = (row: ReturnType<typeof makeRows>[number] | undefined) =>
  new Map(row?.indirect.map(({ role, sources }) => [role.name, sources]));

test("an account is shown with its client, ignoring the case of the client ID", () => {
  const [row] = makeRows([{ clientId: "Billing-API" }]);
  expect(row).toMatchObject({
    realm: "demo",
    administers: "demo",
    userId: userIdOf("Billing-API"),
    clientId: "Billing-API",
    client: { clientUuid: "uuid of Billing-API" },
    state: "active",
  });
});

test("as long as clients are read, an account without one is shown by its own name", () => {
  const [row] = accountRows(unread(makeSurvey([{ clientId: "Billing-API" }])), new Map());
  expect(row).toMatchObject({ clientId: "billing-api", client: undefined, state: undefined });
});

test("once all clients are read, a user that is only called like an account is left out", () => {
  const person = {
    ...{ userId: "person", username: "service-account-smith", enabled: true },
    createdAt: undefined,
  };
  const survey = makeSurvey([{ clientId: "a" }]);
  const rows = accountRows({ ...survey, users: [person, ...survey.users] }, new Map());
  expect(rows.map(({ clientId }) => clientId)).toEqual(["a"]);
});

test("a client without an account under its usual name is listed after all clients are read", () => {
  const survey = {
    ...makeSurvey([{ clientId: "Imported", mapped: ["view-events"] }, { clientId: "a" }]),
    givenToAll: givenBy(defaultRole, "view-realm"),
  };
  const users = survey.users.filter(({ userId }) => userId === userIdOf("a"));
  const rows = accountRows({ ...survey, users }, new Map());
  expect(rows.map(({ clientId }) => clientId).sort()).toEqual(["Imported", "a"]);
  expect(rows.find(({ clientId }) => clientId === "Imported")).toMatchObject({
    userId: "",
    state: "noUser",
    held: [],
    indirect: [],
  });
  const progress = { ...survey.progress, areClientsRead: false };
  const early = accountRows({ ...survey, users, progress }, new Map());
  expect(early.map(({ clientId }) => clientId)).toEqual(["a"]);
});

test("if users can't be viewed, no client is reported without an account", () => {
  const survey = { ...makeSurvey([{ clientId: "a" }]), users: [] };
  expect(accountRows(survey, new Map())).toHaveLength(1);
  expect(accountRows({ ...survey, gaps: new Set(["users"]) }, new Map())).toEqual([]);
});

test("the state says whether the client or its user is disabled", () => {
  const cases = [true, false].flatMap((isClientEnabled) =>
    [true, false].map((isUserEnabled) => ({
      clientId: `${isClientEnabled} ${isUserEnabled}`,
      isClientEnabled,
      isUserEnabled,
    })),
  );
  expect(makeRows(cases).map(({ clientId, state }) => [clientId, state])).toEqual([
    ["true true", "active"],
    ["true false", "userDisabled"],
    ["false true", "clientDisabled"],
    ["false false", "bothDisabled"],
  ]);
});

test("an account of a client with service accounts off is leftover, whatever else is disabled", () => {
  const left = { mapped: ["realm-admin"], isOn: false };
  const rows = makeRows([
    { clientId: "a", ...left },
    { clientId: "b", ...left, isClientEnabled: false, isUserEnabled: false },
  ]);
  expect(rows.map(({ state }) => state)).toEqual(["leftover", "leftover"]);
  expect(rows[0]).toMatchObject({ risk: { level: "critical" } });
});

test("a client that is off and has no account is not listed", () => {
  const survey = makeSurvey([{ clientId: "web", isOn: false }]);
  expect(accountRows({ ...survey, users: [] }, new Map())).toEqual([]);
});

const userCalled = (username: string) => ({
  ...{ userId: `id of ${username}`, username },
  ...{ enabled: true, createdAt: undefined },
});

test("an account with admin roles that no client belongs to is unlinked, and no client's row", () => {
  const survey = makeSurvey([{ clientId: "a" }]);
  const users = [userCalled("service-account-gone"), userCalled("robot")];
  const given = new Map(
    users.map(({ userId }) => [userId, givenBy({ kind: "mapped" }, "view-events")]),
  );
  const rows = accountRows({ ...survey, users, given }, new Map());
  const found = rows.filter(({ state }) => state === "unlinked");
  expect(found.map(({ clientId, client }) => [clientId, client])).toEqual([
    ["service-account-gone", undefined],
    ["robot", undefined],
  ]);
  expect(found[0]?.presets.map(({ id }) => id)).toEqual(["event-reader"]);
});

test("a person's user is not the account of the client that it is called like", () => {
  const survey = makeSurvey([{ clientId: "a", mapped: ["realm-admin"] }]);
  const rows = accountRows({ ...survey, people: new Set([userIdOf("a")]) }, new Map());
  expect(rows.map(({ clientId, state, held }) => [clientId, state, held.length > 0])).toEqual([
    ["service-account-a", "unlinked", true],
    ["a", "noUser", false],
  ]);
});

test("an account under another name belongs to its linked client", () => {
  const survey = makeSurvey([{ clientId: "former", isOn: false, mapped: ["view-events"] }]);
  const client = survey.clients.get(accountName("former"));
  if (client === undefined) throw new Error("There is no client.");
  const renamed = { ...client, clientId: "latter" };
  const rows = accountRows(
    {
      ...survey,
      clients: new Map([[accountName("latter"), renamed]]),
      clientsByUserId: new Map([[userIdOf("former"), renamed]]),
    },
    new Map(),
  );
  expect(rows.map(({ clientId, state }) => [clientId, state])).toEqual([["latter", "leftover"]]);
});

test("rows are in the order of the accounts, each assessed by its own roles", () => {
  const rows = makeRows([
    { clientId: "b", mapped: ["view-events"] },
    { clientId: "a", mapped: ["realm-admin"] },
    { clientId: "c", mapped: ["view-events"] },
    { clientId: "d" },
  ]);
  expect(rows.map(({ clientId, presets }) => [clientId, presets.map(({ id }) => id)])).toEqual([
    ["b", ["event-reader"]],
    ["a", ["full-administration"]],
    ["c", ["event-reader"]],
    ["d", []],
  ]);
});

test("an account without found roles has none", () => {
  const [row] = makeRows([{ clientId: "a" }], { given: new Map() });
  expect(row).toMatchObject({ held: [], presets: [], indirect: [], danger: 0, isWide: false });
});

test("roles inherited from composite roles, groups and the default role are listed with their sources", () => {
  const [row] = makeRows(
    [
      {
        clientId: "a",
        given: [...givenBy(composite, "view-events"), ...givenBy(group, "view-events")],
      },
    ],
    { givenToAll: givenBy(defaultRole, "view-realm") },
  );
  expect(indirectOf(row)).toEqual(
    new Map([
      ["view-events", [composite, group]],
      ["view-realm", [defaultRole]],
    ]),
  );
  expect(row?.presets.map(({ id }) => id)).toEqual(["realm-settings-reader", "event-reader"]);
});

test("roles included in an assigned stock role are not indirect", () => {
  const [row] = makeRows([{ clientId: "a", mapped: ["view-users"] }]);
  expect(row?.held.map(({ name }) => name)).toEqual(["query-groups", "query-users", "view-users"]);
  expect(row?.indirect).toEqual([]);
});

test("what an admin role includes is what it includes on this server, never what its name says", () => {
  const composites = new Map<RoleKey, readonly RoleKey[]>([
    ["admin:view-users", ["admin:query-users", "admin:realm-admin", "admin:view-users"]],
    ["admin:realm-admin", ["admin:view-events"]],
  ]);
  const [row] = makeRows([{ clientId: "a", mapped: ["view-users"] }], { composites });
  expect(row?.held.map(({ name }) => name)).toEqual([
    "query-users",
    "realm-admin",
    "view-events",
    "view-users",
  ]);
  const source = { kind: "composite", name: "view-users" };
  expect(indirectOf(row)).toEqual(
    new Map([
      ["realm-admin", [source]],
      ["view-events", [source]],
    ]),
  );
});

test("a role that is mapped and given otherwise too is not indirect", () => {
  const [row] = makeRows([
    { clientId: "a", mapped: ["view-users"], given: givenBy(group, "view-users", "query-users") },
  ]);
  expect(row?.indirect).toEqual([]);
});

test("what a role includes that a group gives comes from that group as well", () => {
  const [row] = makeRows([{ clientId: "a", given: givenBy(group, "view-users") }]);
  expect(indirectOf(row).get("query-users")).toEqual([group]);
  expect(indirectOf(row).get("view-users")).toEqual([group]);
});

test("what is given to all is given to each account", () => {
  const rows = makeRows([{ clientId: "a" }, { clientId: "b" }], {
    givenToAll: givenBy(defaultRole, "view-events"),
  });
  expect(rows.map(({ held }) => held.map(({ name }) => name))).toEqual([
    ["view-events"],
    ["view-events"],
  ]);
});

test("the server's own answer about one account replaces what the survey worked out", () => {
  const accounts = [{ clientId: "a", mapped: ["view-events"] }, { clientId: "b" }];
  const key = rowKey(makeSurvey(accounts), accountName("a"));
  const effective = new Set<RoleKey>(["admin:view-events", "admin:view-realm"]);
  const [row, other] = makeRows(accounts, {}, new Map([[key, { effective, lastSignIn: 7 }]]));
  expect(row?.held.map(({ name }) => name)).toEqual(["view-events", "view-realm"]);
  // The survey doesn't look through composite roles of other clients: nothing tells where it comes from.
  expect(indirectOf(row)).toEqual(new Map([["view-realm", []]]));
  expect(row?.lastSignIn).toBe(7);
  expect(other).toMatchObject({ held: [], lastSignIn: undefined });
});

test("a realm role is an admin role only with a name from master", () => {
  const given = [
    { role: "realm:create-realm", source: composite },
    { role: "realm:offline_access", source: composite },
  ] as const;
  const [row] = makeRows([{ clientId: "a", given }], { isMaster: true });
  expect(row?.indirect.map(({ role }) => role)).toEqual([
    { container: "realm", name: "create-realm" },
  ]);
  expect(row?.held.map(({ name }) => name)).toEqual(["create-realm"]);
});

test.each([
  ["the time of the last one", { isRecorded: true, isComplete: false, seen: "a" }, 5],
  [
    "also where sign-ins are not recorded any more",
    { isRecorded: false, isComplete: true, seen: "a" },
    5,
  ],
  [
    "none in the days of the events, where all that is kept was read",
    { isRecorded: true, isComplete: true, seen: "b" },
    { noneInDays: 45 },
  ],
  [
    "nothing where there may be older ones",
    { isRecorded: true, isComplete: false, seen: "b" },
    undefined,
  ],
  [
    "nothing where they are not recorded",
    { isRecorded: false, isComplete: true, seen: "b" },
    undefined,
  ],
  [
    "nothing where that may not be seen",
    { isRecorded: undefined, isComplete: true, seen: "b" },
    undefined,
  ],
] as const)("of the last sign-in is told %s", (_, { isRecorded, isComplete, seen }, expected) => {
  const lastByClientId = new Map([[seen, 5]]);
  const signIns = signInsOf45Days({ isRecorded, isComplete, lastByClientId });
  const [row] = makeRows([{ clientId: "a", createdAt: 0 }], { signIns });
  expect(row?.lastSignIn).toEqual(expected);
});

test("the sign-in of a client that was renamed since is found by its account", () => {
  const lastByUserId = new Map([[userIdOf("a"), 7]]);
  const signIns = signInsOf45Days({ lastByUserId, lastByClientId: new Map([["a", 5]]) });
  const rows = makeRows([{ clientId: "a" }, { clientId: "b", createdAt: 0 }], { signIns });
  expect(rows.map(({ lastSignIn }) => lastSignIn)).toEqual([7, { noneInDays: 45 }]);
});

test("the server's answer about one account counts if not all sign-ins were read", () => {
  const accounts = [{ clientId: "a", createdAt: 0 }];
  const signIns = signInsOf45Days({ isComplete: false });
  const key = rowKey(makeSurvey(accounts), accountName("a"));
  const lastOf = (lastSignIn: number | "none" | undefined) => {
    const details = new Map([[key, { effective: new Set<RoleKey>(), lastSignIn }]]);
    return makeRows(accounts, { signIns }, details)[0]?.lastSignIn;
  };
  expect(lastOf("none")).toEqual({ noneInDays: 45 });
  expect(lastOf(9)).toBe(9);
  expect(lastOf(undefined)).toBeUndefined();
});

test.each<[string, Parameters<typeof makeRows>[0][number], unknown]>([
  ["was made before the oldest event", { clientId: "a", createdAt: 0 }, { noneInDays: 45 }],
  ["had its secret made before", { clientId: "a", secretCreatedAt: 0 }, { noneInDays: 45 }],
  [
    "is older than its new secret",
    { clientId: "a", createdAt: 0, secretCreatedAt: 9 },
    { noneInDays: 45 },
  ],
  ["was made after it", { clientId: "a", createdAt: 1, secretCreatedAt: 1 }, undefined],
  ["is of an unknown age", { clientId: "a" }, undefined],
])(
  "no sign-in is told only of an account as old as the events: one that %s",
  (_, account, expected) => {
    const [row] = makeRows([account], { signIns: signInsOf45Days() });
    expect(row?.lastSignIn).toEqual(expected);
  },
);

test("no sign-in is shown for an account whose client isn't read yet", () => {
  const survey = unread(makeSurvey([{ clientId: "a" }]));
  const signIns = signInsOf45Days({ lastByClientId: new Map([["a", 5]]) });
  expect(accountRows({ ...survey, signIns }, new Map())[0]?.lastSignIn).toBeUndefined();
});

test("names can be anything, and custom roles give no admin access", () => {
  const names = ["__proto__", "constructor", "<img src=x onerror=alert(1)>", "", "a:b", "ÄÖ😀"];
  const rows = makeRows(names.map((clientId) => ({ clientId, mapped: [clientId] })));
  expect(rows.map(({ clientId }) => clientId)).toEqual(names);
  expect(rows.flatMap(({ held, indirect }) => [...held, ...indirect])).toEqual([]);
});

test("keys differ by realm, by account and by the realm administered", () => {
  const survey = makeSurvey([]);
  const keys = [
    rowKey(survey, "1"),
    rowKey(survey, "2"),
    rowKey({ ...survey, administers: "other" }, "1"),
    rowKey({ ...survey, realm: "master" }, "1"),
    rowKey({ ...survey, realm: 'demo","1' }, ""),
  ];
  expect(new Set(keys).size).toBe(keys.length);
  expect(makeRows([{ clientId: "a" }])[0]?.key).toBe(rowKey(survey, accountName("a")));
});
