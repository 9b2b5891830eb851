import { storeClientId } from "../../access/custom/store-client-id.ts";
import { type Store, storeOf } from "../../access/custom/store-of.ts";
import { adminClientId } from "../../access/model/admin-client-id.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError, isForbidden } from "../api/admin-api-error.ts";
import { attributesOf } from "../api/attributes-of.ts";
import { fieldsOf, itemsOf, textOf } from "../api/parse-answers.ts";
import { findAdminClient } from "../client/find-admin-client.ts";

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
    const found = await api.call("readClient", async () =>
      itemsOf(await api.clients.find({ clientId: storeClientId })).map(fieldsOf),
    );
    const fields = found.find((it) => it.get("clientId") === storeClientId);
    if (fields) return storeOf(textOf(fields, "id"), fields, attributesOf(fields));
    const isNone = seesClients ?? (await seesAdminClient(api));
    return { kind: isNone ? "none" : "notKnown" };
  } catch (thrown) {
    if (isForbidden(thrown)) return { kind: "notKnown" };
    throw thrown;
  }
}

async function seesAdminClient(api: AdminApi): Promise<boolean> {
  try {
    await findAdminClient(api, adminClientId(api.realm === "master", api.realm));
    return true;
  } catch (thrown) {
    if (thrown instanceof AdminApiError && thrown.failure === "hidden") return false;
    throw thrown;
  }
}
