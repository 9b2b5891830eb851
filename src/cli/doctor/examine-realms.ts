import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import { AdminApiError } from "../../keycloak/api/admin-api-error.ts";
import { listRealms } from "../../keycloak/survey/list-realms.ts";
import { clientTokens } from "../server/client-tokens.ts";
import { explainingFailures } from "../server/explain-server-failure.ts";
import type { ServerLogin } from "../server/server-login.ts";
import { type OwnObject, ownObjects } from "./own-objects.ts";

/** The objects of one kind on a server. */
export interface FoundObjects {
  readonly object: OwnObject;
  /** What was found in each realm that has some. */
  readonly found: ReadonlyMap<string, readonly string[]>;
  /** How many realms show whether they have some. */
  readonly seen: number;
  /** Realms in which they can't be seen. */
  readonly hidden: readonly string[];
}

const ofOneRealm = ["forbidden", "hidden", "notFound"];

/**
 * Finds what this extension has left in the realms that a client may see.
 *
 * @throws CliError where the server can't be asked
 */
export async function examineRealms(login: ServerLogin): Promise<readonly FoundObjects[]> {
  const tokens = clientTokens(login);
  const apiOf = (realm: string) => createAdminApi(login.server, realm, tokens);
  return explainingFailures(login, async () => {
    const realms = await listRealms(apiOf(login.loginRealm));
    const all: FoundObjects[] = [];
    for (const object of ownObjects) {
      const found = new Map<string, readonly string[]>();
      const hidden: string[] = [];
      for (const realm of realms) {
        const names = await object.find(apiOf(realm)).catch((thrown: unknown) => {
          if (thrown instanceof AdminApiError && ofOneRealm.includes(thrown.failure)) {
            return undefined;
          }
          throw thrown;
        });
        if (names === undefined) hidden.push(realm);
        else if (names.length > 0) found.set(realm, names);
      }
      all.push({ object, found, seen: realms.length - hidden.length, hidden });
    }
    return all;
  });
}
