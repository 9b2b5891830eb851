import type { TokenSource } from "../../keycloak/api/admin-api.ts";
import { createLogin } from "../../session/create-login.ts";
import type { ServerLogin } from "./server-login.ts";

/** Access tokens of a client, with a new one after the server has rejected the last. */
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
      // All requests with a rejected token wait for the same new token.
      if (!isRequested) token = undefined;
    },
  };
}
