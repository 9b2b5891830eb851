import { createCallers } from "../calls/callers.ts";
import { sendRequest } from "../calls/send-request.ts";
import type { TokenOf } from "../fixtures/fixture.ts";
import { createLab, type Lab } from "../lab.ts";

/** Makes a realm with nothing of its own beside the measured one, with its callers. */
export async function makeOtherRealm(beside: Lab): Promise<{ lab: Lab; tokenOf: TokenOf }> {
  const { baseUrl, adminToken, newAdminToken, has, name } = beside;
  // Several measured realms may stand on one server.
  const realm = `${beside.realm}-${name()}`;
  const body = { realm, enabled: true };
  const request = { method: "POST", path: "/admin/realms", token: adminToken, body };
  await sendRequest(baseUrl, request);
  const lab = createLab({ baseUrl, realm, adminToken: await newAdminToken(), newAdminToken, has });
  return { lab, tokenOf: await createCallers(lab) };
}
