import { type RealmPresetOptions, realmPresetsOf } from "../../access/custom/realm-presets.ts";
import { isOfAnotherRealm } from "../../access/custom/role-container.ts";
import type { Store } from "../../access/custom/store-of.ts";
import {
  type RoleContent,
  type RoleKey,
  roleKey,
  type Snapshot,
  toRoleReference,
} from "../../access/model/snapshot.ts";
import type { RealmPreset } from "../../catalog/presets/presets.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { type OtherRoles, readOtherRoles } from "./read-other-roles.ts";
import { readStore } from "./read-store.ts";
import { containersOfPresets, otherContainersOf } from "./role-containers.ts";

/** A realm's store, and what a client's snapshot gains by the presets in it. */
export interface ReadPresets {
  readonly store: Store;
  readonly complete: (shown: Snapshot) => Snapshot;
}

/**
 * Reads the presets of a realm, and what one of its clients holds of their roles: one request where the realm has none.
 *
 * @param known the realm's store, where it was read already
 * @throws AdminApiError when a request fails for another reason than lacking rights
 */
export async function readRealmPresets(
  api: AdminApi,
  snapshot: Snapshot,
  options: RealmPresetOptions,
  known?: Store,
): Promise<ReadPresets> {
  const store = known ?? (await readStore(api, true));
  const documents = store.kind === "found" ? store.presets : [];
  const presets = realmPresetsOf(documents, options);
  const containers = await containersOfPresets(api, presets, options);
  const members = new Set(presets.flatMap((preset) => preset.roles.map(roleKey)));
  const hidden = otherContainersOf(presets).filter((container) =>
    isOfAnotherRealm(container, options),
  );
  const read = (known: Snapshot) => readOtherRoles(api, containers, members, known);
  const merge = (known: Snapshot, others: OtherRoles): Snapshot => ({
    ...known,
    custom: {
      presets: presets.map((preset) => withContents(preset, others.contents)),
      containers,
      unseen: new Set([...hidden, ...others.unseen]),
      visible: options.visible,
      complete: async (fresh) => merge(fresh, await read(fresh)),
    },
    roles: new Map([...known.roles, ...others.roles.map((role) => [roleKey(role), role] as const)]),
    contents: new Map([...known.contents, ...others.contents]),
    mapped: new Set([...known.mapped, ...others.mapped]),
    effective: new Set([...known.effective, ...others.effective]),
    grantable: new Set([...known.grantable, ...others.grantable]),
    inScope: known.inScope && new Set([...known.inScope, ...others.inScope]),
    unseenScope: new Set([...known.unseenScope, ...others.unseenScope]),
  });
  const others = await read(snapshot);
  return { store, complete: (shown) => merge(shown, others) };
}

function withContents(
  preset: RealmPreset,
  contents: ReadonlyMap<RoleKey, RoleContent>,
): RealmPreset {
  const gives = preset.roles.flatMap((role) => {
    const content = contents.get(roleKey(role));
    return content?.kind === "read" ? [...content.gives].map(toRoleReference) : [];
  });
  return { ...preset, custom: { ...preset.custom, gives } };
}
