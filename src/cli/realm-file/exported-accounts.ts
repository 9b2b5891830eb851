import { accountName, accountPrefix } from "../../access/survey/survey.ts";
import { defaultRolesOf } from "./default-role.ts";
import type { ExportedUser, RealmExport } from "./realm-export.ts";

/** The roles of a service account that Keycloak creates itself, if a file has only the client. */
function newAccount(exported: RealmExport): ExportedUser {
  return {
    username: "",
    enabled: true,
    realmRoles: [...defaultRolesOf(exported)],
    clientRoles: new Map(),
    serviceAccountClientId: undefined,
    groups: exported.defaultGroups,
  };
}

/**
 * The service accounts of an export by their username. Files can define one account in several
 * places, each with a part of its roles.
 */
export function exportedAccounts(
  exported: RealmExport,
): ReadonlyMap<string, readonly ExportedUser[]> {
  const accounts = new Map<string, readonly ExportedUser[]>();
  for (const user of exported.users) {
    const owner = user.serviceAccountClientId;
    const username = owner === undefined ? user.username.toLowerCase() : accountName(owner);
    if (!username.startsWith(accountPrefix)) continue;
    accounts.set(username, [...(accounts.get(username) ?? []), user]);
  }
  for (const { clientId, serviceAccountsEnabled } of exported.clients) {
    const username = accountName(clientId);
    if (serviceAccountsEnabled && !accounts.has(username)) {
      accounts.set(username, [newAccount(exported)]);
    }
  }
  return accounts;
}
