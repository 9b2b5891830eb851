import { useState } from "react";
import type { Verdict } from "../../access/check/check-access.ts";
import { type OwnAnswer, tryOwnCall } from "../../keycloak/client/try-own-call.ts";
import type { Credential, Login } from "../../session/create-login.ts";
import { type AsyncState, useAsync } from "../context/use-async.ts";

/** A call as a client. */
export interface CallToMake {
  readonly clientId: string;
  readonly login: Login | undefined;
  /** Gets what the client signs in with; undefined where this page can't have it. */
  readonly credential: (() => Promise<Credential>) | undefined;
  /** The address to be called with GET. */
  readonly address: string;
}

/** What came of a call, and which call it was. */
export interface Answered extends OwnAnswer {
  readonly address: string;
}

/** A call that can be made. */
export interface OwnCallHandle {
  readonly state: AsyncState<Answered>;
  readonly verdict: Verdict;
  readonly attempt: () => void;
}

function verdictOf(state: AsyncState<Answered>): Verdict {
  if (state.kind === "failed") return "problem";
  if (state.kind !== "done") return "unknown";
  return state.value.status < 300 ? "ok" : "problem";
}

/** Makes one real call as a client, when a person asks for it. The secret is in memory for that moment alone. */
export function useOwnCall({ clientId, login, credential, address }: CallToMake): OwnCallHandle {
  const [asked, setAsked] = useState<() => Promise<Answered>>();
  const { state } = useAsync(asked);
  const attempt = () => {
    if (credential === undefined || login === undefined) return;
    setAsked(() => async () => {
      const token = await login.requestToken(clientId, await credential());
      return { address, ...(await tryOwnCall(address, token)) };
    });
  };
  return { state, verdict: verdictOf(state), attempt };
}
