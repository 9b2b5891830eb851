import fc from "fast-check";
import { expect, test } from "vitest";
import { realmPresetOf } from "../../../../src/access/custom/realm-presets.ts";
import { resolveRoles } from "../../../../src/access/model/resolve-roles.ts";
import { dangerOfAdminRoles } from "../../../../src/access/model/risk.ts";
import { verdictOf } from "../../../../src/access/model/verdict-of.ts";
import type { PresetSet } from "../../../../src/access/question/presets-for-calls.ts";
import { recommendPresets } from "../../../../src/access/question/recommend-presets.ts";
import { callKey } from "../../../../src/catalog/calls/call-template.ts";
import { usualPairs } from "../../../../src/catalog/calls/usual-pairs.ts";
import { loadMinor, measuredMinors } from "../../../../src/catalog/measured/load-measurement.ts";
import type { MeasuredMatrix } from "../../../../src/catalog/measured/measured-matrix.ts";
import {
  type CuratedPresetId,
  type Preset,
  presets,
} from "../../../../src/catalog/presets/presets.ts";

async function matrixOf(minor: string): Promise<MeasuredMatrix> {
  const matrix = await loadMinor(minor);
  if (matrix === undefined) throw new Error(`${minor} was not measured.`);
  return matrix;
}

const newest = await matrixOf("26.7");
const source = { matrix: newest, presets: presets.filter(({ onlyIn }) => onlyIn === undefined) };
const idsOf = (set: PresetSet | undefined) => set?.map(({ id }) => id);
const rolesOf = (set: PresetSet) => set.flatMap(({ roles }) => roles.map(({ name }) => name));

function callsNamed(...keys: readonly string[]) {
  return keys.map((key) => {
    const call = newest.calls.find((it) => callKey(it) === key);
    if (call === undefined) throw new Error(`There is no ${key}.`);
    return call;
  });
}

test("of a call that comes alone the least dangerous preset is recommended, with all others that are enough", () => {
  const found = recommendPresets(callsNamed("GET/users"), source);
  expect(idsOf(found?.best.presets)).toEqual(["user-lookup"]);
  expect(found?.pair).toBeUndefined();
  const others = found?.others.map(({ presets: set }) => idsOf(set)?.join(" ")) ?? [];
  expect(others).toContain("user-management");
  expect(others.at(-1)).toBe("full-administration");
  expect(others).not.toContain("user-lookup");
});

test("a role mapping comes with the role that its body names, and the preset for both is recommended", () => {
  const found = recommendPresets(callsNamed("POST/users/{}/role-mappings/realm"), source);
  expect(idsOf(found?.best.presets)).toEqual(["user-management-with-realm-roles"]);
  expect(found?.pair).toMatchObject({ call: { path: "/roles/{role-name}" }, why: "roleBody" });
  const alone = found?.others.find(({ presets: set }) => idsOf(set)?.[0] === "user-management");
  expect(alone?.coversPair).toBe(false);
  expect(found?.others.at(-1)?.coversPair).toBe(true);
});

test("who names both calls is asked nothing more", () => {
  const both = callsNamed("POST/users/{}/role-mappings/realm", "GET/users");
  const found = recommendPresets(both, source);
  expect(idsOf(found?.best.presets)).toEqual(["user-management"]);
  expect(found?.pair).toBeUndefined();
});

test("where no preset covers both, the call alone is answered", () => {
  const lookup = presets.filter(({ id }) => id === "user-management");
  const calls = callsNamed("POST/users/{}/role-mappings/realm");
  const found = recommendPresets(calls, { ...source, presets: lookup });
  expect(found).toMatchObject({ pair: undefined, others: [], best: { coversPair: false } });
});

