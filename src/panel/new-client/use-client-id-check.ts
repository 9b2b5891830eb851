import { useMemo } from "react";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { isClientIdTaken } from "../../keycloak/new-client/create-client.ts";
import { useAsync } from "../context/use-async.ts";
import { flawOfClientId } from "./new-client.ts";

/** How long the person's fingers rest before the server is asked, in milliseconds. */
const rest = 300;

/** What is known of a client ID: `checking` also where the server could not be asked yet. */
export type ClientIdVerdict =
  | "blank"
  | "spaces"
  | "tooLong"
  | "checking"
  | "free"
  | "taken"
  | "notChecked";

/** Ends once the fingers have rested; never where the signal is aborted before. */
function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, rest);
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
}

/** Looks while the person types whether a client can be called so. */
export function useClientIdCheck(api: AdminApi, clientId: string): ClientIdVerdict {
  const flaw = flawOfClientId(clientId);
  const check = useMemo(
    () =>
      flaw === undefined
        ? async (signal: AbortSignal): Promise<ClientIdVerdict> => {
            await pause(signal);
            return (await isClientIdTaken(api, clientId)) ? "taken" : "free";
          }
        : undefined,
    [api, clientId, flaw],
  );
  const { state, value } = useAsync(check);
  return flaw ?? value ?? (state.kind === "failed" ? "notChecked" : "checking");
}
