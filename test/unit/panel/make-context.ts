import type { PanelContext } from "../../../src/panel/context/panel-context.ts";

/** A page of `master` whose server does not answer. */
export function makeContext(part: Partial<PanelContext> = {}): PanelContext {
  const never = () => new Promise<never>(() => undefined);
  return {
    adminBaseUrl: "https://kc",
    language: { locale: "en", texts: {}, loadCallTexts: never },
    realm: "master",
    isMaster: true,
    loginRealm: "master",
    consoleScript: undefined,
    tokens: { accessToken: never, forgetToken: () => undefined },
    loadLogin: never,
    isLoginHere: true,
    addressOf: () => "",
    reload: () => undefined,
    outdatePage: () => undefined,
    signal: new AbortController().signal,
    ...part,
  };
}
