import { expect, test } from "vitest";
import type { Grant } from "../../../src/access/grant.ts";
import { planRest } from "../../../src/access/plan-rest.ts";
import { makeSnapshot } from "./make-snapshot.ts";

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
    add: [mapping("view-users"), mapping("view-events"), { place: "account" } as const],
    remove: [mapping("view-users"), mapping("view-realm")],
  };
  expect(planRest(change, snapshot)).toEqual({
    change: { add: [mapping("view-events")], remove: [mapping("view-users")] },
    gone: [],
  });
});

test("a role that was made again is given with its new id, and one that is gone is told", () => {
  const snapshot = makeSnapshot({ offered: ["view-events"] });
  const add = [mapping("view-events", "old id"), mapping("view-realm")];
  expect(planRest({ add, remove: [] }, snapshot)).toEqual({
    change: { add: [mapping("view-events")], remove: [] },
    gone: [mapping("view-realm")],
  });
});

test("a client scope is given where the realm has it, and is gone where it has none any more", () => {
  const change = { add: [clientScope], remove: [] };
  const having = { ...makeSnapshot(), adminClientScope };
  expect(planRest(change, having)).toEqual({ change, gone: [] });
  expect(planRest(change, { ...having, adminClientScope: undefined })).toEqual({
    change: { add: [], remove: [] },
    gone: [clientScope],
  });
});

test("the account is made whatever the realm's client scopes", () => {
  const change = { add: [{ place: "account" } as const], remove: [] };
  const without = { ...makeSnapshot(), serviceAccountUserId: undefined };
  expect(planRest(change, { ...without, adminClientScope: undefined })).toEqual({
    change,
    gone: [],
  });
});
