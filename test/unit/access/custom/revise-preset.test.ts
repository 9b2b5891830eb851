import { expect, test } from "vitest";
import { compareRoles, revisePreset } from "../../../../src/access/custom/revise-preset.ts";

const a = { role: "a" };
const b = { client: "billing", role: "a" };
const c = { client: "billing", role: "c" };

const stored = { id: "x", name: "X", purpose: "", roles: [a, b], revision: 3, formerly: [] };

test("a change of roles raises the revision and keeps the former roles", () => {
  const formerly = [3, 2, 1].map((revision) => ({ revision, roles: [c] }));
  const revised = revisePreset({ ...stored, formerly, revision: 4 }, { ...stored, roles: [a, c] });
  expect(revised.revision).toBe(5);
  expect(revised.roles).toEqual([a, c]);
  expect(revised.formerly).toEqual([{ revision: 4, roles: [a, b] }, ...formerly]);
});

test("the five newest lists of former roles are kept", () => {
  const formerly = [5, 4, 3, 2, 1].map((revision) => ({ revision, roles: [c] }));
  const revised = revisePreset({ ...stored, formerly, revision: 6 }, { ...stored, roles: [a] });
  expect(revised.formerly.map(({ revision }) => revision)).toEqual([6, 5, 4, 3, 2]);
});

test("another name, or the same roles in another order, is the same revision", () => {
  const wanted = { name: "Y", purpose: "why", roles: [b, a] };
  expect(revisePreset(stored, wanted)).toEqual({ ...stored, name: "Y", purpose: "why" });
});

test("roles of the realm and of clients are told apart by container and name", () => {
  expect(compareRoles([a, b], [b, c])).toEqual({ gained: [c], lost: [a] });
});
