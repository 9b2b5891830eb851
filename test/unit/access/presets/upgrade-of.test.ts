import { expect, test } from "vitest";
import { markerOfPreset } from "../../../../src/access/custom/marker.ts";
import { realmPresetOf } from "../../../../src/access/custom/realm-presets.ts";
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

function upgradeOf(
  holding: Parameters<typeof makeSnapshot>[0],
  presets: readonly Preset[] = [lookup],
) {
  const [state] = presetStates(makeSnapshot(holding), presets);
  const { version, lacking = [], left = [] } = state?.upgrade ?? {};
  const names = (roles: readonly RoleReference[]) => roles.map(({ name }) => name);
  return { version, lacking: names(lacking), left: names(left) };
}

const nothing = { version: undefined, lacking: [], left: [] };

test("for an account with a preset's former roles, added and removed roles are listed", () => {
  expect(upgradeOf({ mapped: ["view-users", "view-events"] })).toEqual({
    version: "3.0.0",
    lacking: ["view-realm"],
    left: ["view-events"],
  });
  expect(upgradeOf({ mapped: ["manage-users"] })).toEqual({
    version: "2.0.0",
    lacking: ["view-users", "view-realm"],
    left: ["manage-users"],
  });
});

test("removed roles are listed even if the current preset is applied", () => {
  const mapped = ["view-users", "view-realm", "view-events"];
  const onlyLeft = { version: "3.0.0", lacking: [], left: ["view-events"] };
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

const own = realmPresetOf(
  {
    ...{ id: "billing", name: "Billing", purpose: "", revision: 3 },
    roles: [{ client: "realm-management", role: "view-realm" }],
    formerly: [
      { revision: 2, roles: [{ client: "realm-management", role: "view-events" }] },
      { revision: 1, roles: [{ client: "realm-management", role: "manage-users" }] },
    ],
  },
  { adminClientId: "realm-management", isInMaster: false, visible: String },
);

const marked = (marker: string | undefined, mapped: readonly string[]) =>
  upgradeOf(
    {
      mapped,
      client: {
        markers: new Map(marker === undefined ? [] : [[markerOfPreset(own), marker]]),
      },
    },
    [own],
  );

test("of a preset of the realm, what changed since the revision that the client got is listed", () => {
  const mapped = ["view-events", "manage-users"];
  expect(marked("2", mapped)).toEqual({
    ...{ version: "2", lacking: ["view-realm"], left: ["view-events"] },
  });
  expect(marked("1", mapped)).toEqual({
    ...{ version: "1", lacking: ["view-realm"], left: ["manage-users"] },
  });
});

test("a role that the preset had before isn't one that it gained, though it is no longer assigned", () => {
  const admin = (role: string) => ({ client: "realm-management", role });
  const preset = realmPresetOf(
    {
      ...{ id: "billing", name: "Billing", purpose: "", revision: 2 },
      roles: [admin("view-realm"), admin("view-events")],
      formerly: [{ revision: 1, roles: [admin("view-events"), admin("query-groups")] }],
    },
    { adminClientId: "realm-management", isInMaster: false, visible: String },
  );
  const client = { markers: new Map([[markerOfPreset(preset), "1"]]) };
  expect(upgradeOf({ mapped: ["query-groups"], client }, [preset])).toEqual({
    ...{ version: "1", lacking: ["view-realm"], left: ["query-groups"] },
  });
  expect(upgradeOf({ mapped: ["view-realm"], client }, [preset])).toEqual(nothing);
});

test("a client that isn't marked, or has the revision of now, got nothing earlier, whatever its roles", () => {
  const mapped = ["view-events", "manage-users"];
  for (const marker of [undefined, "3", "4", "__proto__", ""]) {
    expect(marked(marker, mapped)).toEqual(nothing);
  }
});

test("a revision that isn't kept any more says nothing, and neither do roles that match", () => {
  expect(marked("0", ["view-events"])).toEqual(nothing);
  expect(marked("2", ["view-realm"])).toEqual(nothing);
});
