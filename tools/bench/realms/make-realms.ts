import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { sendRequest, succeeded } from "../../measure/send-request.ts";

/** A key that takes no time to make; without one, each realm would have four of its own. */
const components = {
  "org.keycloak.keys.KeyProvider": [{ name: "hmac", providerId: "hmac-generated", config: {} }],
};

/** A token of the administrator lives a minute. */
const realmsPerToken = 20;

/**
 * Makes that many realms, empty but for what each realm has, and so as many clients of master.
 *
 * @param newAdmin signs in anew
 */
export async function makeRealms(
  newAdmin: () => Promise<KeycloakAdminClient>,
  count: number,
  report: (line: string) => void,
): Promise<void> {
  for (let from = 0; from < count; from += realmsPerToken) {
    const admin = await newAdmin();
    const token = (await admin.getAccessToken()) ?? "";
    for (let place = from; place < Math.min(count, from + realmsPerToken); place += 1) {
      const realm = `realm-${String(place).padStart(4, "0")}`;
      const body = { realm, enabled: true, components };
      const request = { method: "POST", path: "/admin/realms", token, body };
      const answer = await sendRequest(admin.baseUrl, request);
      if (!succeeded(answer)) throw new Error(`Making ${realm} failed: ${answer.text}`);
    }
    if (from % 100 === 0) report(`  ${from} of ${count} realms`);
  }
}
