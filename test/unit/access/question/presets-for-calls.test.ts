import fc from "fast-check";
import { expect, test } from "vitest";
import { verdictOf } from "../../../../src/access/model/verdict-of.ts";
import { presetsForCalls } from "../../../../src/access/question/presets-for-calls.ts";
import {
  type CuratedPresetId,
  type Preset,
  presets as stockPresets,
} from "../../../../src/catalog/presets/presets.ts";
import { callsOf, sampleMatrix } from "../sample-matrix.ts";

const matrix = sampleMatrix();

const preset = (id: CuratedPresetId, ...roles: readonly string[]): Preset => ({
  id,
  group: "users",
  roles: roles.map((name) => ({ container: "admin", name })),
});

const idsFor = (presets: readonly Preset[], ...names: readonly string[]) =>
  presetsForCalls(callsOf(matrix, ...names), matrix, presets).map((set) => set.map(({ id }) => id));

const lookup = preset("user-lookup", "view-users", "query-users");
const management = preset("user-management", "manage-users");
const settings = preset("realm-settings-reader", "view-realm");
const secrets = preset("client-and-secret-reader", "view-clients");
const everything = preset("full-administration", "realm-admin");

test("lists the presets that allow a call on their own, lowest risk first", () => {
  expect(idsFor([management, lookup, settings], "GET /users")).toEqual([
    ["user-lookup"],
    ["user-management"],
  ]);
});

test("leaves out a preset that gives more than another answer and lacks nothing of it", () => {
  const wide = preset("realm-as-code", "view-users", "view-realm");
  expect(idsFor([wide, lookup], "GET /users")).toEqual([["user-lookup"]]);
  expect(idsFor([wide, lookup], "GET /users", "GET /roles")).toEqual([["realm-as-code"]]);
});

test("lists the smallest set of presets if no single one is enough", () => {
  const all = [secrets, settings, lookup, everything];
  expect(idsFor(all, "GET /users", "GET /roles")).toEqual([
    ["realm-settings-reader", "user-lookup"],
  ]);
  expect(idsFor(all, "GET /users", "GET /roles", "GET /clients")).toEqual([
    ["client-and-secret-reader", "realm-settings-reader", "user-lookup"],
  ]);
});

test("names presets that allow a call together only", () => {
  const half = preset("usage-statistics", "impersonation");
  expect(idsFor([half, lookup], "POST /users/{user-id}/impersonation")).toEqual([
    ["usage-statistics", "user-lookup"],
  ]);
});

test("lists a larger set last if it has less risk", () => {
  const both = preset("access-review", "view-users", "manage-realm");
  expect(idsFor([both, lookup, settings], "GET /users", "GET /roles")).toEqual([
    ["access-review"],
    ["user-lookup", "realm-settings-reader"],
  ]);
});

test("lists a preset with realm-admin only if nothing else is enough", () => {
  expect(idsFor([everything, lookup], "GET /users")).toEqual([["user-lookup"]]);
  expect(idsFor([everything, lookup], "DELETE /admin/realms/{realm}")).toEqual([
    ["full-administration"],
  ]);
  expect(idsFor([everything, lookup], "GET /roles")).toEqual([["full-administration"]]);
});

test("leaves out presets with a role that the version does not know, and those of the realm's own roles", () => {
  const foreign = preset("organization-creation", "view-users", "create-organization");
  const ofRealm: Preset = {
    id: "realm-creation",
    group: "realm",
    roles: [{ container: "realm", name: "view-users" }],
  };
  expect(idsFor([foreign, ofRealm], "GET /users")).toEqual([]);
});

test("lists nothing if no role allows a call, or without calls", () => {
  expect(idsFor([everything, lookup], "GET /broken")).toEqual([]);
  expect(idsFor([everything, lookup])).toEqual([]);
  expect(idsFor([], "GET /users")).toEqual([]);
});

test("whatever is asked for, the presets of an answer allow it all together", () => {
  fc.assert(
    fc.property(
      fc.subarray([...matrix.calls], { maxLength: 6 }),
      fc.subarray([...stockPresets]),
      (calls, some) => {
        for (const set of presetsForCalls(calls, matrix, some)) {
          const roles = set.flatMap((it) => it.roles.map(({ name }) => name));
          expect(set.length).toBeLessThanOrEqual(3);
          for (const call of calls) expect(verdictOf(call, roles, matrix)).toBe("allowed");
        }
      },
    ),
  );
});
