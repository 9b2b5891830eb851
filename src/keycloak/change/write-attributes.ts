import type { AdminApi } from "../api/admin-api.ts";
import { parseClient } from "../api/parse-answers.ts";
import { keptSwitches } from "./kept-switches.ts";

/**
 * Writes attributes of a client. Its other attributes stay, because the server changes only those of a request; an
 * empty one is removed (contract case). The client is read before that: a switch that someone turned on meanwhile
 * must stay on.
 *
 * @param attributes texts by the names of their attributes
 * @throws AdminApiError when a request fails
 */
export async function writeAttributes(
  api: AdminApi,
  clientUuid: string,
  attributes: Readonly<Record<string, string>>,
): Promise<void> {
  const id = clientUuid;
  const client = await api.call("readClient", async () =>
    parseClient(await api.clients.findOne({ id })),
  );
  await api.call("change", () =>
    api.clients.update({ id }, { ...keptSwitches(client), attributes }),
  );
}
