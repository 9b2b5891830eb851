import { managedByAttribute } from "../../access/model/managed-by.ts";
import type { AdminApi } from "../api/admin-api.ts";

/**
 * Writes which tool manages a client, as an attribute of the client. Its other attributes stay, because the server
 * changes only those of a request; an empty one is removed (contract case).
 *
 * @param tool such as `Terraform`; undefined for none
 * @throws AdminApiError when the request fails
 */
export async function writeManagedBy(
  api: AdminApi,
  clientUuid: string,
  tool: string | undefined,
): Promise<void> {
  const attributes = { [managedByAttribute]: tool ?? "" };
  await api.call("change", () => api.clients.update({ id: clientUuid }, { attributes }));
}
