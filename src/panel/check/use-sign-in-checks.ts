import { useCallback, useEffect, useState } from "react";
import {
  checkSignIn,
  type SignInFacts,
  type SignInResult,
} from "../../access/check/check-sign-in.ts";
import type { RealmSettings } from "../../access/model/realm-settings.ts";
import type { Account, Snapshot } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { findUserById } from "../../keycloak/client/find-user.ts";
import { readRealmFacts } from "../../keycloak/client/read-realm-facts.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { type AsyncState, useAsync } from "../context/use-async.ts";
import type { LoginView } from "../context/use-login.ts";
import { useRealmSays } from "../permissions/realm-context.ts";

/** What was found about getting a token. */
export interface SignInChecks {
  readonly results: readonly SignInResult[];
  /** Whether what decides them is still read: they are not known until then. */
  readonly isReading: boolean;
  /** Why the realm's settings or the user could not be read. */
  readonly thrown: unknown;
}

const readOf = <Value>(state: AsyncState<Value>) =>
  state.kind === "done" ? state.value : undefined;

/** Whether the user is enabled now: undefined where that isn't known, `none` where no user was found. */
async function readEnabled(api: AdminApi, account: Account): Promise<SignInFacts["account"]> {
  if (account.kind !== "found") return account.kind === "notKnown" ? undefined : "none";
  const user = await findUserById(api, account.userId);
  if (user.kind === "absent") return "none";
  return user.kind === "found" ? user.enabled : undefined;
}

/**
 * Reads what decides, beside roles, whether a client gets a token, and checks it. It is read for the access
 * check alone: the tab does without it.
 */
export function useSignInChecks(
  { client, account }: Snapshot,
  { subject: { api }, amend }: ClientStateHandle,
  { addresses }: LoginView,
): SignInChecks {
  const [now] = useState(() => Date.now());
  const realm = useAsync<RealmSettings | undefined>(
    useCallback(async () => (await readRealmFacts(api)).settings, [api]),
  ).state;
  // It may have been enabled since the tab was opened.
  const user = useAsync<SignInFacts["account"]>(
    useCallback(() => readEnabled(api, account), [api, account]),
  ).state;
  const { tell } = useRealmSays();
  const [settings, enabled] = [readOf(realm), readOf(user)];
  const tokenEndpoint = addresses?.tokenEndpoint;
  // The header behind the dialog says the same as soon as this is read.
  useEffect(() => {
    if (settings !== undefined) tell({ settings, tokenEndpoint });
  }, [settings, tokenEndpoint, tell]);
  useEffect(() => {
    const isNews = account.kind === "found" && typeof enabled === "boolean";
    if (isNews && account.enabled !== enabled) {
      amend((shown) => ({ ...shown, account: { ...account, enabled } }));
    }
  }, [enabled, account, amend]);
  const results = checkSignIn({
    client,
    account: enabled,
    realm: settings,
    tokenEndpoint,
    now,
  });
  const failed = [realm, user].find((state) => state.kind === "failed");
  return {
    results,
    isReading: [realm, user].some(({ kind }) => kind === "loading"),
    thrown: failed?.kind === "failed" ? failed.thrown : undefined,
  };
}
