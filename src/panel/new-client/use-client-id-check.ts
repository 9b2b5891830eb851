import { useEffect, useState } from "react";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { isClientIdTaken } from "../../keycloak/new-client/create-client.ts";
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

/** Looks while the person types whether a client can be called so. */
export function useClientIdCheck(api: AdminApi, clientId: string): ClientIdVerdict {
  const [checked, setChecked] = useState<{ clientId: string; verdict: ClientIdVerdict }>();
  const flaw = flawOfClientId(clientId);
  useEffect(() => {
    if (flaw !== undefined) return;
    let isCurrent = true;
    const conclude = (verdict: ClientIdVerdict) => {
      if (isCurrent) setChecked({ clientId, verdict });
    };
    const timer = setTimeout(
      () =>
        isClientIdTaken(api, clientId).then(
          (isTaken) => conclude(isTaken ? "taken" : "free"),
          () => conclude("notChecked"),
        ),
      rest,
    );
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [api, clientId, flaw]);
  if (flaw !== undefined) return flaw;
  return checked?.clientId === clientId ? checked.verdict : "checking";
}
