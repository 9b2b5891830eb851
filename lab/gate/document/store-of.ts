import type { DocumentPlan } from "./factors.ts";
import { type Fields, management } from "./parts.ts";

/** The client in whose attributes a realm stores presets of its own. */
export const storeClient = "service-account-presets";

/** What the presets of a document are about. */
interface PresetRoles {
  /** A role of the realm that the first program may have. */
  readonly realmRole: string;
  /** A client with roles, and one of them. */
  readonly app: string;
}

/** The roles of the preset that a realm stores. */
function rolesOf({ store, programs }: DocumentPlan, { realmRole, app }: PresetRoles) {
  const admin = (role: string) => ({ client: management, role });
  if (store === "realmAdmin") return [admin("realm-admin"), { role: realmRole }];
  const power = programs[0]?.power ?? "view-users";
  return [admin(power), { role: realmRole }, { client: app, role: realmRole }];
}

/** Names of presets: one of Keycloak's built-in bundles has the second, but for a letter. */
const names = { usual: "Nightly sync", lookAlike: "User l\u043e\u043ekup" } as const;

/** The fields of the client with presets, without an account; undefined where a document has none. */
export function storeOf(plan: DocumentPlan, about: PresetRoles): Fields | undefined {
  const { store } = plan;
  if (store === "none") return undefined;
  const preset = {
    name: store === "lookAlike" ? names.lookAlike : names.usual,
    purpose: "What the first program does",
    roles: rolesOf(plan, about),
  };
  const format = store === "notOurs" ? {} : { "service-account-presets.format": "1" };
  const attributes = { ...format, "preset.nightly-sync": JSON.stringify(preset) };
  return store === "program"
    ? { attributes, serviceAccountsEnabled: true, publicClient: false }
    : { attributes, enabled: false, publicClient: true, standardFlowEnabled: false };
}

/** The attribute by which a program says that it got that preset; nothing where there is none. */
export const markerOf = ({ store }: DocumentPlan): Fields =>
  store === "none" ? {} : { attributes: { "service-account-presets.custom.nightly-sync": "1" } };
