import { useState } from "react";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { readClientSecret } from "../../keycloak/client/read-client-secret.ts";

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
  const [value, setValue] = useState<string>();
  const [isReading, setIsReading] = useState(false);
  const [thrown, setThrown] = useState<unknown>();
  const read = async () => {
    if (value !== undefined) return value;
    setIsReading(true);
    setThrown(undefined);
    try {
      const secret = await readClientSecret(api, clientUuid);
      setValue(secret);
      return secret;
    } catch (failure) {
      setThrown(failure);
      return undefined;
    } finally {
      setIsReading(false);
    }
  };
  return { value, isReading, thrown, read };
}
