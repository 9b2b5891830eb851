import type { TokenSource } from "../../keycloak/api/admin-api.ts";
import { createLogin } from "../../session/create-login.ts";
import type { ServerLogin } from "./server-login.ts";

/** Access tokens of a client, a new one where the server has refused the last. */
export function clientTokens(login: ServerLogin): TokenSource {
  const { server, loginRealm, clientId, clientSecret } = login;
  const { requestToken } = createLogin(server, loginRealm);
  let token: Promise<string> | undefined;
  let isRequested = false;
  const request = async () => {
    isRequested = true;
    try {
      return await requestToken(clientId, clientSecret);
    } finally {
      isRequested = false;
    }
  };
  return {
    accessToken: () => {
      token ??= request();
      return token;
    },
    forgetToken: () => {
      // All requests whose token was refused wait for the same new one.
      if (!isRequested) token = undefined;
    },
  };
}
