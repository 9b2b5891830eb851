import type { Account, ClientSettings, Snapshot } from "./snapshot.ts";

/** Whether the client's settings let it sign in with its service account. */
export function isServiceAccountOn({
  serviceAccountsEnabled,
  publicClient,
}: Pick<ClientSettings, "serviceAccountsEnabled" | "publicClient">): boolean {
  return serviceAccountsEnabled && !publicClient;
}

/** The id of the service-account user; undefined if it isn't known or doesn't exist. */
export function userIdOf(account: Account): string | undefined {
  return account.kind === "found" ? account.userId : undefined;
}

/** Whether the user is known to be disabled, which keeps the client from getting a token. */
export function isUserDisabled(account: Account): boolean {
  return account.kind === "found" && account.enabled === false;
}

/**
 * Whether the client can't use its service account but its user still exists, so that enabling
 * service accounts makes all of the user's roles effective again.
 */
export function isLeftover({ client, account }: Pick<Snapshot, "client" | "account">): boolean {
  return account.kind === "found" && !isServiceAccountOn(client);
}
