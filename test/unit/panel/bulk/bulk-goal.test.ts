import { expect, test } from "vitest";
import { presetStates } from "../../../../src/access/presets/preset-state.ts";
import { presets, type RealmPreset } from "../../../../src/catalog/presets/presets.ts";
import { actionsFor, goalOf, presetsToGive } from "../../../../src/panel/bulk/bulk-goal.ts";
import { makeSnapshot } from "../../access/make-snapshot.ts";

const reader = presets.filter(({ id }) => id === "event-reader");

const own = (id: string): RealmPreset => ({
  id: `custom:${id}`,
  group: "custom",
  roles: [{ container: "admin", name: "view-users" }],
  formerly: [{ changedIn: "2", roles: [{ container: "admin", name: "view-events" }] }],
  custom: { name: id, purpose: "", revision: 2, gives: [] },
});

/** A client that got the first revision of one of two presets. */
function marked() {
  const snapshot = makeSnapshot({ mapped: ["view-events"] });
  const markers = new Map([["service-account-presets.custom.first", "1"]]);
  const client = { ...snapshot.client, markers };
  return presetStates({ ...snapshot, client }, [own("first"), own("second"), ...presets]);
}

test("to bring a client up to date gives it the presets that it has of an earlier revision, and no others", () => {
  const { mode, presets: wanted } = goalOf({ action: "update", presets: reader }, marked());
  expect([mode, wanted.map(({ id }) => id)]).toEqual(["add", ["custom:first"]]);
});

test("to remove all access is to replace it with nothing", () => {
  const goal = goalOf({ action: "removeAll", presets: reader }, marked());
  expect(goal).toEqual({ mode: "exact", presets: [] });
});

test("bringing up to date is offered only where a client has an earlier revision of a preset of its realm", () => {
  const row = { state: undefined, outdated: [] };
  expect(actionsFor([row, { ...row, outdated: reader }])).not.toContain("update");
  expect(actionsFor([row, { ...row, outdated: [own("first")] }])[0]).toBe("update");
  expect(actionsFor([{ state: "leftover", outdated: [own("first")] }])).toEqual(["removeAll"]);
});

test("what may be given are the outdated presets, or the chosen ones, and nothing where access is removed", () => {
  const rows = [{ outdated: [own("first"), ...reader] }, { outdated: [] }];
  expect(presetsToGive({ action: "update", presets: [] }, rows)).toEqual([own("first")]);
  expect(presetsToGive({ action: "add", presets: reader }, rows)).toEqual(reader);
  expect(presetsToGive({ action: "remove", presets: reader }, rows)).toEqual([]);
});
