import fc from "fast-check";
import { expect, test } from "vitest";
import { roleKey, type Snapshot } from "../../../../src/access/model/snapshot.ts";
import { isApplicable, presetStates } from "../../../../src/access/presets/preset-state.ts";
import { adminRoles } from "../../../../src/catalog/roles/admin-roles.ts";
import { makeSnapshot } from "../make-snapshot.ts";

function statusOf(snapshot: Snapshot, id: string) {
  return presetStates(snapshot).find(({ preset }) => preset.id === id)?.status;
}

test("a preset without any assigned role misses all of them", () => {
  expect(statusOf(makeSnapshot(), "user-lookup")).toEqual({ kind: "missing", count: 2, held: 0 });
});

test("a preset is applied when each role is mapped or comes with one that is", () => {
  expect(statusOf(makeSnapshot({ mapped: ["view-users"] }), "user-lookup")?.kind).toBe("applied");
});

test("a preset inherited from a group is applied too", () => {
  const snapshot = makeSnapshot({ heldOtherwise: ["view-events"] });
  expect(statusOf(snapshot, "event-reader")?.kind).toBe("applied");
});

test("a preset comes with an applied one that gives all it gives and more", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users", "view-realm"] });
  expect(statusOf(snapshot, "user-lookup")).toMatchObject({
    kind: "includedIn",
    preset: { id: "access-review" },
  });
});

test("with realm-admin every other preset comes with Full administration", () => {
  const states = presetStates(makeSnapshot({ mapped: ["realm-admin"] }));
  const included = states.filter(({ status }) => status.kind === "includedIn");
  expect(statusOf(makeSnapshot({ mapped: ["realm-admin"] }), "full-administration")?.kind).toBe(
    "applied",
  );
  expect(included.length).toBeGreaterThan(20);
});

test("a preset whose roles the client's scope filters out is never applied", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users", "query-users"], inScope: ["view-users"] });
  expect(statusOf(snapshot, "user-lookup")).toMatchObject({
    kind: "outOfScope",
    roles: [{ name: "query-users" }],
  });
});

test("a preset isn't called applied or denied if this administrator can't see its roles in the scope", () => {
  const snapshot = makeSnapshot({
    mapped: ["view-users", "query-users"],
    inScope: ["view-users"],
    unseenScope: ["admin"],
  });
  const status = statusOf(snapshot, "user-lookup");
  expect(status).toMatchObject({ kind: "scopeNotKnown", roles: [{ name: "query-users" }] });
  expect(status === undefined || isApplicable(status)).toBe(false);
});

test("a preset with a role that this administrator may not grant is not offered", () => {
  const snapshot = makeSnapshot({ ungrantable: ["view-realm"] });
  expect(statusOf(snapshot, "access-review")).toMatchObject({
    kind: "notGrantable",
    roles: [{ name: "view-realm" }],
  });
});

test("a preset with a role that the server does not have is not available", () => {
  const snapshot = makeSnapshot({ offered: ["view-users", "query-users"] });
  expect(statusOf(snapshot, "organization-lookup")?.kind).toBe("unavailable");
});

test("an applied preset always has each of its roles in effect and in scope", () => {
  const some = fc.subarray([...adminRoles.keys()]);
  fc.assert(
    fc.property(some, some, fc.option(some, { nil: undefined }), (mapped, heldOtherwise, scope) => {
      const snapshot = makeSnapshot({
        mapped,
        heldOtherwise,
        ...(scope === undefined ? {} : { inScope: scope }),
      });
      for (const { preset, status } of presetStates(snapshot)) {
        if (status.kind !== "applied" && status.kind !== "includedIn") continue;
        for (const role of preset.roles.map(roleKey)) {
          expect(snapshot.effective.has(role)).toBe(true);
          expect(snapshot.inScope?.has(role) ?? true).toBe(true);
        }
      }
    }),
  );
});

const isLookupApplicable = (...mapped: readonly string[]) =>
  presetStates(makeSnapshot({ mapped })).some(
    ({ preset, status }) => preset.id === "user-lookup" && isApplicable(status),
  );

test("a preset of which a role is missing can be applied", () => {
  expect(isLookupApplicable("query-users")).toBe(true);
});

test("a preset that is applied, or comes with one that is, can't be applied again", () => {
  expect(isLookupApplicable("view-users")).toBe(false);
  expect(isLookupApplicable("realm-admin")).toBe(false);
});

test("if the roles are assigned but don't count, applying the preset changes that", () => {
  expect(isApplicable({ kind: "outOfScope", roles: [] })).toBe(true);
  const clientScope = { id: "scope-id", name: "organization" };
  expect(isApplicable({ kind: "lacksClientScope", clientScope })).toBe(true);
});
