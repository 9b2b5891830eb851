import { useCallback } from "react";
import type { Login } from "../../session/create-login.ts";
import type { Discovered } from "../../session/discover.ts";
import { usePanelContext } from "./panel-context.ts";
import { type AsyncState, useAsync } from "./use-async.ts";

/** Where the clients of the realm get their tokens. */
export interface LoginView {
  readonly login: Login | undefined;
  /** What the realm's discovery document says, or why it says nothing. */
  readonly discovery: AsyncState<Discovered>;
  /**
   * The addresses to be shown: the realm's own, or those that follow from the page where the realm does
   * not say them. Undefined while the realm is asked.
   */
  readonly addresses: Discovered | undefined;
}

/** Asks the realm where its clients get their tokens. */
export function useLogin(): LoginView {
  const { loadLogin, realm } = usePanelContext();
  const { state, value: login } = useAsync(useCallback(() => loadLogin(realm), [loadLogin, realm]));
  const asked = useAsync(login?.discover);
  const discovery: AsyncState<Discovered> = state.kind === "failed" ? state : asked.state;
  const assumed = (): Discovered | undefined =>
    discovery.kind === "failed" && login !== undefined
      ? { issuer: login.issuer, tokenEndpoint: login.tokenEndpoint, mtlsTokenEndpoint: undefined }
      : undefined;
  return {
    login,
    discovery,
    addresses: discovery.kind === "done" ? discovery.value : assumed(),
  };
}
