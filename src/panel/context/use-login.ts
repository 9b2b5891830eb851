import { useCallback } from "react";
import type { Login } from "../../session/create-login.ts";
import { usePanelContext } from "./panel-context.ts";
import { useAsync } from "./use-async.ts";

/** Where the clients of the realm get their tokens, and whether that answers this browser. */
export function useLogin(): { login: Login | undefined; isReachable: boolean | undefined } {
  const { loadLogin, realm } = usePanelContext();
  const { state, value: login } = useAsync(useCallback(() => loadLogin(realm), [loadLogin, realm]));
  const reach = useAsync(login?.isReachable);
  return { login, isReachable: state.kind === "failed" ? false : reach.value };
}
