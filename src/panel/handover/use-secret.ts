import { useState } from "react";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { readClientSecret } from "../../keycloak/client/read-client-secret.ts";
import { useAsync } from "../context/use-async.ts";

/** A client's secret, as far as it was asked for. */
export interface SecretHandle {
  readonly value: string | undefined;
  readonly isReading: boolean;
  /** Why it could not be read. */
  readonly thrown: unknown;
  /** Reads it, once; undefined where that failed. */
  readonly read: () => Promise<string | undefined>;
}

/** Reads a client's secret when it is first asked for, and keeps it as long as the component is shown. */
export function useSecret(api: AdminApi, clientUuid: string): SecretHandle {
  // All who ask while it is read wait for the same answer.
  const [asked, setAsked] = useState<() => Promise<string>>();
  const { state, value } = useAsync(asked);
  const ask = () => {
    const reading = readClientSecret(api, clientUuid);
    setAsked(() => () => reading);
    return reading;
  };
  const read = async () => {
    try {
      return await (asked === undefined || state.kind === "failed" ? ask() : asked());
    } catch {
      return undefined;
    }
  };
  return {
    value,
    isReading: state.kind === "loading",
    thrown: state.kind === "failed" ? state.thrown : undefined,
    read,
  };
}
