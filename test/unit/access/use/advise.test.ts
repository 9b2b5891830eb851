import { expect, test } from "vitest";
import type { HeldRoles } from "../../../../src/access/model/held-admin-roles.ts";
import { resolveRoles } from "../../../../src/access/model/resolve-roles.ts";
import { type Advice, advise } from "../../../../src/access/use/advise.ts";
import { callKey } from "../../../../src/catalog/calls/call-template.ts";
import { loadMinor } from "../../../../src/catalog/measured/load-measurement.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";

const matrix = await loadMinor("26.7");
if (matrix === undefined) throw new Error("26.7 was not measured.");
const { includes } = matrix;

const usual = presets.filter(({ onlyIn }) => onlyIn === undefined);

const holding = (...roles: readonly string[]): HeldRoles => ({
  names: resolveRoles(roles, includes),
  reduced: new Set(),
  possible: new Set(),
});

function used(...keys: readonly string[]) {
  const all = [...(matrix?.calls ?? []), ...(matrix?.notCalled ?? [])];
  const calls = keys.map((key) => {
    const call = all.find((it) => callKey(it) === key);
    if (call === undefined) throw new Error(`There is no ${key}.`);
    const events = call.method === "GET" ? 0 : 1;
    return { call, events, lastEvent: events === 0 ? undefined : 1 };
  });
  return { calls, unrecognized: [] };
}

const idsIn = ({ presets: found }: Advice) => found?.presets.map(({ id }) => id);

test("a realm admin that only writes users is advised the preset for that, and what would go is told", () => {
  const use = used("POST/users", "PUT/users/{}", "GET/users");
  const advice = advise(use, { matrix, presets: usual, held: holding("realm-admin") });
  expect(idsIn(advice)).toEqual(["user-management"]);
  expect(advice.roles).toEqual(["manage-users"]);
  expect(advice).toMatchObject({ fromEvents: 2, fromLog: 1, deniedNow: [], notMeasured: [] });
  const lost = advice.difference?.lost.map(callKey) ?? [];
  expect(lost).toContain("POST/clients");
  expect(lost).not.toContain("POST/users");
  expect(advice.difference?.gained).toEqual([]);
});

test("nothing is advised for calls that are denied now: advice never gives back what was taken", () => {
  const use = used("POST/users", "POST/clients");
  const advice = advise(use, { matrix, presets: usual, held: holding("manage-users") });
  expect(idsIn(advice)).toEqual(["user-management"]);
  expect(advice.deniedNow.map(callKey)).toEqual(["POST/clients"]);
  expect(advice.difference).toEqual({ lost: [], gained: [] });
});

test("presets that allow something new aren't advised: others are, or roles", () => {
  const use = used("GET/admin/realms");
  const held = holding("create-client");
  const narrow = advise(use, { matrix, presets: usual, held });
  expect(idsIn(narrow)).toEqual(["client-registration"]);
  expect(narrow.difference?.gained).toEqual([]);
  const both = used("POST/groups", "POST/roles");
  const ofRoles = advise(both, {
    ...{ matrix, presets: usual },
    held: holding("manage-users", "manage-realm", "manage-clients"),
  });
  expect(idsIn(ofRoles)).toBeUndefined();
  expect(ofRoles.roles).toEqual(["manage-realm", "manage-users"]);
  expect(ofRoles.difference?.gained).toEqual([]);
  expect(ofRoles.difference?.lost.length).toBeGreaterThan(0);
});

test("roles that allow something new are advised where no others are enough, and that is told", () => {
  const use = used("GET/admin/realms");
  const held = { ...holding(), names: new Set(["query-clients"]) };
  const advice = advise(use, { matrix, presets: [], held });
  expect(advice.roles).toHaveLength(1);
});

test("where no preset is enough, roles are", () => {
  const use = used("POST/users");
  const advice = advise(use, { matrix, presets: [], held: holding("realm-admin") });
  expect(advice.presets).toBeUndefined();
  expect(advice.roles).toEqual(["manage-users"]);
  expect(advice.difference?.lost.length).toBeGreaterThan(0);
});

test("a call that no role gets all of doesn't keep others from being covered", () => {
  const use = used("GET/admin/serverinfo", "POST/users");
  const advice = advise(use, { matrix, presets: usual, held: undefined });
  expect(idsIn(advice)).toEqual(["user-management"]);
  expect(advice.roles).toEqual(["manage-users"]);
});

test("of logs alone nothing is known of what is held", () => {
  const advice = advise(used("GET/users"), { matrix, presets: usual, held: undefined });
  expect(idsIn(advice)).toEqual(["user-lookup"]);
  expect(advice.difference).toBeUndefined();
});

test("a used call that was not measured is told, and nothing is advised where nothing else is used", () => {
  const [unmeasured] = matrix.notCalled;
  if (unmeasured === undefined) throw new Error("All calls were measured.");
  const advice = advise(used(callKey(unmeasured)), { matrix, presets: usual, held: undefined });
  expect(advice.notMeasured).toEqual([unmeasured]);
  expect(advice).toMatchObject({ presets: undefined, roles: undefined, needed: [] });
});
