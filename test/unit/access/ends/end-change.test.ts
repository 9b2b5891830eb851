import { expect, test } from "vitest";
import { changeOfEnds, endChange, reverseEnds } from "../../../../src/access/ends/end-change.ts";
import type { RoleKey } from "../../../../src/access/model/snapshot.ts";

const role = (name: string) => ({ container: "admin", id: name, name }) as const;
const mapping = (name: string) => ({ place: "mapping", role: role(name) }) as const;
const none = { add: [], remove: [] };
const noRoles: ReadonlySet<RoleKey> = new Set();
const noEnds: ReadonlyMap<RoleKey, number> = new Map();
const ends = (...all: readonly (readonly [string, number])[]) =>
  new Map(all.map(([name, at]) => [`admin:${name}` as const, at]));
/** All roles that these tests name are assigned, unless one says otherwise. */
const mapped: ReadonlySet<RoleKey> = new Set(
  ["a", "b", "shared", "sooner", "later", "permanent"].map((name) => `admin:${name}` as const),
);
const asked = { change: none, given: [], current: noEnds, mapped, needed: noRoles } as const;

const after = (it: Parameters<typeof changeOfEnds>[0]) => {
  const found = changeOfEnds(it);
  return found && Object.fromEntries(found.after);
};

test("roles that are assigned end as it is asked", () => {
  const change = { add: [mapping("a"), mapping("b")], remove: [] };
  const given = [role("a"), role("b")];
  expect(after({ ...asked, change, given, end: 7 })).toEqual({ "admin:a": 7, "admin:b": 7 });
  expect(after({ ...asked, change, given, end: undefined })).toBe(undefined);
  expect(after({ ...asked, change, given, end: "unchanged" })).toBe(undefined);
});

test("a role that is assigned again loses the end that an earlier one left", () => {
  const change = { add: [mapping("a")], remove: [] };
  const found = changeOfEnds({
    ...asked,
    change,
    given: [role("a")],
    end: undefined,
    current: ends(["a", 5]),
  });
  expect(found && [Object.fromEntries(found.before), Object.fromEntries(found.after)]).toEqual([
    { "admin:a": 5 },
    { "admin:a": undefined },
  ]);
});

test("a role that is unassigned loses its end, and another place's grant has none", () => {
  const scope = { place: "scope", role: role("b") } as const;
  const change = { add: [], remove: [mapping("a"), scope] };
  expect(after({ ...asked, change, end: "unchanged", current: ends(["a", 5], ["b", 5]) })).toEqual({
    "admin:a": undefined,
  });
});

test("a role that is shared with what is applied ends no sooner than that", () => {
  const change = { add: [mapping("new")], remove: [] };
  const given = [role("new"), role("sooner"), role("later"), role("permanent")];
  const current = ends(["sooner", 3], ["later", 9]);
  expect(after({ ...asked, change, given, end: 7, current })).toEqual({
    "admin:new": 7,
    "admin:sooner": 7,
  });
  expect(after({ ...asked, change, given, end: undefined, current })).toEqual({
    "admin:sooner": undefined,
    "admin:later": undefined,
  });
});

test("presets that are applied already get the end that is asked for, but not roles that others need", () => {
  const given = [role("a"), role("shared")];
  const needed: ReadonlySet<RoleKey> = new Set(["admin:shared"]);
  expect(after({ ...asked, given, end: 7, needed })).toEqual({ "admin:a": 7 });
  const current = ends(["a", 7]);
  expect(after({ ...asked, given, end: undefined, needed, current })).toEqual({
    "admin:a": undefined,
  });
  expect(after({ ...asked, given, end: "unchanged", needed, current })).toBe(undefined);
});

test("what is as wanted already is no change, and the way back of one is its reverse", () => {
  expect(endChange(ends(["a", 7]), ends(["a", 7]))).toBe(undefined);
  const change = endChange(noEnds, ends(["a", 7]));
  expect(change && reverseEnds(change)).toEqual({
    before: new Map([["admin:a", 7]]),
    after: new Map([["admin:a", undefined]]),
  });
});

test("a role that another one includes can't end on its own", () => {
  expect(after({ ...asked, given: [role("a")], end: 7, mapped: noRoles })).toBe(undefined);
});
