import { useEffect, useState } from "react";
import type { Login } from "../../session/create-login.ts";
import { usePanelContext } from "./panel-context.ts";

/** Where the clients of the realm get their tokens, and whether that answers this browser. */
export function useLogin(): { login: Login | undefined; isReachable: boolean | undefined } {
  const { loadLogin, realm } = usePanelContext();
  const [login, setLogin] = useState<Login>();
  const [isReachable, setIsReachable] = useState<boolean>();
  useEffect(() => {
    let isShown = true;
    const look = async () => {
      const loaded = await loadLogin(realm);
      if (!isShown) return;
      setLogin(loaded);
      const answers = await loaded.isReachable();
      if (isShown) setIsReachable(answers);
    };
    look().catch(() => setIsReachable(false));
    return () => {
      isShown = false;
    };
  }, [loadLogin, realm]);
  return { login, isReachable };
}
