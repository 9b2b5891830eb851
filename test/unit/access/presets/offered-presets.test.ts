import { expect, test } from "vitest";
import { type Role, roleKey, type Snapshot } from "../../../../src/access/model/snapshot.ts";
import {
  offeredPresets,
  presetsOfferedToAny,
} from "../../../../src/access/presets/offered-presets.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { makeSnapshot } from "../make-snapshot.ts";

/** The presets of a server with this role, in the client with the admin roles or in the realm. */
function presetsWith(name: string, container: Role["container"] = "admin") {
  const role: Role = { container, name, id: "id" };
  return offeredPresets({ roles: new Map([[roleKey(role), role]]) });
}

test("organizations have the variant that fits who gives them to the server", () => {
  expect(presetsWith("query-organizations")).toEqual(presets);
  expect(presetsWith("create-organization").map(({ provider }) => provider)).toContain("phaseTwo");
});

test("a realm role doesn't identify the provider of organizations", () => {
  expect(presetsWith("create-organization", "realm")).toEqual(presets);
});

const createRealm = { container: "realm", name: "create-realm", id: "id of create-realm" } as const;

const ofRealm = makeSnapshot({ offered: ["view-events", "view-users", "query-users"] });
const ofMaster: Snapshot = {
  ...ofRealm,
  isMaster: true,
  roles: new Map([[roleKey(createRealm), createRealm], ...ofRealm.roles]),
};

const idsFor = (...snapshots: readonly Snapshot[]) =>
  presetsOfferedToAny(snapshots).map(({ id }) => id);

test("a preset is offered if the server has all of its roles", () => {
  expect(idsFor(ofRealm)).toEqual(["user-lookup", "event-reader", "event-reader-with-user-names"]);
});

test("a preset for only one of the clients is offered, whatever their order", () => {
  const all = ["user-lookup", "realm-creation", "event-reader", "event-reader-with-user-names"];
  expect(idsFor(ofRealm, ofMaster)).toEqual(all);
  expect(idsFor(ofMaster, ofRealm)).toEqual(all);
});

test("as long as no client is read, nothing is offered", () => {
  expect(idsFor()).toEqual([]);
});
