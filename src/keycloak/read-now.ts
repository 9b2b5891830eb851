import type { Snapshot } from "../access/snapshot.ts";
import type { AdminApi } from "./admin-api.ts";
import { type ClientState, type ReadOptions, readClientState } from "./read-client-state.ts";

/** Where a client is read and written. */
export interface Subject {
  readonly api: AdminApi;
  readonly options: ReadOptions;
}

/**
 * Reads the whole state of a client anew, with the realm's client scopes where they were read before.
 *
 * @throws AdminApiError when a request fails
 */
export function readNow({ api, options }: Subject, known: Snapshot): Promise<ClientState> {
  const asksClientScope = options.asksClientScope || known.adminClientScope !== "notAsked";
  return readClientState(api, { ...options, isAccountExpected: false, asksClientScope });
}
