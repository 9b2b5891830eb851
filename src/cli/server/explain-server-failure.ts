import { AdminApiError } from "../../keycloak/api/admin-api-error.ts";
import { SessionError } from "../../session/session-error.ts";
import type { ServerLogin } from "./server-login.ts";

/** Says why a server could not be read, and what to do; undefined where the server is not the reason. */
export function explainServerFailure(
  thrown: unknown,
  { server, loginRealm }: Pick<ServerLogin, "server" | "loginRealm">,
): string | undefined {
  const isOfServer = thrown instanceof SessionError || thrown instanceof AdminApiError;
  if (isOfServer && thrown.failure === "redirected") {
    return `${server} redirects to another address, which was not asked. Give the address that answers without a redirect, its relative path included.`;
  }
  if (thrown instanceof SessionError) {
    if (thrown.failure === "requestRefused") {
      return `${server} says: ${String(thrown.cause)}. It gave the client no token at realm ${loginRealm}. Check that the realm and the user of the client's service account are enabled, that the address is HTTPS where the realm requires it, and the realm's client policies.`;
    }
    return thrown.failure === "refused"
      ? `${server} did not let the client in at realm ${loginRealm}: ${String(thrown.cause)}. Check the client ID, CLIENT_SECRET and that the client has a service account.`
      : `${server} did not answer as Keycloak does. Check the address and its relative path.`;
  }
  if (thrown instanceof AdminApiError) {
    const status = thrown.status === undefined ? "" : ` (${thrown.status})`;
    return `The Admin API of ${server} failed at "${thrown.attempt}"${status}: ${thrown.failure}. The client needs view-clients, view-users and query-groups; view-realm and view-events show more.`;
  }
  return undefined;
}
