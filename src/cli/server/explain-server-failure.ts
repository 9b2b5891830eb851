import { AdminApiError } from "../../keycloak/api/admin-api-error.ts";
import { SessionError } from "../../session/session-error.ts";
import { CliError } from "../cli-error.ts";
import { explainConnection } from "./explain-connection.ts";
import type { ServerLogin } from "./server-login.ts";

/**
 * Reads from a server as a client.
 *
 * @throws CliError that says why, and what to do, where the server is the reason; otherwise what `read` throws
 */
export async function explainingFailures<Answer>(
  login: Pick<ServerLogin, "server" | "loginRealm">,
  read: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await read();
  } catch (thrown) {
    const explanation = explainServerFailure(thrown, login);
    throw explanation === undefined ? thrown : new CliError(explanation);
  }
}

/** Says why a server could not be read, and what to do; undefined where the server is not the reason. */
export function explainServerFailure(
  thrown: unknown,
  { server, loginRealm }: Pick<ServerLogin, "server" | "loginRealm">,
): string | undefined {
  const isOfServer = thrown instanceof SessionError || thrown instanceof AdminApiError;
  if (isOfServer && thrown.failure === "redirected") {
    return `${server} redirects to another address, which was not requested. Use the address that answers without a redirect, including its relative path.`;
  }
  const connection = isOfServer ? explainConnection(thrown) : undefined;
  if (thrown instanceof SessionError)
    return explainSignIn(thrown, { server, loginRealm }, connection);
  if (thrown instanceof AdminApiError) {
    const status = thrown.status === undefined ? "" : ` (${thrown.status})`;
    const beginning = `The Admin API of ${server} failed at "${thrown.attempt}"${status}: `;
    if (thrown.failure === "unreachable" && connection !== undefined)
      return `${beginning}${connection}.`;
    if (thrown.failure === "notKeycloak") {
      return `${beginning}a web page answered, as from a proxy or a sign-in page in front of it. Use the address of Keycloak itself.`;
    }
    const said =
      thrown.serverMessage === undefined ? "" : ` The server says: ${thrown.serverMessage}.`;
    return `${beginning}${thrown.failure}.${said} The client needs view-clients, view-users and query-groups. With view-realm and view-events, it sees more.`;
  }
  return undefined;
}

/** What Keycloak answers where it has no such realm, and where it has no such path. */
const isNoRealm = /^Realm does not exist/i;
const isNoPath = /HTTP 404|matching target resource/i;

function explainSignIn(
  { failure, cause }: SessionError,
  { server, loginRealm }: Pick<ServerLogin, "server" | "loginRealm">,
  connection: string | undefined,
): string {
  if (failure === "requestRefused") {
    const words = String(cause);
    if (isNoRealm.test(words)) {
      return `${server} has no realm ${loginRealm}. Check --realm and --login-realm.`;
    }
    if (isNoPath.test(words)) {
      return `${server} answered 404: Keycloak is not below this address. Check the relative path; older servers have /auth.`;
    }
    return `${server} says: ${words}. It gave the client no token in realm ${loginRealm}. Check that the realm and the user of the client's service account are enabled, that the address uses HTTPS if the realm requires it, and the realm's client policies.`;
  }
  if (failure === "refused") {
    return `${server} rejected the client in realm ${loginRealm}: ${String(cause)}. Check the client ID and CLIENT_SECRET, and that the client has a service account. If it is in another realm, name that realm with --login-realm.`;
  }
  return connection === undefined
    ? `${server} didn't answer like Keycloak. Check the address and its relative path.`
    : `${server} couldn't be reached: ${connection}.`;
}
