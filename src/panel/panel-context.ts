import { createContext, useContext } from "react";
import type { TokenSource } from "../keycloak/admin-api.ts";

/** Where the clients of the realm get their tokens. */
export interface Login {
  readonly tokenEndpoint: string;
  readonly isReachable: () => Promise<boolean>;
  /** Gets an access token as a client; what it throws says in `cause` why it was refused. */
  readonly requestToken: (clientId: string, secret: string) => Promise<string>;
}

/** All that the panel is given of the page it stands on. */
export interface PanelContext {
  /** Where the Admin API answers, relative path included. */
  readonly adminBaseUrl: string;
  readonly realm: string;
  readonly clientUuid: string;
  readonly isMaster: boolean;
  /** File name of the console's entry script, which tells the version of Keycloak. */
  readonly consoleScript: string | undefined;
  /** Whether the console itself shows that the client has a service account. */
  readonly isAccountExpected: boolean;
  readonly tokens: TokenSource;
  /** Loads what knows where the realm's clients get their tokens. */
  readonly loadLogin: () => Promise<Login>;
  /** Whether people sign in on the console's own origin, so that its pages may get tokens there. */
  readonly isLoginHere: boolean;
  /** Loads the page again, which also signs in where that is needed. */
  readonly reload: () => void;
  /**
   * Tells that the console's own forms of this client hold settings that no longer hold, and would
   * write them back: the page is loaded again when this tab is left.
   */
  readonly outdatePage: () => void;
  /** Ends the panel. */
  readonly signal: AbortSignal;
}

export const PanelContextProvider = createContext<PanelContext | undefined>(undefined);

/** What the page gave the panel. */
export function usePanelContext(): PanelContext {
  const context = useContext(PanelContextProvider);
  if (context === undefined) throw new Error("This component stands outside of the panel.");
  return context;
}
