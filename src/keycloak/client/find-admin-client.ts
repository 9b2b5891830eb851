import type { ClientSettings } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { parseClients } from "../api/parse-answers.ts";

/**
 * Finds the client with the admin roles of a realm.
 *
 * @throws AdminApiError when the request fails; `hidden` if the answer omits the client because the
 * person can't see it
 */
export async function findAdminClient(
  { call, clients }: Pick<AdminApi, "call" | "clients">,
  clientId: string,
): Promise<ClientSettings> {
  const found = await call("findAdminClient", async () =>
    parseClients(await clients.find({ clientId })),
  );
  const adminClient = found.find((it) => it.clientId === clientId);
  if (adminClient === undefined) {
    throw new AdminApiError({ attempt: "findAdminClient", failure: "hidden" });
  }
  return adminClient;
}
