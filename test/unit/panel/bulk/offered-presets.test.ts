import { expect, test } from "vitest";
import { roleKey, type Snapshot } from "../../../../src/access/model/snapshot.ts";
import { offeredPresets } from "../../../../src/panel/bulk/offered-presets.ts";
import { makeSnapshot } from "../../access/make-snapshot.ts";

const createRealm = { container: "realm", name: "create-realm", id: "id of create-realm" } as const;

const ofRealm = makeSnapshot({ offered: ["view-events", "view-users", "query-users"] });
const ofMaster: Snapshot = {
  ...ofRealm,
  isMaster: true,
  roles: new Map([[roleKey(createRealm), createRealm], ...ofRealm.roles]),
};

const idsFor = (...snapshots: readonly Snapshot[]) => offeredPresets(snapshots).map(({ id }) => id);

test("a preset is offered where the server has all of its roles", () => {
  expect(idsFor(ofRealm)).toEqual(["user-lookup", "event-reader", "event-reader-with-user-names"]);
});

test("what one of the clients alone can hold is offered, wherever that client stands", () => {
  const all = ["user-lookup", "realm-creation", "event-reader", "event-reader-with-user-names"];
  expect(idsFor(ofRealm, ofMaster)).toEqual(all);
  expect(idsFor(ofMaster, ofRealm)).toEqual(all);
});

test("as long as no client is read, nothing is offered", () => {
  expect(idsFor()).toEqual([]);
});
