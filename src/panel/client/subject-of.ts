import { adminClientId } from "../../access/model/admin-client-id.ts";
import { hasFeature } from "../../catalog/server/server-features.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import type { Subject } from "../../keycloak/change/read-now.ts";
import type { ReadOptions } from "../../keycloak/client/read-client-state.ts";
import type { PanelContext } from "../context/panel-context.ts";

interface ClientMeant {
  readonly clientUuid: string;
  /** The client's own realm. */
  readonly realm: string;
  /** The realm whose admin roles it is to have: another than its own only in `master`. */
  readonly administers: string;
  /** The client ID, as far as it is known: see {@link ReadOptions}. */
  readonly clientIdHint: string | undefined;
}

/** Where a client is read and written, from the page that a panel stands on. */
export function subjectOf(
  { adminBaseUrl, realm: pageRealm, loginRealm, isMaster, consoleScript, tokens }: PanelContext,
  { clientUuid, realm, administers, clientIdHint }: ClientMeant,
): Subject {
  const isOfMaster = isMaster && realm === pageRealm;
  const version = versionOfConsole(consoleScript);
  return {
    api: createAdminApi(adminBaseUrl, realm, tokens),
    options: {
      clientUuid,
      adminClientId: adminClientId(isOfMaster, administers),
      isMaster: isOfMaster && administers === realm,
      loginRealm,
      clientIdHint,
      version,
      // Wherever the server may ask for it: a version that isn't known may be newer.
      asksClientScope: hasFeature("asksForAdminClientScope", version) !== false,
    },
  };
}
