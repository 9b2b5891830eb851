import { expect, test } from "vitest";
import {
  missingClientScope,
  missingClientScopeGrant,
} from "../../../../src/access/model/client-scope-move.ts";
import type { Snapshot } from "../../../../src/access/model/snapshot.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const scope = { id: "scope-id", name: "kc-admin-api" };

/** A client with these default and optional client scopes, in a realm that has the Admin API's, or as said. */
const withScopes = (
  defaults: readonly string[],
  optional: readonly string[] = [],
  adminClientScope: Snapshot["adminClientScope"] = scope,
): Snapshot => ({
  ...makeSnapshot({
    client: {
      defaultClientScopes: new Set(defaults),
      optionalClientScopes: new Set(optional),
    },
  }),
  adminClientScope,
});

test("the Admin API's client scope is missing if the realm has it and the client doesn't", () => {
  expect(missingClientScope(withScopes(["basic"]))).toEqual(scope);
  expect(missingClientScope(withScopes(["basic", "kc-admin-api"]))).toBeUndefined();
});

test("as an optional one it is missing too: calls ask for nothing", () => {
  expect(missingClientScope(withScopes([], ["kc-admin-api"]))).toEqual(scope);
});

test.each([undefined, "notKnown"] as const)(
  "in a realm whose client scope is %s, nothing is missing",
  (adminClientScope) => {
    // A default would take the place of undefined.
    const snapshot = { ...withScopes([]), adminClientScope };
    expect(missingClientScope(snapshot)).toBeUndefined();
    expect(missingClientScopeGrant(snapshot)).toBeUndefined();
  },
);

test("what gives it says whether it was an optional one, since that takes one request more", () => {
  const grant = { place: "clientScope", clientScope: scope };
  expect(missingClientScopeGrant(withScopes([]))).toEqual({ ...grant, wasOptional: false });
  expect(missingClientScopeGrant(withScopes([], ["kc-admin-api"]))).toEqual({
    ...{ ...grant, wasOptional: true },
  });
});
