import { expect, test } from "vitest";
import type { Grant } from "../../../../src/access/model/grant.ts";
import { remainingChange } from "../../../../src/access/plan/remaining-change.ts";
import { makeSnapshot, withoutAccount } from "../make-snapshot.ts";

const adminClientScope = { id: "scope-id", name: "kc-admin-api" };
const clientScope: Grant = {
  place: "clientScope",
  clientScope: adminClientScope,
  wasOptional: false,
};
const mapping = (name: string, id = `id of ${name}`): Grant => ({
  place: "mapping",
  role: { container: "admin", name, id },
});

test("what is done already is not done again", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users"] });
  const change = {
    add: [
      mapping("view-users"),
      mapping("view-events"),
      { place: "account", wasPublic: false } as const,
    ],
    remove: [mapping("view-users"), mapping("view-realm")],
  };
  expect(remainingChange(change, snapshot)).toEqual({
    change: { add: [mapping("view-events")], remove: [mapping("view-users")] },
    gone: [],
  });
});

test("a recreated role is assigned with its new id, and a deleted one is reported", () => {
  const snapshot = makeSnapshot({ offered: ["view-events"] });
  const add = [mapping("view-events", "old id"), mapping("view-realm")];
  expect(remainingChange({ add, remove: [] }, snapshot)).toEqual({
    change: { add: [mapping("view-events")], remove: [] },
    gone: [mapping("view-realm")],
  });
});

test("a client scope is added if the realm has it, and gone if it was deleted", () => {
  const change = { add: [clientScope], remove: [] };
  const having = { ...makeSnapshot(), adminClientScope };
  expect(remainingChange(change, having)).toEqual({ change, gone: [] });
  expect(remainingChange(change, { ...having, adminClientScope: undefined })).toEqual({
    change: { add: [], remove: [] },
    gone: [clientScope],
  });
});

test("a recreated client scope is added and removed with its new id", () => {
  const again = { id: "new id", name: adminClientScope.name };
  const now: Grant = { place: "clientScope", clientScope: again, wasOptional: false };
  const lacking = { ...makeSnapshot(), adminClientScope: again };
  expect(remainingChange({ add: [clientScope], remove: [] }, lacking).change.add).toEqual([now]);
  const client = { defaultClientScopes: new Set([again.name]) };
  const having = { ...makeSnapshot({ client }), adminClientScope: again };
  expect(remainingChange({ add: [], remove: [clientScope] }, having).change.remove).toEqual([now]);
});

test("removing a formerly optional client scope ends when it is optional again", () => {
  const moved = { ...clientScope, wasOptional: true };
  const remove = (optional: readonly string[], wasOptional: boolean) => {
    const client = { optionalClientScopes: new Set(optional) };
    const snapshot = { ...makeSnapshot({ client }), adminClientScope };
    const grant = { ...clientScope, wasOptional };
    return remainingChange({ add: [], remove: [grant] }, snapshot).change.remove;
  };
  expect(remove([], true)).toEqual([moved]);
  expect(remove([adminClientScope.name], true)).toEqual([]);
  expect(remove([], false)).toEqual([]);
});

test("a client scope that became optional meanwhile is moved back", () => {
  const client = { optionalClientScopes: new Set([adminClientScope.name]) };
  const snapshot = { ...makeSnapshot({ client }), adminClientScope };
  expect(remainingChange({ add: [clientScope], remove: [] }, snapshot).change.add).toEqual([
    { ...clientScope, wasOptional: true },
  ]);
});

test("the account is enabled regardless of the realm's client scopes", () => {
  const change = { add: [{ place: "account", wasPublic: false } as const], remove: [] };
  const without = withoutAccount(makeSnapshot());
  expect(remainingChange(change, { ...without, adminClientScope: undefined })).toEqual({
    change,
    gone: [],
  });
});
