import type { Attempt } from "./attempt.ts";
import { createClient } from "./attempts/create-client.ts";
import { impersonation } from "./attempts/impersonation.ts";
import { manageAuthorization } from "./attempts/manage-authorization.ts";
import { manageClients } from "./attempts/manage-clients.ts";
import { manageEvents } from "./attempts/manage-events.ts";
import { manageIdentityProviders } from "./attempts/manage-identity-providers.ts";
import { manageOrganizations } from "./attempts/manage-organizations.ts";
import { manageRealm } from "./attempts/manage-realm.ts";
import { manageRealmDirectory } from "./attempts/manage-realm-directory.ts";
import { manageRealmMail } from "./attempts/manage-realm-mail.ts";
import { manageUsers } from "./attempts/manage-users.ts";
import { queryCounts } from "./attempts/query-counts.ts";
import { queryRoles } from "./attempts/query-roles.ts";
import { realmAdmin } from "./attempts/realm-admin.ts";
import { viewClients } from "./attempts/view-clients.ts";
import { viewEvents } from "./attempts/view-events.ts";
import { viewRoles } from "./attempts/view-roles.ts";

/** Each way in which admin roles could be stretched. */
export const allAttempts: readonly Attempt[] = [
  createClient,
  impersonation,
  manageAuthorization,
  manageClients,
  manageEvents,
  manageIdentityProviders,
  manageOrganizations,
  manageRealm,
  manageRealmDirectory,
  manageRealmMail,
  manageUsers,
  queryCounts,
  queryRoles,
  realmAdmin,
  viewClients,
  viewEvents,
  viewRoles,
].flat();
