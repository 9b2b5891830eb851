import type { RealmPreset } from "../../catalog/presets/presets.ts";

/** What the names of the attributes begin with by which a client says which presets of the realm it got. */
export const markerPrefix = "service-account-presets.custom.";

/** The marker of a preset, by the name of its attribute. */
export function markerOfPreset({ id }: Pick<RealmPreset, "id">): string {
  return markerAttribute(id.replace("custom:", ""));
}

/**
 * The name of the attribute by which a client says that it got a preset; its value is the revision.
 *
 * @param id the id of the document
 */
export function markerAttribute(id: string): string {
  return `${markerPrefix}${id}`;
}
