import type { AdminApi } from "../api/admin-api.ts";
import { fieldsOf, itemsOf } from "../api/parse-answers.ts";

/** Enough that one of them carries no admin roles: those of `master` do, one for each realm, and nobody may change them. */
const asked = 100;

/**
 * Whether the server says of some client that the administrator may change it. That is asked before the first client is
 * made in one of several realms.
 *
 * @throws AdminApiError when the request fails
 */
export async function mayManageClients(api: AdminApi): Promise<boolean> {
  const clients = await api.call("readClient", async () =>
    itemsOf(await api.clients.find({ first: 0, max: asked })).map(fieldsOf),
  );
  return clients.some((fields) => {
    const access = fields.get("access");
    return typeof access === "object" && access !== null && fieldsOf(access).get("manage") === true;
  });
}
