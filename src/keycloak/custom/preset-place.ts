import type { PresetPlace } from "../../access/custom/role-container.ts";
import { adminClientId } from "../../access/model/admin-client-id.ts";
import type { AdminApi } from "../api/admin-api.ts";

/** Where presets of a realm are used: with the admin roles of this client. */
export function presetPlaceOf({ realm }: Pick<AdminApi, "realm">, clientId: string): PresetPlace {
  return { adminClientId: clientId, isInMaster: realm === "master" };
}

/** The client ID of the client with the admin roles of the realm itself. */
export function adminClientOf({ realm }: Pick<AdminApi, "realm">): string {
  return adminClientId(realm === "master", realm);
}
