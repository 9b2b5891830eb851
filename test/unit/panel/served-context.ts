import type { PanelContext } from "../../../src/panel/context/panel-context.ts";
import { makeContext } from "./make-context.ts";
import { makeLogin } from "./make-login.ts";

/**
 * The page of a realm whose server is the Keycloak in memory.
 *
 * @param token of who looks at it
 */
export function servedContext(
  realm: string,
  token: string,
  part: Partial<PanelContext> = {},
): PanelContext {
  return makeContext({
    adminBaseUrl: "https://kc.example.org",
    language: { locale: "en", texts: {}, loadCallTexts: async () => ({}) },
    realm,
    isMaster: realm === "master",
    loginRealm: realm,
    // Of 26.7, which asks for no client scope.
    consoleScript: "main-BbID33M6.js",
    tokens: { accessToken: async () => token, forgetToken: () => undefined },
    loadLogin: async () => makeLogin(),
    addressOf: ({ realm: of, clientUuid, tab, preset }) =>
      `https://kc.example.org/#/${[of, clientUuid, tab, preset].filter(Boolean).join("/")}`,
    ...part,
  });
}
