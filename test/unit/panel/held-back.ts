import type { Fault } from "../keycloak/serve-keycloak.ts";
import { makePromise } from "./make-promise.ts";

/** Holds an answer back until it is let go: nothing is asked of the server before. */
export function heldBack(): { readonly fault: Fault; readonly letGo: () => void } {
  const free = makePromise<undefined>();
  return {
    fault: async (answer) => {
      await free.promise;
      return answer();
    },
    letGo: () => free.resolve(undefined),
  };
}
