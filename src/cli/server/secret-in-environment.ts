import { maskedSecret } from "../../catalog/server/masked-secret.ts";
import { CliError } from "../cli-error.ts";
import type { CliHost } from "../cli-host.ts";

/**
 * The secret of the client that signs in, from the environment variable `CLIENT_SECRET`.
 *
 * @throws CliError if it isn't set, or is what Keycloak shows in place of a secret
 */
export function secretInEnvironment(
  clientId: string,
  { environment }: Pick<CliHost, "environment">,
): string {
  const secret = environment["CLIENT_SECRET"];
  if (secret === undefined) {
    throw new CliError(`Set the environment variable CLIENT_SECRET to the secret of ${clientId}.`);
  }
  if (secret === maskedSecret) {
    throw new CliError(
      `CLIENT_SECRET is ${maskedSecret}: Keycloak shows that in place of the secret of ${clientId}.`,
      "To see the secret, you need manage-clients, or permission to manage this client.",
    );
  }
  return secret;
}
