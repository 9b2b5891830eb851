import { accountName, accountPrefix } from "../../access/survey/survey.ts";
import { CliError } from "../cli-error.ts";
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
 * Refuses clients with service accounts whose IDs differ only in case: Keycloak tells these apart, but their accounts
 * have the same usual name, by which accounts are found here.
 *
 * @throws CliError with their client IDs
 */
function refuseSameNames({ realm, users, clients }: RealmExport): void {
  const named = [
    ...users.flatMap(({ serviceAccountClientId }) => serviceAccountClientId ?? []),
    ...clients.filter((it) => it.serviceAccountsEnabled).map(({ clientId }) => clientId),
  ];
  const byName = new Map<string, string>();
  for (const clientId of named) {
    const other = byName.get(accountName(clientId)) ?? clientId;
    if (other !== clientId) {
      throw new CliError(
        `Realm ${realm}: the clients ${other} and ${clientId} differ only in case, and so have service accounts of one name.`,
        "Which of them has which roles can't be told. Rename one of them.",
      );
    }
    byName.set(accountName(clientId), clientId);
  }
}

/**
 * The service accounts of an export by their username. Files may tell of one account in several places,
 * each with a part of its roles.
 *
 * @throws CliError where accounts of two clients can't be told apart
 */
export function exportedAccounts(
  exported: RealmExport,
): ReadonlyMap<string, readonly ExportedUser[]> {
  refuseSameNames(exported);
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
