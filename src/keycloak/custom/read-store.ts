import { storeClientId } from "../../access/custom/store-client-id.ts";
import { type Store, storeOf } from "../../access/custom/store-of.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError, isForbidden } from "../api/admin-api-error.ts";
import { attributesOf } from "../api/attributes-of.ts";
import { fieldsOf, itemsOf, textOf } from "../api/parse-answers.ts";
import { findAdminClient } from "../client/find-admin-client.ts";
import { adminClientOf } from "./preset-place.ts";

/**
 * Reads the presets of a realm's own.
 *
 * Who may only search for clients gets an empty list (contract case). So where the store isn't in the answer, the client
 * with the admin roles is looked for, which every realm has: without it, whether there is a store is not known.
 *
 * @param seesClients set if it is known already whether clients are visible
 * @throws AdminApiError when a request fails for another reason than lacking rights
 */
export async function readStore(api: AdminApi, seesClients?: boolean): Promise<Store> {
  try {
    const store = await api.call("readClient", async () =>
      storeInAnswer(await api.clients.find({ clientId: storeClientId })),
    );
    if (store) return store;
    const isNone = seesClients ?? (await seesAdminClient(api));
    return { kind: isNone ? "none" : "notKnown" };
  } catch (thrown) {
    if (isForbidden(thrown)) return { kind: "notKnown" };
    throw thrown;
  }
}

/**
 * The store in an answer to the question for its client; undefined if it isn't in it.
 *
 * @throws UnexpectedAnswerError when the answer is no list of clients
 */
export function storeInAnswer(answer: unknown): Store | undefined {
  const fields = itemsOf(answer)
    .map(fieldsOf)
    .find((it) => it.get("clientId") === storeClientId);
  return fields && storeOf(textOf(fields, "id"), fields, attributesOf(fields));
}

async function seesAdminClient(api: AdminApi): Promise<boolean> {
  try {
    await findAdminClient(api, adminClientOf(api));
    return true;
  } catch (thrown) {
    if (thrown instanceof AdminApiError && thrown.failure === "hidden") return false;
    throw thrown;
  }
}
