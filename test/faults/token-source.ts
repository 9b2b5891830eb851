import type { TokenSource } from "../../src/keycloak/admin-api.ts";
import { requestToken } from "../e2e/admin-api.ts";
import type { Deployment } from "../e2e/servers/deployment.ts";

/** The tokens of `admin-cli` live for 60 s. */
const tokenAge = 40_000;

/** Tokens of the server's administrator for the product, each taken for several cases. */
export function createTokenSource(server: Deployment): TokenSource {
  let token: { readonly text: Promise<string>; readonly until: number } | undefined;
  return {
    accessToken: () => {
      if (token === undefined || token.until < Date.now()) {
        const text = requestToken(server, "master", {
          grant_type: "password",
          client_id: "admin-cli",
          username: server.adminUsername,
          password: server.adminPassword,
        });
        token = { text, until: Date.now() + tokenAge };
      }
      return token.text;
    },
    forgetToken: () => {
      token = undefined;
    },
  };
}
