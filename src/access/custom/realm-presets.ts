import type { RealmPreset, RoleReference } from "../../catalog/presets/presets.ts";
import { clientIdOfContainer } from "./client-id-of-container.ts";
import type { CustomPreset, CustomRole } from "./custom-preset.ts";
import { containerOfRole, type PresetPlace } from "./role-container.ts";

/** What the place of presets decides, and how their texts are shown. */
export interface RealmPresetOptions extends PresetPlace {
  /** Makes characters visible that nobody would see. */
  readonly visible: (text: string) => string;
  /** Why presets deceive, by their ids; told before what they are for. */
  readonly doubtsAbout?:
    | ((presets: readonly CustomPreset[]) => ReadonlyMap<string, string>)
    | undefined;
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

/** The presets of a realm, from their documents. */
export function realmPresetsOf(
  documents: readonly CustomPreset[],
  options: RealmPresetOptions,
): readonly RealmPreset[] {
  const doubts = options.doubtsAbout?.(documents) ?? new Map<string, string>();
  return documents.map((it) => realmPresetOf(it, options, doubts.get(it.id)));
}

/**
 * A preset of a realm, from its document, as all that deals with presets knows them. What its composite roles include
 * isn't known by that.
 */
export function realmPresetOf(
  { id, name, purpose, roles, revision, formerly }: CustomPreset,
  options: Omit<RealmPresetOptions, "doubtsAbout">,
  doubt = "",
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
      purpose: `${doubt} ${options.visible(purpose)}`.trim(),
      revision,
      gives: [],
    },
  };
}
