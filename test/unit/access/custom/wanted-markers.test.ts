import { expect, test } from "vitest";
import { markerOfPreset } from "../../../../src/access/custom/marker.ts";
import { realmPresetOf } from "../../../../src/access/custom/realm-presets.ts";
import {
  markersAfter,
  markersBefore,
  withMarkers,
} from "../../../../src/access/custom/wanted-markers.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const own = (id: string, revision: number) =>
  realmPresetOf(
    { ...{ id, name: id, purpose: "", formerly: [] }, roles: [{ role: "a" }], revision },
    { adminClientId: "realm-management", isInMaster: false, visible: String },
  );

const [a, b] = [own("a", 2), own("b", 1)];
const nameOf = markerOfPreset;

/** A client that says that it got presets in these revisions. */
const having = (markers: Readonly<Record<string, string>>) =>
  makeSnapshot({ client: { markers: new Map(Object.entries(markers)) } });

test("a marker has the id of the document", () => {
  expect(nameOf(a)).toBe("service-account-presets.custom.a");
});

test("what a change gives is marked with its revision, and what it ends is no longer", () => {
  const change = { given: [a, ...presets], ended: [b, ...presets] };
  expect(markersAfter(change, having({ [nameOf(b)]: "1" }))).toEqual({
    [nameOf(a)]: "2",
    [nameOf(b)]: "",
  });
});

test("a preset that a change both ends and gives is marked", () => {
  expect(markersAfter({ given: [a], ended: [a] }, having({}))).toEqual({ [nameOf(a)]: "2" });
});

test("what a client says already isn't written again", () => {
  const change = { given: [a], ended: [b] };
  expect(markersAfter(change, having({ [nameOf(a)]: "2" }))).toEqual({});
  expect(markersAfter(change, makeSnapshot())).toEqual({ [nameOf(a)]: "2" });
});

test("Undo brings back the markers from before, and only those of its presets", () => {
  const before = having({ [nameOf(a)]: "1", other: "x" });
  const now = having({ [nameOf(a)]: "2", [nameOf(b)]: "1" });
  expect(markersBefore({ given: [a, b], ended: [] }, before, now)).toEqual({
    [nameOf(a)]: "1",
    [nameOf(b)]: "",
  });
});

test("a client with other markers keeps the rest", () => {
  const { client } = having({ [nameOf(a)]: "1", [nameOf(b)]: "1" });
  const changed = withMarkers(client, { [nameOf(a)]: "", [nameOf(b)]: "2" });
  expect([...(changed.markers ?? [])]).toEqual([[nameOf(b), "2"]]);
  expect(withMarkers(makeSnapshot().client, {}).markers?.size).toBe(0);
});
