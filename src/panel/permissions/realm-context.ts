import { createContext, useContext } from "react";
import type { FinePermissions } from "../../access/model/fine-permissions.ts";
import type { RealmSettings } from "../../access/model/realm-settings.ts";

/** What the realm says of the calls of the client that is shown; its parts are undefined until that is read. */
export interface RealmSays {
  /** Whether fine-grained permissions may count. */
  readonly permissions: FinePermissions | undefined;
  /** Whether every call is refused, whatever the roles; undefined where that isn't known either. */
  readonly areTokensRefused: boolean | undefined;
  /** Whether admin events of the client's realm are saved; undefined where that isn't known either. */
  readonly areAdminEventsSaved: boolean | undefined;
  /** What decides whether its clients get tokens. */
  readonly settings: RealmSettings | undefined;
  /** Where its clients get tokens; only the access check asks for that. */
  readonly tokenEndpoint: string | undefined;
  /** Called with what was read again, so that all parts of the tab say the same. */
  readonly tell: (read: RealmRead) => void;
}

/** What the access check reads of the realm. */
export interface RealmRead {
  readonly settings: RealmSettings | undefined;
  readonly tokenEndpoint: string | undefined;
}

const nothing: RealmSays = {
  permissions: undefined,
  areTokensRefused: undefined,
  areAdminEventsSaved: undefined,
  settings: undefined,
  tokenEndpoint: undefined,
  tell: () => undefined,
};

/** What the realm says, for the parts of the tab. */
export const RealmContext = createContext<RealmSays>(nothing);

/** What the realm says of the calls of the client that is shown. */
export function useRealmSays(): RealmSays {
  return useContext(RealmContext);
}
