import type { ClientSettings } from "../model/snapshot.ts";
import { wayToSignIn } from "./way-to-sign-in.ts";

/**
 * Whether the client signs in with a secret that has expired, so that it gets no token.
 *
 * @param now in milliseconds since 1970
 */
export function hasSecretEnded(client: ClientSettings, now: number): boolean {
  const { kind } = wayToSignIn(client);
  const { secretExpiresAt } = client.tokenSettings;
  return (
    (kind === "secret" || kind === "secretJwt") &&
    secretExpiresAt !== undefined &&
    secretExpiresAt * 1_000 <= now
  );
}
