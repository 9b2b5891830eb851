import { useCallback, useState } from "react";
import { checkSignIn, type SignInResult } from "../../access/check/check-sign-in.ts";
import type { RealmSettings } from "../../access/model/realm-settings.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { readAccountEnabled } from "../../keycloak/client/read-account-enabled.ts";
import { readRealmSettings } from "../../keycloak/client/read-realm-settings.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { type AsyncState, useAsync } from "../context/use-async.ts";
import type { LoginView } from "../context/use-login.ts";

/** What was found about getting a token. */
export interface SignInChecks {
  readonly results: readonly SignInResult[];
  /** Whether what decides them is still read: they are not known until then. */
  readonly isReading: boolean;
  /** Why the realm's settings or the account could not be read. */
  readonly thrown: unknown;
}

const readOf = <Value>(state: AsyncState<Value>) =>
  state.kind === "done" ? state.value : undefined;

/**
 * Reads what decides, beside roles, whether a client gets a token, and checks it. It is read for the access
 * check alone: the tab does without it.
 */
export function useSignInChecks(
  { client, serviceAccountUserId }: Snapshot,
  { subject: { api } }: ClientStateHandle,
  { addresses }: LoginView,
): SignInChecks {
  const [now] = useState(() => Date.now());
  const realm = useAsync<RealmSettings | undefined>(
    useCallback(() => readRealmSettings(api), [api]),
  ).state;
  const account = useAsync<boolean | "none" | undefined>(
    useCallback(
      async () =>
        serviceAccountUserId === undefined ? "none" : readAccountEnabled(api, serviceAccountUserId),
      [api, serviceAccountUserId],
    ),
  ).state;
  const results = checkSignIn({
    client,
    account: serviceAccountUserId === undefined ? "none" : readOf(account),
    realm: readOf(realm),
    tokenEndpoint: addresses?.tokenEndpoint,
    now,
  });
  const failed = [realm, account].find((state) => state.kind === "failed");
  return {
    results,
    isReading: [realm, account].some((state) => state.kind === "loading"),
    thrown: failed?.kind === "failed" ? failed.thrown : undefined,
  };
}
