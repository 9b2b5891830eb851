import { useMemo } from "react";
import type { AdminApi } from "../../../keycloak/api/admin-api.ts";
import { isClientIdTaken } from "../../../keycloak/new-client/create-client.ts";
import { typingPause } from "../../context/typing-pause.ts";
import { useAsync } from "../../context/use-async.ts";

import { flawOfClientId } from "./new-client.ts";

/** What is known of a client ID: `checking` also where the server could not be asked yet. */
export type ClientIdVerdict =
  | "blank"
  | "spaces"
  | "tooLong"
  | "checking"
  | "free"
  | "taken"
  | "notChecked";

/** Looks while the person types whether a client can be called so. */
export function useClientIdCheck(api: AdminApi, clientId: string): ClientIdVerdict {
  const flaw = flawOfClientId(clientId);
  const check = useMemo(
    () =>
      flaw === undefined
        ? async (signal: AbortSignal): Promise<ClientIdVerdict> => {
            await typingPause(signal);
            return (await isClientIdTaken(api, clientId)) ? "taken" : "free";
          }
        : undefined,
    [api, clientId, flaw],
  );
  const { state, value } = useAsync(check);
  return flaw ?? value ?? (state.kind === "failed" ? "notChecked" : "checking");
}
