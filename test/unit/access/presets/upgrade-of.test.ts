import { expect, test } from "vitest";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import type { Preset, RoleReference } from "../../../../src/catalog/presets/presets.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const admin = (...names: readonly string[]): readonly RoleReference[] =>
  names.map((name) => ({ container: "admin", name }));

const lookup: Preset = {
  id: "user-lookup",
  group: "users",
  roles: admin("view-users", "view-realm"),
  formerly: [
    { changedIn: "3.0.0", roles: admin("view-users", "view-events") },
    { changedIn: "2.0.0", roles: admin("manage-users") },
  ],
};
const events: Preset = { id: "event-reader", group: "events", roles: admin("view-events") };

function upgradeOf(holding: Parameters<typeof makeSnapshot>[0], presets = [lookup]) {
  const [state] = presetStates(makeSnapshot(holding), presets);
  const { changedIn, lacking = [], left = [] } = state?.upgrade ?? {};
  const names = (roles: readonly RoleReference[]) => roles.map(({ name }) => name);
  return { changedIn, lacking: names(lacking), left: names(left) };
}

const nothing = { changedIn: undefined, lacking: [], left: [] };

test("for an account with a preset's former roles, added and removed roles are listed", () => {
  expect(upgradeOf({ mapped: ["view-users", "view-events"] })).toEqual({
    changedIn: "3.0.0",
    lacking: ["view-realm"],
    left: ["view-events"],
  });
  expect(upgradeOf({ mapped: ["manage-users"] })).toEqual({
    changedIn: "2.0.0",
    lacking: ["view-users", "view-realm"],
    left: ["manage-users"],
  });
});

test("removed roles are listed even if the current preset is applied", () => {
  const mapped = ["view-users", "view-realm", "view-events"];
  const onlyLeft = { changedIn: "3.0.0", lacking: [], left: ["view-events"] };
  expect(upgradeOf({ mapped })).toEqual(onlyLeft);
});

test("a role that another preset needs is not listed as leftover", () => {
  const mapped = ["view-users", "view-realm", "view-events"];
  expect(upgradeOf({ mapped }, [lookup, events])).toEqual(nothing);
});

test("an inherited role is neither missing nor leftover", () => {
  const holding = { mapped: ["view-users", "view-realm"], heldOtherwise: ["view-events"] };
  expect(upgradeOf(holding)).toEqual(nothing);
});

test("for an account with only part of the former roles, or none, nothing is listed", () => {
  expect(upgradeOf({ mapped: ["view-users"] })).toEqual(nothing);
  expect(upgradeOf({})).toEqual(nothing);
});

test("if the roles can't be seen, nothing is listed", () => {
  const hidden = { ...makeSnapshot({ mapped: ["manage-users"] }), isReadable: false };
  expect(presetStates(hidden, [lookup])[0]?.upgrade).toBeUndefined();
});

test("a preset that never changed says nothing of upgrades", () => {
  const { formerly: _, ...unchanged } = lookup;
  expect(upgradeOf({ mapped: ["view-users", "view-events"] }, [unchanged])).toEqual(nothing);
});
