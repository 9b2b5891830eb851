import type { RealmPreset, RoleReference } from "../../catalog/presets/presets.ts";
import { clientIdOfContainer } from "./client-id-of-container.ts";
import type { CustomPreset, CustomRole } from "./custom-preset.ts";
import { containerOfRole, type PresetPlace } from "./role-container.ts";

/** What the place of presets decides, and how their texts are shown. */
export interface RealmPresetOptions extends PresetPlace {
  /** Makes characters visible that nobody would see. */
  readonly visible: (text: string) => string;
}

/** The roles of a document as roles of a server. */
export function rolesOfDocument(
  roles: readonly CustomRole[],
  place: PresetPlace,
): readonly RoleReference[] {
  return roles.map((role) => ({ container: containerOfRole(role, place), name: role.role }));
}

/** A role of a server as a document names it. */
export function roleInDocument({ container, name }: RoleReference): CustomRole {
  if (container === "admin") return { client: "realm-management", role: name };
  const client = clientIdOfContainer(container);
  return client === undefined ? { role: name } : { client, role: name };
}

/**
 * A preset of a realm, from its document, as all that deals with presets knows them. What its composite roles include
 * isn't known by that.
 */
export function realmPresetOf(
  { id, name, purpose, roles, revision, formerly }: CustomPreset,
  options: RealmPresetOptions,
): RealmPreset {
  return {
    id: `custom:${id}`,
    group: "custom",
    roles: rolesOfDocument(roles, options),
    formerly: formerly.map((former) => ({
      changedIn: String(former.revision + 1),
      roles: rolesOfDocument(former.roles, options),
    })),
    custom: {
      name: options.visible(name),
      purpose: options.visible(purpose),
      revision,
      gives: [],
    },
  };
}