test("several presets are recommended where they do less harm together than one", () => {
  const preset = (id: CuratedPresetId, ...names: readonly string[]): Preset => ({
    ...{ id, group: "users", roles: names.map((name) => ({ container: "admin", name })) },
  });
  const some = [
    preset("realm-as-code", "view-users", "manage-realm"),
    preset("user-lookup", "view-users"),
    preset("realm-settings-reader", "view-realm"),
  ];
  const calls = callsNamed("GET/users", "GET/roles");
  const found = recommendPresets(calls, { ...source, presets: some });
  expect(idsOf(found?.best.presets)).toEqual(["user-lookup", "realm-settings-reader"]);
  expect(found?.others.map((it) => idsOf(it.presets))).toEqual([["realm-as-code"]]);
});

test("nothing is recommended where no preset is enough", () => {
  expect(recommendPresets(callsNamed("GET/users"), { ...source, presets: [] })).toBeUndefined();
  expect(recommendPresets([], source)).toBeUndefined();
});

test.each(measuredMinors)(
  "on %s every usual pair gets presets that cover both calls",
  async (minor) => {
    const matrix = await matrixOf(minor);
    const byKey = new Map(matrix.calls.map((call) => [callKey(call), call]));
    const uncovered = usualPairs.flatMap((pair) =>
      pair.calls.flatMap((key) => {
        const [call, partner] = [byKey.get(key), byKey.get(pair.partner)];
        if (call === undefined || partner === undefined) return [];
        const best = recommendPresets([call], { ...source, matrix })?.best.presets ?? [];
        const verdicts = [call, partner].map((it) => verdictOf(it, rolesOf(best), matrix));
        return verdicts.every((verdict) => verdict === "allowed") ? [] : [key];
      }),
    );
    expect(uncovered).toEqual([]);
  },
);

test("nothing that is enough does less harm than what is recommended", () => {
  fc.assert(
    fc.property(fc.subarray([...newest.calls], { minLength: 1, maxLength: 3 }), (calls) => {
      const found = recommendPresets(calls, source);
      if (found === undefined || found.pair !== undefined) return;
      const dangers = [found.best, ...found.others].map((it) =>
        dangerOfAdminRoles(resolveRoles(rolesOf(it.presets), newest.includes)),
      );
      expect(dangers).toEqual([...dangers].sort((a, b) => a - b));
    }),
    { numRuns: 50 },
  );
});

/** A preset of the realm with these roles, of the client with the admin roles and of an application. */
const own = (admin: readonly string[], ofOthers: readonly string[] = []) =>
  realmPresetOf(
    {
      ...{ id: "own", name: "Own", purpose: "", revision: 1, formerly: [] },
      roles: [
        ...admin.map((role) => ({ client: "realm-management", role })),
        ...ofOthers.map((role) => ({ client: "billing", role })),
      ],
    },
    { adminClientId: "realm-management", isInMaster: false, visible: String },
  );

const recommended = (preset: Preset) =>
  recommendPresets(callsNamed("GET/users"), { ...source, presets: [...source.presets, preset] });

test("roles of other clients allow no call of the Admin API, whatever they are called", () => {
  const found = recommended(own([], ["view-users", "realm-admin"]));
  expect(idsOf(found?.best.presets)).toEqual(["user-lookup"]);
  expect(found?.others.flatMap(({ presets: set }) => idsOf(set))).not.toContain("custom:own");
});

test("a preset of the realm with admin roles is among those that are enough, beside roles of other clients", () => {
  const found = recommended(own(["view-users"], ["write"]));
  const all = [found?.best, ...(found?.others ?? [])].flatMap((it) => idsOf(it?.presets) ?? []);
  expect(all).toContain("custom:own");
});

test("a preset of the realm that includes realm-admin within another role is never the best", () => {
  const plain = own(["view-users"]);
  const gives = [{ container: "admin", name: "realm-admin" }] as const;
  const wide = { ...plain, custom: { ...plain.custom, gives } };
  const found = recommended(wide);
  expect(idsOf(found?.best.presets)).toEqual(["user-lookup"]);
  expect(idsOf(found?.others.at(-1)?.presets)?.[0]).toMatch(/^(custom:own|full-administration)$/);
});
