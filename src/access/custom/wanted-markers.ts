import type { Preset, RealmPreset } from "../../catalog/presets/presets.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { markerOfPreset as nameOf } from "./marker.ts";

/** Which presets of the realm a change gives, and which it ends. */
export interface MarkedChange {
  readonly given: readonly Preset[];
  readonly ended: readonly Preset[];
}

/** The markers that differ, by the names of their attributes; an empty value takes one away. */
export type Markers = Readonly<Record<string, string>>;

const isOwn = (preset: Preset): preset is RealmPreset => preset.custom !== undefined;

function differing(
  wanted: ReadonlyMap<string, string>,
  { client }: Pick<Snapshot, "client">,
): Markers {
  return Object.fromEntries(
    [...wanted].filter(([name, value]) => (client.markers?.get(name) ?? "") !== value),
  );
}

/** The markers that a client is to have after a change, as far as it has others now. */
export function markersAfter(
  { given, ended }: MarkedChange,
  now: Pick<Snapshot, "client">,
): Markers {
  return differing(
    new Map([
      ...ended.filter(isOwn).map((preset) => [nameOf(preset), ""] as const),
      ...given
        .filter(isOwn)
        .map((preset) => [nameOf(preset), String(preset.custom.revision)] as const),
    ]),
    now,
  );
}

/** The markers that a client had before a change, as far as it has others now. */
export function markersBefore(
  { given, ended }: MarkedChange,
  before: Pick<Snapshot, "client">,
  now: Pick<Snapshot, "client">,
): Markers {
  const names = [...given, ...ended].filter(isOwn).map(nameOf);
  return differing(
    new Map(names.map((name) => [name, before.client.markers?.get(name) ?? ""])),
    now,
  );
}

/** The client with other markers. */
export function withMarkers<Client extends Snapshot["client"]>(
  client: Client,
  markers: Markers,
): Client {
  const changed = new Map([...(client.markers ?? []), ...Object.entries(markers)]);
  return { ...client, markers: new Map([...changed].filter(([, value]) => value !== "")) };
}
