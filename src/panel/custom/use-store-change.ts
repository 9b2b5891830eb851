import { useState } from "react";
import type { StoreChange } from "../../keycloak/custom/write-preset.ts";

/** Why nothing was stored, or why it isn't known. */
export type StoreFailure =
  | { readonly kind: "refused"; readonly change: Exclude<StoreChange, { kind: "done" }> }
  | { readonly kind: "thrown"; readonly thrown: unknown };

/** Runs a change of a realm's store, once at a time. */
export function useStoreChange(onDone: () => void) {
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<StoreFailure>();
  const run = async (write: () => Promise<StoreChange>) => {
    setIsRunning(true);
    setFailure(undefined);
    try {
      const change = await write();
      if (change.kind === "done") {
        onDone();
        return;
      }
      setFailure({ kind: "refused", change });
    } catch (thrown) {
      setFailure({ kind: "thrown", thrown });
    }
    setIsRunning(false);
  };
  return { isRunning, failure, run };
}
