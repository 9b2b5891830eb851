import type { ContainerKey, OtherContainer } from "../../catalog/presets/presets.ts";
import { masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import { clientIdOfContainer } from "./client-id-of-container.ts";
import type { CustomRole } from "./custom-preset.ts";

/** Where presets of a realm are used: the client with the admin roles there, and whether the realm is `master`. */
export interface PresetPlace {
  readonly adminClientId: string;
  readonly isInMaster: boolean;
}

/** The container of a client's roles. Its client ID is encoded: it can be anything. */
export function containerOfClient(clientId: string): OtherContainer {
  // Half a character can't be encoded, and no client has one in its ID.
  return `client/${encodeURIComponent(clientId.replace(/\p{Cs}/gu, "\uFFFD"))}`;
}

/** The container of a role of a preset. */
export function containerOfRole(
  { client, role }: CustomRole,
  { adminClientId, isInMaster }: PresetPlace,
): ContainerKey {
  if (client === undefined)
    return isInMaster && masterRealmRoles.has(role) ? "realm" : "otherRealm";
  if (client === "realm-management" || client === adminClientId) return "admin";
  return containerOfClient(client);
}

/** Whether a container is neither the client with the admin roles nor `master` with its roles for administrators. */
export function isOtherContainer(container: ContainerKey): container is OtherContainer {
  return container !== "admin" && container !== "realm";
}

/**
 * Whether a container has, or may have, the admin roles of another realm: no measurement is read for these here, so
 * nothing is said of them, and nothing is done.
 */
export function isOfAnotherRealm(container: ContainerKey, { isInMaster }: PresetPlace): boolean {
  return isInMaster && clientIdOfContainer(container)?.endsWith("-realm") === true;
}
