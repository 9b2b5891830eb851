import { isServiceAccountOn, userIdOf } from "../../access/model/account.ts";
import type { ClientState } from "../../access/model/client-state.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { parseClients } from "../api/parse-answers.ts";
import { type ReadOptions, readClientState } from "../client/read-client-state.ts";

/** The APIs for reading and writing a client. */
export interface Subject {
  readonly api: AdminApi;
  readonly options: ReadOptions;
}

/**
 * Reads the whole state of a client again, with the realm's client scopes and custom presets if they were read before.
 * An object counts as deleted only if a second answer confirms it: a proxy whose server is
 * restarting also answers 404, and the tab must not conclude that an account has no roles.
 *
 * While service accounts are on, Keycloak creates a missing account on request, so an answer
 * without an account contradicts the client.
 *
 * @throws AdminApiError when a request fails, and when two answers contradict each other
 * @see [ClientResource.getServiceAccountUser](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientResource.java)
 */
export async function readNow({ api, options }: Subject, known: Snapshot): Promise<ClientState> {
  const asksClientScope = options.asksClientScope || known.adminClientScope !== "notKnown";
  const linkedUserId = userIdOf(known.account);
  const asked = {
    ...{ ...options, clientIdHint: known.client.clientId, linkedUserId, asksClientScope },
    custom: known.custom,
  };
  const state = await readClientState(api, asked);
  if (state.kind === "clientNotFound" && (await isListed(api, known.client))) {
    throw new AdminApiError({ attempt: "readClient", failure: "notFound" });
  }
  if (state.kind !== "ready") return state;
  const { client, account, isReadable } = state.snapshot;
  if (isServiceAccountOn(client) && account.kind === "none") {
    throw new AdminApiError({ attempt: "readServiceAccount", failure: "notFound" });
  }
  if (known.isReadable && !isReadable) {
    throw new AdminApiError({ attempt: "readMappings", failure: "forbidden" });
  }
  return state;
}

/** Whether the realm's list still contains a client; false for a deleted realm. */
async function isListed(
  api: AdminApi,
  { clientId, clientUuid }: Snapshot["client"],
): Promise<boolean> {
  try {
    const found = await api.call("readClient", async () =>
      parseClients(await api.clients.find({ clientId })),
    );
    return found.some((client) => client.clientUuid === clientUuid);
  } catch (thrown) {
    if (thrown instanceof AdminApiError && thrown.failure === "notFound") return false;
    throw thrown;
  }
}
