import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { markerOfPreset } from "../../../../src/access/custom/marker.ts";
import { realmPresetOf } from "../../../../src/access/custom/realm-presets.ts";
import { resolveStockRoles } from "../../../../src/access/model/resolve-roles.ts";
import { roleKey } from "../../../../src/access/model/snapshot.ts";
import { assessRoles } from "../../../../src/access/presets/assess-roles.ts";
import { presets, type RoleReference } from "../../../../src/catalog/presets/presets.ts";
import { adminRoles, masterRealmRoles } from "../../../../src/catalog/roles/admin-roles.ts";
import { admin } from "../make-survey.ts";

const realm = (name: string): RoleReference => ({ container: "realm", name });
const known = [...adminRoles.keys()].map(admin);
const offered = [...known, ...[...masterRealmRoles.keys()].map(realm)];
const some = fc.subarray(offered);
// Each set of roles is held against all presets, and mutation testing runs this for each mutant.
const fewRuns = { numRuns: 30 };

const assess = (mapped: readonly RoleReference[]) =>
  assessRoles(
    { mapped: new Set(mapped.map(roleKey)), effective: resolveStockRoles(mapped) },
    {
      roles: new Map(offered.map((role) => [roleKey(role), { ...role, id: `id of ${role.name}` }])),
    },
  );

const assessAdmin = (...names: readonly string[]) => assess(names.map(admin));

const namesOf = (roles: readonly RoleReference[]) => roles.map(({ name }) => name);

test("presets with all roles are listed, without those included in another one", () => {
  const { presets: applied, looseRoles, held } = assessAdmin("view-users", "view-realm");
  expect(applied.map(({ id }) => id)).toEqual(["access-review"]);
  expect(looseRoles).toEqual([]);
  expect(namesOf(held)).toEqual(["query-groups", "query-users", "view-realm", "view-users"]);
});

test("with realm-admin, only full administration is listed", () => {
  const { presets: applied } = assessAdmin("realm-admin", "view-events");
  expect(applied.map(({ id }) => id)).toEqual(["full-administration"]);
});

test("realm roles of master count like roles of the admin client", () => {
  const { presets: applied, looseRoles } = assess([realm("create-realm"), realm("offline_access")]);
  expect(applied.map(({ id }) => id)).toEqual(["realm-creation"]);
  expect(looseRoles).toEqual([]);
});

test.each([
  ["a half of whose roles is held", ["impersonation"], "support-impersonation", 1],
  [
    "that lacks the fewest of several",
    ["manage-realm", "manage-clients"],
    "realm-configuration",
    1,
  ],
  [
    "that lacks the fewest also where more is held of another",
    ["manage-organizations", "query-users"],
    "user-lookup",
    1,
  ],
  [
    "of which more is held where several lack as many",
    ["manage-realm", "manage-clients", "manage-users"],
    "realm-as-code",
    1,
  ],
])("begun is the preset %s", (_, names, id, missing) => {
  expect(assessAdmin(...names).begun).toMatchObject({
    preset: presets.find((preset) => preset.id === id),
    missing,
  });
});

test.each([
  ["less than a half of its roles is held", ["manage-realm"]],
  ["an applied preset explains what is held of it", ["view-users"]],
  ["nothing is held", []],
  ["all that is held is unknown", ["__proto__", "view-users:x"]],
])("no preset is begun where %s", (_, names) => {
  expect(assessAdmin(...names).begun).toBeUndefined();
});

test("unknown roles are outside any preset, whatever their names", () => {
  const { looseRoles, risk, danger } = assessAdmin("constructor", "__proto__", "a:b", "<img>");
  expect(namesOf(looseRoles)).toEqual(["<img>", "__proto__", "a:b", "constructor"]);
  expect(risk).toBeUndefined();
  expect(danger).toBe(0);
});

test("each role belongs to a listed preset or is outside any preset, never both", () => {
  fc.assert(
    fc.property(some, (mapped) => {
      const { presets: applied, looseRoles, held } = assess(mapped);
      const covered = resolveStockRoles(applied.flatMap(({ roles }) => roles));
      expect(held.map(roleKey).sort()).toEqual([...resolveStockRoles(mapped)].sort());
      expect(looseRoles).toEqual(held.filter((role) => !covered.has(roleKey(role))));
    }),
    fewRuns,
  );
});

test("what is missing of a begun preset is counted right, and is half of it at most", () => {
  fc.assert(
    fc.property(some, (mapped) => {
      const { begun, held, looseRoles } = assess(mapped);
      if (begun === undefined) return;
      const keys = new Set(held.map(roleKey));
      const { roles } = begun.preset;
      expect(roles.filter((role) => !keys.has(roleKey(role)))).toHaveLength(begun.missing);
      expect(begun.held + begun.missing).toBe(roles.length);
      expect(2 * begun.missing).toBeLessThanOrEqual(roles.length);
      const loose = new Set(looseRoles.map(roleKey));
      expect(roles.some((role) => loose.has(roleKey(role)))).toBe(true);
    }),
    fewRuns,
  );
});

test("the risk is that of all roles, with all their consequences", () => {
  const { risk, consequences } = assessAdmin("manage-events", "view-users");
  expect(risk?.level).toBe("critical");
  expect(risk?.consequences.map(({ id }) => id)).toEqual([
    "becomesAdminByEvents",
    "erasesAuditTrail",
  ]);
  expect(consequences).toEqual(
    new Set([
      ...["becomesAdminByEvents", "erasesAuditTrail", "readsSignIns"],
      ...["readsPersonalData", "guessesPersonalData", "readsCounts"],
    ]),
  );
});

