import { markerPrefix } from "../../access/custom/marker.ts";
import { realmPresetsOf } from "../../access/custom/realm-presets.ts";
import type { PresetPlace } from "../../access/custom/role-container.ts";
import { storeClientId } from "../../access/custom/store-client-id.ts";
import { storeOf } from "../../access/custom/store-of.ts";
import { type RoleKey, roleKey } from "../../access/model/snapshot.ts";
import type { RealmPreset, RoleReference } from "../../catalog/presets/presets.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import { attributesOf } from "../../keycloak/api/attributes-of.ts";
import { exportedRoleKey } from "./exported-role.ts";
import type { ExportedClient } from "./realm-export.ts";

const attributesIn = ({ attributes }: ExportedClient) =>
  attributesOf(new Map([["attributes", attributes]]));

/** Which presets of its realm a client says that it got, by the names of its attributes. */
export function markersIn(client: ExportedClient): ReadonlyMap<string, string> {
  return new Map([...attributesIn(client)].filter(([name]) => name.startsWith(markerPrefix)));
}

/** The presets that a file's realm stores itself. Those that can't be read are left out. */
export interface OwnPresets {
  readonly presets: readonly RealmPreset[];
  /** Their roles that no measurement knows: of the realm and of other clients. */
  readonly otherRoles: readonly RoleReference[];
  /** The keys of these roles, by {@link exportedRoleKey}. */
  readonly keys: ReadonlyMap<string, RoleKey>;
}

/** No presets: those of a realm are for its own clients in itself. */
export const noOwnPresets: OwnPresets = { presets: [], otherRoles: [], keys: new Map() };

/** Finds the presets that a file's realm stores. */
export function ownPresetsIn(clients: readonly ExportedClient[], place: PresetPlace): OwnPresets {
  const documents = clients
    .filter(({ clientId }) => clientId === storeClientId)
    .flatMap((client) => {
      const store = storeOf("", new Map(), attributesIn(client));
      return store.kind === "found" ? store.presets : [];
    });
  const presets = realmPresetsOf(documents, { ...place, visible: escapeInvisible });
  const roles = documents.flatMap((it, at) =>
    it.roles.map((role, of) => ({ role, reference: presets[at]?.roles[of] })),
  );
  const others = roles.flatMap(({ role, reference }) =>
    reference === undefined || reference.container === "admin" || reference.container === "realm"
      ? []
      : [[exportedRoleKey({ client: role.client, name: role.role }), reference] as const],
  );
  const found = new Map(others);
  return {
    presets,
    otherRoles: [...found.values()],
    keys: new Map([...found].map(([key, role]) => [key, roleKey(role)])),
  };
}
