import type KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import demoRealm from "./demo-realm.json" with { type: "json" };

/** The client that the demonstration is about; made as the admin console would make it. */
const apiClient = {
  clientId: "api-client",
  name: "API client",
  description: "Calls the Admin API with its service account, which holds no admin role yet",
  protocol: "openid-connect",
  publicClient: false,
  secret: "api-client-secret",
  serviceAccountsEnabled: true,
  standardFlowEnabled: false,
  directAccessGrantsEnabled: false,
};

/** The demonstration realm as it is on the server. */
export interface DemoRealm {
  readonly realm: string;
  readonly clientId: string;
  readonly clientUuid: string;
}

/**
 * Makes sure that the realm `demo` and its client `api-client` exist; what exists stays as it is,
 * so that a second start finds everything as it was left.
 *
 * `api-client` is not part of the imported realm: an import would give its service account neither
 * the default roles nor (on 26.7) the client scope `service_account`, as tried on 26.0.8 and 26.7.3.
 */
export async function ensureDemoRealm(admin: KeycloakAdminClient): Promise<DemoRealm> {
  const { realm } = demoRealm;
  // Typed as undefined when there is none, but it is null.
  if (!(await admin.realms.findOne({ realm }))) {
    await admin.realms.create(demoRealm);
  }
  const { clientId } = apiClient;
  const [existing] = await admin.clients.find({ realm, clientId });
  const clientUuid = existing?.id ?? (await admin.clients.create({ realm, ...apiClient })).id;
  return { realm, clientId, clientUuid };
}
