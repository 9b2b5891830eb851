import { maskedSecret } from "../../catalog/server/masked-secret.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError } from "../api/admin-api-error.ts";

/**
 * Reads a client's secret for immediate use. It must not be stored.
 *
 * @throws AdminApiError when the request fails; `notFound` where the client has no secret, and `hidden`
 * where the administrator may not see it
 */
export async function readClientSecret(api: AdminApi, id: string): Promise<string> {
  const { value } = await api.call("readSecret", () => api.clients.getClientSecret({ id }));
  if (value === undefined || value === "") {
    throw new AdminApiError({ attempt: "readSecret", failure: "notFound" });
  }
  if (value === maskedSecret) {
    throw new AdminApiError({ attempt: "readSecret", failure: "hidden" });
  }
  return value;
}
