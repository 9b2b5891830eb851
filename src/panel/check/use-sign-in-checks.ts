import { useCallback, useState } from "react";
import {
  checkSignIn,
  type SignInFacts,
  type SignInResult,
} from "../../access/check/check-sign-in.ts";
import type { RealmSettings } from "../../access/model/realm-settings.ts";
import type { Account, Snapshot } from "../../access/model/snapshot.ts";
import { readRealmSettings } from "../../keycloak/client/read-realm-settings.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { type AsyncState, useAsync } from "../context/use-async.ts";
import type { LoginView } from "../context/use-login.ts";

/** What was found about getting a token. */
export interface SignInChecks {
  readonly results: readonly SignInResult[];
  /** Whether what decides them is still read: they are not known until then. */
  readonly isReading: boolean;
  /** Why the realm's settings could not be read. */
  readonly thrown: unknown;
}

const readOf = <Value>(state: AsyncState<Value>) =>
  state.kind === "done" ? state.value : undefined;

/** Whether the user is enabled: undefined where that isn't known, `none` where no user was found. */
function enabledOf(account: Account): SignInFacts["account"] {
  if (account.kind === "found") return account.enabled;
  return account.kind === "notKnown" ? undefined : "none";
}

/**
 * Reads what decides, beside roles, whether a client gets a token, and checks it. It is read for the access
 * check alone: the tab does without it.
 */
export function useSignInChecks(
  { client, account }: Snapshot,
  { subject: { api } }: ClientStateHandle,
  { addresses }: LoginView,
): SignInChecks {
  const [now] = useState(() => Date.now());
  const realm = useAsync<RealmSettings | undefined>(
    useCallback(() => readRealmSettings(api), [api]),
  ).state;
  const results = checkSignIn({
    client,
    account: enabledOf(account),
    realm: readOf(realm),
    tokenEndpoint: addresses?.tokenEndpoint,
    now,
  });
  return {
    results,
    isReading: realm.kind === "loading",
    thrown: realm.kind === "failed" ? realm.thrown : undefined,
  };
}
