import fc from "fast-check";
import { expect, test } from "vitest";
import { planApply, planRemove, planUndo } from "../../../src/access/plan-change.ts";
import { isIncludedIn, presetStates } from "../../../src/access/preset-state.ts";
import { settleChange } from "../../../src/access/settle-change.ts";
import { type RoleChange, type RoleKey, roleKey } from "../../../src/access/snapshot.ts";
import { adminRoles } from "../../../src/catalog/admin-roles.ts";
import { type Preset, presets } from "../../../src/catalog/presets.ts";
import { makeSnapshot } from "./make-snapshot.ts";

const presetOf = (id: string): Preset => {
  const preset = presets.find((candidate) => candidate.id === id);
  if (preset === undefined) throw new Error(`There is no preset ${id}.`);
  return preset;
};

const hostile = ["__proto__", "..", "a/b", "constructor", "realm:x", "\u0000", "\u202e", ""];
const someRoles = fc.subarray([...adminRoles.keys(), ...hostile]);
const anyPreset = fc.constantFrom(...presets.filter(({ onlyIn }) => onlyIn === undefined));

/** What the server has mapped after a change. */
function serverAfter(mapped: ReadonlySet<RoleKey>, { add, remove }: RoleChange) {
  const after = new Set([...mapped, ...add.map(roleKey)]);
  for (const role of remove) after.delete(roleKey(role));
  return after;
}

const namesOf = (roles: readonly { name: string }[]) => roles.map(({ name }) => name).sort();

test("Apply adds what is missing of the preset, and nothing that is in effect already", () => {
  const { add, remove } = planApply(
    presetOf("access-review"),
    makeSnapshot({ mapped: ["view-users"] }),
  );
  expect(namesOf(add)).toEqual(["view-realm"]);
  expect(remove).toEqual([]);
});

test("Remove leaves what an applied preset beyond it needs, and names that preset", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users", "view-events", "view-realm"] });
  const removal = planRemove(presetOf("access-review"), snapshot, presetStates(snapshot));
  expect(namesOf(removal.change.remove)).toEqual(["view-realm"]);
  expect(removal.kept).toMatchObject([
    { role: { name: "view-users" }, neededBy: { id: "event-reader-with-user-names" } },
  ]);
});

test("Remove names the presets that end with it", () => {
  const snapshot = makeSnapshot({ mapped: ["view-users", "view-realm"] });
  const removal = planRemove(presetOf("access-review"), snapshot, presetStates(snapshot));
  expect(namesOf(removal.change.remove)).toEqual(["view-realm", "view-users"]);
  expect(removal.alsoEnds.map(({ id }) => id)).toContain("user-lookup");
});

test("Remove tells what is held through a group, and takes none of it", () => {
  const snapshot = makeSnapshot({ heldOtherwise: ["view-events"] });
  const removal = planRemove(presetOf("event-reader"), snapshot, presetStates(snapshot));
  expect(removal.change.remove).toEqual([]);
  expect(namesOf(removal.heldOtherwise)).toEqual(["view-events"]);
});

test("Undo after Apply gives back exactly what was mapped, whatever the names", () => {
  fc.assert(
    fc.property(someRoles, anyPreset, (mapped, preset) => {
      const before = makeSnapshot({ mapped });
      const change = planApply(preset, before);
      const after = settleChange(before, change, { mapped: serverAfter(before.mapped, change) });
      const undo = planUndo(change, before.mapped, after.mapped);
      expect(serverAfter(after.mapped, undo)).toEqual(before.mapped);
    }),
  );
});

test("Undo after Remove gives back exactly what was mapped", () => {
  fc.assert(
    fc.property(someRoles, anyPreset, (mapped, preset) => {
      const before = makeSnapshot({ mapped });
      const { change } = planRemove(preset, before, presetStates(before));
      const after = serverAfter(before.mapped, change);
      expect(serverAfter(after, planUndo(change, before.mapped, after))).toEqual(before.mapped);
    }),
  );
});

test("Apply never adds a role outside the preset, nor one in effect", () => {
  fc.assert(
    fc.property(someRoles, anyPreset, (mapped, preset) => {
      const snapshot = makeSnapshot({ mapped });
      const own = new Set(preset.roles.map(roleKey));
      for (const role of planApply(preset, snapshot).add.map(roleKey)) {
        expect(own.has(role)).toBe(true);
        expect(snapshot.effective.has(role)).toBe(false);
      }
    }),
  );
});

test("Remove takes only mapped roles of the preset, and ends no preset that reaches beyond it", () => {
  fc.assert(
    fc.property(someRoles, anyPreset, (mapped, preset) => {
      const snapshot = makeSnapshot({ mapped });
      const { change, alsoEnds } = planRemove(preset, snapshot, presetStates(snapshot));
      const own = new Set(preset.roles.map(roleKey));
      for (const role of change.remove.map(roleKey)) {
        expect(own.has(role) && snapshot.mapped.has(role)).toBe(true);
      }
      for (const ended of alsoEnds) {
        const isMapped = ended.roles.every((role) => snapshot.mapped.has(roleKey(role)));
        expect(isMapped && !isIncludedIn(ended, preset)).toBe(false);
      }
    }),
  );
});
