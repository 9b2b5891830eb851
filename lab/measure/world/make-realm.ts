import { sendRequest, succeeded } from "../calls/send-request.ts";
import { createLab, type Lab } from "../lab.ts";
import { makeAuthentication } from "./make-authentication.ts";
import { makeAuthorization } from "./make-authorization.ts";
import { makeClients } from "./make-clients.ts";
import { makeOrganizations } from "./make-organizations.ts";
import { makePolicies } from "./make-policies.ts";
import { makeProviders } from "./make-providers.ts";
import { makeSessions } from "./make-sessions.ts";
import { makeUsers } from "./make-users.ts";
import { makeWorkflow } from "./make-workflow.ts";

/**
 * Makes a realm that has one of everything that the Admin API can be asked about, and tells the
 * fixtures where it all is. Events and sessions are made last, and then no more are recorded, so
 * that an answer stays the same while the calls are compared.
 */
export async function makeRealm(options: {
  baseUrl: string;
  realm: string;
  newAdminToken: () => Promise<string>;
  smtpPort: number;
  directoryUrl?: string;
  has: (callKey: string) => boolean;
}): Promise<Lab> {
  const { baseUrl, realm, newAdminToken, smtpPort } = options;
  const body = {
    realm,
    enabled: true,
    organizationsEnabled: true,
    eventsEnabled: true,
    adminEventsEnabled: true,
    adminEventsDetailsEnabled: true,
    bruteForceProtected: true,
    internationalizationEnabled: true,
    supportedLocales: ["en", "de"],
    smtpServer: { host: "localhost", port: String(smtpPort), from: "keycloak@example.org" },
    attributes: { adminPermissionsEnabled: "false", ssfEnabled: "true" },
  };
  const request = { method: "POST", path: "/admin/realms", token: await newAdminToken(), body };
  const answer = await sendRequest(baseUrl, request);
  if (!succeeded(answer)) throw new Error(`Making the realm failed: ${answer.text}`);
  const lab = createLab({ ...options, adminToken: await newAdminToken() });
  await makeClients(lab);
  await makeUsers(lab);
  await makeAuthorization(lab);
  await makeProviders(lab);
  await makeAuthentication(lab);
  await makeOrganizations(lab);
  await makePolicies(lab);
  await makeWorkflow(lab);
  await makeSessions(lab);
  await lab.send("PUT", "", { eventsEnabled: false, adminEventsEnabled: false });
  return lab;
}
