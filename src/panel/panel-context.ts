import { createContext, useContext } from "react";
import type { TokenSource } from "../keycloak/admin-api.ts";

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
  /** Loads the page again, which also signs in where that is needed. */
  readonly reload: () => void;
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
