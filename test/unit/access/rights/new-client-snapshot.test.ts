import { describe, expect, test } from "vitest";
import type { FinePermissions } from "../../../../src/access/model/fine-permissions.ts";
import { heldAdminRoles } from "../../../../src/access/model/held-admin-roles.ts";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import {
  lackingToCreate,
  type NewClientRealm,
  newClientSnapshot,
} from "../../../../src/access/rights/new-client-snapshot.ts";
import type { PresetId } from "../../../../src/catalog/presets/presets.ts";
import { adminRoles } from "../../../../src/catalog/roles/admin-roles.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const everyRole = new Set(adminRoles.keys());
const off: FinePermissions = { kind: "off" };
const on: FinePermissions = { kind: "on", permissionsClientUuid: "uuid" };

const realmOf = (
  ownRoles: ReadonlySet<string> | undefined,
  finePermissions: FinePermissions = off,
): NewClientRealm => {
  const { roles, contents, adminClient, isMaster } = makeSnapshot();
  return { roles, contents, adminClient, isMaster, ownRoles, finePermissions };
};

const place = { realm: "demo", administers: "demo" };

function stateOf(id: PresetId, known: NewClientRealm) {
  const states = presetStates(newClientSnapshot(known, place));
  return states.find(({ preset }) => preset.id === id)?.status.kind;
}

test("a client that is not made yet holds nothing", () => {
  const snapshot = newClientSnapshot(realmOf(everyRole), place);
  expect(heldAdminRoles(snapshot).names).toEqual(new Set());
  expect(snapshot.policySubject).toBeUndefined();
});

test("a policy is asked about it as soon as it has a name", () => {
  const snapshot = newClientSnapshot(realmOf(everyRole), { ...place, clientId: "billing" });
  expect(snapshot.policySubject).toEqual({ ...place, clientId: "billing" });
});

describe("what the administrator may grant it", () => {
  test("is what they have themselves", () => {
    const known = realmOf(new Set(["manage-users", "view-users", "query-users"]));
    expect(stateOf("user-lookup", known)).toBe("missing");
    expect(stateOf("event-reader", known)).toBe("notGrantable");
  });

  test("is also what Keycloak lets them assign without having it, as in the tab", () => {
    const known = realmOf(new Set(["manage-users", "manage-events"]));
    expect(stateOf("user-lookup", known)).toBe("missing");
    expect(stateOf("event-reader", known)).toBe("missing");
    expect(stateOf("identity-provider-lookup", known)).toBe("notGrantable");
  });

  test("is nothing without manage-users", () => {
    expect(stateOf("user-lookup", realmOf(new Set(["view-users", "query-users"])))).toBe(
      "notGrantable",
    );
  });

  test("is all for administrators of the server, who lack the realm's own realm-admin", () => {
    const known = realmOf(new Set([...everyRole].filter((name) => name !== "realm-admin")));
    expect(stateOf("full-administration", known)).toBe("missing");
  });

  test.each([
    ["the own roles aren't known", realmOf(undefined)],
    ["fine-grained permissions may allow it", realmOf(new Set(), on)],
  ])("isn't held back where %s", (_, known) => {
    expect(stateOf("event-reader", known)).toBe("missing");
  });
});

describe("what is lacking to create a client", () => {
  test.each([
    [["manage-clients", "manage-users"], []],
    [["manage-clients"], ["manage-users"]],
    [["view-clients"], ["manage-clients", "manage-users"]],
  ])("of %j it is %j", (own, lacking) => {
    expect(lackingToCreate({ ownRoles: new Set(own), finePermissions: off })).toEqual(lacking);
  });

  test("is nothing where permissions may stand in for roles, or the roles aren't known", () => {
    expect(lackingToCreate({ ownRoles: new Set(), finePermissions: on })).toEqual([]);
    expect(lackingToCreate({ ownRoles: undefined, finePermissions: off })).toEqual([]);
  });
});
