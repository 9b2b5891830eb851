import pLimit from "p-limit";
import { useCallback } from "react";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import { readRealmFacts } from "../../keycloak/client/read-realm-facts.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";

/** How many realms are read at once. */
const atOnce = 2;

/**
 * Reads which of these realms are known to save no admin events. One that can't be read, or of which the signed-in
 * administrator may not see it, isn't named.
 *
 * @param names names of realms, each once and in the same order at each drawing, as JSON
 */
export function useUnrecordedRealms(names: string): readonly string[] {
  const { adminBaseUrl, tokens } = usePanelContext();
  const read = useCallback(
    async (ended: AbortSignal) => {
      const realms: readonly string[] = JSON.parse(names);
      const limit = pLimit(atOnce);
      const isUnrecorded = async (realm: string) => {
        if (ended.aborted) return false;
        const facts = readRealmFacts(createAdminApi(adminBaseUrl, realm, tokens));
        return (await facts.catch(() => undefined))?.adminEventsEnabled === false;
      };
      const answers = await Promise.all(realms.map((realm) => limit(isUnrecorded, realm)));
      return realms.filter((_, place) => answers[place] === true);
    },
    [names, adminBaseUrl, tokens],
  );
  return useAsync(read).value ?? [];
}
