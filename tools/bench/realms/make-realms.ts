import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { sendRequest, succeeded } from "../../measure/send-request.ts";

/** A key that takes no time to make; without one, each realm would have four of its own. */
const components = {
  "org.keycloak.keys.KeyProvider": [{ name: "hmac", providerId: "hmac-generated", config: {} }],
};

/** Milliseconds after which a token is not used any more: one of `admin-cli` lives a minute. */
const tokenAge = 40_000;

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
  const begun = Date.now();
  let admin = await newAdmin();
  let signedInAt = begun;
  for (let place = 0; place < count; place += 1) {
    if (Date.now() - signedInAt > tokenAge) {
      admin = await newAdmin();
      signedInAt = Date.now();
    }
    const realm = `realm-${String(place).padStart(4, "0")}`;
    const token = (await admin.getAccessToken()) ?? "";
    const body = { realm, enabled: true, components };
    const answer = await sendRequest(admin.baseUrl, {
      method: "POST",
      path: "/admin/realms",
      token,
      body,
    });
    if (!succeeded(answer)) throw new Error(`Making ${realm} failed: ${answer.text}`);
    if (place % 100 === 0)
      report(`  ${place} of ${count} realms: ${Math.round((Date.now() - begun) / 1_000)} s`);
  }
}
