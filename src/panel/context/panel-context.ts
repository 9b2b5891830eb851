import { createContext, useContext } from "react";
import type { TokenSource } from "../../keycloak/api/admin-api.ts";
import type { Texts } from "../../languages/language.ts";
import type { Login } from "../../session/create-login.ts";

/** A client's page in the console. */
interface ClientPlace {
  readonly realm: string;
  readonly clientUuid: string;
  /** A tab of the console's own. */
  readonly tab?: "credentials" | "serviceAccount";
  /** The preset whose row is to be open. */
  readonly preset?: string;
}

/** The language of a panel; what has no text in it is shown in English. */
export interface PanelLanguage {
  /** As in BCP 47, such as `pt-BR`. */
  readonly locale: string;
  readonly texts: Texts;
  /** Loads the names of calls, and what was tried with roles. */
  readonly loadCallTexts: () => Promise<Texts>;
}

/** All that a panel is given of the page it stands on. */
export interface PanelContext {
  /** Where the Admin API answers, relative path included. */
  readonly adminBaseUrl: string;
  /** What the panel speaks. */
  readonly language: PanelLanguage;
  readonly realm: string;
  readonly isMaster: boolean;
  /** The realm that the person signed in to. */
  readonly loginRealm: string;
  /** File name of the console's entry script, which tells the version of Keycloak. */
  readonly consoleScript: string | undefined;
  readonly tokens: TokenSource;
  /** Loads what knows where a realm's clients get their tokens. */
  readonly loadLogin: (realm: string) => Promise<Login>;
  /** Whether people sign in on the console's own origin, so that its pages may get tokens there. */
  readonly isLoginHere: boolean;
  /** The address of the tab of a client on this page's console, or of what is named beside it. */
  readonly addressOf: (place: ClientPlace) => string;
  /** Loads the page again, which also signs in where that is needed. */
  readonly reload: () => void;
  /**
   * Tells that the console's own forms or lists show what no longer holds, and would write it back: the
   * page is loaded again when one of its tabs is opened.
   */
  readonly outdatePage: () => void;
  /** Ends the panel. */
  readonly signal: AbortSignal;
}

/** The client whose page a panel stands on. */
export interface PageClient {
  readonly clientUuid: string;
  /** The client ID that the page shows; undefined where it shows none. */
  readonly clientIdHint: string | undefined;
  /** Id of the preset that the address asks to show; it may be anything. */
  readonly presetShown: string | undefined;
}

/** What the page gave the panel, for all of it. */
export const PanelContext = createContext<PanelContext | undefined>(undefined);

/** What the page gave the panel. */
export function usePanelContext(): PanelContext {
  const context = useContext(PanelContext);
  if (context === undefined) throw new Error("This component stands outside of the panel.");
  return context;
}
