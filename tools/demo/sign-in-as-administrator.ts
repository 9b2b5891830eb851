import KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { ExpectedError } from "../command/expected-error.ts";
import type { RunningKeycloak } from "../keycloak/start-keycloak.ts";

/**
 * An Admin API client signed in as the bootstrap administrator of `master`; its token lives a
 * minute. Throws an ExpectedError when the database of an earlier run has another password.
 */
export async function signInAsAdministrator(
  keycloak: Pick<RunningKeycloak, "baseUrl" | "adminUsername" | "adminPassword">,
): Promise<KeycloakAdminClient> {
  const client = new KeycloakAdminClient({ baseUrl: keycloak.baseUrl });
  try {
    await client.auth({
      grantType: "password",
      clientId: "admin-cli",
      username: keycloak.adminUsername,
      password: keycloak.adminPassword,
    });
  } catch (error) {
    throw new ExpectedError(
      `Signing in as ${keycloak.adminUsername} with the password "${keycloak.adminPassword}" failed (${error instanceof Error ? error.message : String(error)}), as if it was changed in an earlier run: begin with an empty database with \`npm start -- --fresh\`.`,
    );
  }
  return client;
}
