import type { Attempt } from "./attempt.ts";
import { createClient } from "./attempts/create-client.ts";
import { impersonation } from "./attempts/impersonation.ts";
import { manageClients } from "./attempts/manage-clients.ts";
import { manageEvents } from "./attempts/manage-events.ts";
import { manageRealm } from "./attempts/manage-realm.ts";
import { manageUsers } from "./attempts/manage-users.ts";
import { realmAdmin } from "./attempts/realm-admin.ts";
import { viewClients } from "./attempts/view-clients.ts";

/** Each way in which admin roles could be stretched. */
export const allAttempts: readonly Attempt[] = [
  createClient,
  impersonation,
  manageClients,
  manageEvents,
  manageRealm,
  manageUsers,
  realmAdmin,
  viewClients,
].flat();