test("the worst consequence decides the risk, then the next", () => {
  const leastFirst = [
    [],
    ["query-users"],
    ["view-users"],
    ["manage-authorization"],
    ["view-events"],
    ["manage-events"],
    ["manage-users"],
    ["manage-users", "view-events"],
    ["manage-realm"],
    ["realm-admin"],
  ].map((names) => assessAdmin(...names).danger);
  expect(leastFirst).toEqual([...new Set(leastFirst)].sort((a, b) => a - b));
  expect(leastFirst[0]).toBe(0);
});

test("another role never lowers the danger", () => {
  fc.assert(
    fc.property(some, some, (roles, more) => {
      expect(assess([...roles, ...more]).danger).toBeGreaterThanOrEqual(assess(roles).danger);
    }),
    fewRuns,
  );
});

test("nothing without realm-admin is as dangerous as realm-admin, and nothing is more", () => {
  const worst = assessAdmin("realm-admin").danger;
  const below = known.filter(({ name }) => name !== "realm-admin");
  expect(assess(below).danger).toBeLessThan(worst);
  const forAdmins = known.filter(({ name }) => name !== "create-organization");
  expect(assess(forAdmins).danger).toBe(worst);
});

test.each([
  ["roles that no single preset has together", ["manage-users", "view-events"], true],
  ["roles that only full administration has together", ["manage-users", "manage-events"], true],
  ["a part of one preset", ["query-users", "view-realm"], false],
  ["realm-admin", ["realm-admin"], false],
  ["realm-admin and what comes with it", ["realm-admin", "view-events"], false],
  ["nothing", [], false],
])("of %s it is told whether that is wide", (_, names, isWide) => {
  expect(assessAdmin(...names).isWide).toBe(isWide);
});

test("the roles of a single preset are never wide", () => {
  expect(presets.filter(({ roles }) => assess(roles).isWide).map(({ id }) => id)).toEqual([]);
});

test("an administrator of master is not wide, but a client that makes realms and reads users is", () => {
  expect(assess([realm("admin"), admin("view-users")]).isWide).toBe(false);
  expect(assess([realm("create-realm"), admin("view-users")]).isWide).toBe(true);
});

test("a changed preset is outdated if the account has its former roles", async () => {
  const formerly = [{ changedIn: "2.0.0", roles: [admin("view-events"), admin("query-users")] }];
  vi.resetModules();
  vi.doMock("../../../../src/catalog/presets/presets.ts", async (original) => ({
    ...(await original<object>()),
    presets: presets.map((preset) =>
      preset.id === "event-reader" ? { ...preset, formerly } : preset,
    ),
  }));
  const changed = await import("../../../../src/access/presets/assess-roles.ts");
  vi.doUnmock("../../../../src/catalog/presets/presets.ts");
  // Other files must not import what was made of the mock.
  vi.resetModules();
  const outdatedOf = (...names: readonly string[]) => {
    const roles = new Map(known.map((role) => [roleKey(role), { ...role, id: role.name }]));
    const mapped = names.map(admin);
    const { outdated } = changed.assessRoles(
      { mapped: new Set(mapped.map(roleKey)), effective: resolveStockRoles(mapped) },
      { roles },
    );
    return outdated.map(({ id }) => id);
  };
  expect(outdatedOf("view-events", "query-users")).toEqual(["event-reader"]);
  expect(outdatedOf("view-events")).toEqual([]);
  expect(assessAdmin("view-events", "query-users").outdated).toEqual([]);
});

const billing = realmPresetOf(
  {
    ...{ id: "billing", name: "Billing", purpose: "", revision: 2 },
    roles: [
      { client: "realm-management", role: "view-users" },
      { client: "billing", role: "write" },
    ],
    formerly: [{ revision: 1, roles: [{ client: "realm-management", role: "view-users" }] }],
  },
  { adminClientId: "realm-management", isInMaster: false, visible: String },
);
const write: RoleReference = { container: "client/billing", name: "write" };

const assessWithOwn = (
  held: readonly RoleReference[],
  markers: Readonly<Record<string, string>> = {},
) => {
  const roles = [...offered, write].map((role) => [roleKey(role), { ...role, id: "id" }] as const);
  const {
    presets: applied,
    outdated,
    looseRoles,
    risk,
  } = assessRoles(
    {
      mapped: new Set(held.map(roleKey)),
      effective: resolveStockRoles(held),
      markers: new Map(Object.entries(markers)),
    },
    { roles: new Map(roles), ownPresets: [billing] },
  );
  const ids = (some: typeof applied) => some.map(({ id }) => id);
  return { applied: ids(applied), outdated: ids(outdated), loose: namesOf(looseRoles), risk };
};

test("a preset of the realm is listed where all of its roles are assigned, those of other clients too", () => {
  expect(assessWithOwn([admin("view-users")]).applied).toEqual(["user-lookup"]);
  const { applied, loose } = assessWithOwn([admin("view-users"), write]);
  expect(applied).toContain("custom:billing");
  expect(loose).toEqual([]);
});

test("roles of other clients are neither a risk nor outside any preset", () => {
  const { applied, loose, risk } = assessWithOwn([write]);
  expect([applied, loose, risk]).toEqual([[], [], undefined]);
});

test("a preset of the realm is outdated where the client says that it got an earlier revision", () => {
  const marker = markerOfPreset(billing);
  const outdated = (value: string) =>
    assessWithOwn([admin("view-users")], { [marker]: value }).outdated;
  expect(outdated("1")).toEqual(["custom:billing"]);
  expect(["2", "3", "", "x", "-1", "1e0.5"].flatMap(outdated)).toEqual([]);
  expect(assessWithOwn([admin("view-users")]).outdated).toEqual([]);
});
