import { useCallback } from "react";
import { userIdOf } from "../../access/model/account.ts";
import { administeredBy } from "../../access/model/admin-client-id.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { type RecordedUse, usualWindow } from "../../access/use/recorded-use.ts";
import type { AdvisedUse, Knowledge } from "../context/load-knowledge.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { type Async, useAsync } from "../context/use-async.ts";

/** What events tell of a service account, and what follows from that. */
export interface UsedAccess extends AdvisedUse {
  readonly recorded: RecordedUse;
}

/** The realm whose events tell of a client's writes: the one that its roles administer. */
export function useAdministeredRealm({ adminClient }: Snapshot): string {
  return administeredBy(adminClient.clientId, usePanelContext().realm);
}

/**
 * Reads which access was used, from the admin events of the realm that is administered.
 *
 * @returns its value is `notSeen` where the person may not see events
 */
export function useUsedAccess(
  snapshot: Snapshot,
  knowledge: Knowledge,
): Async<UsedAccess | "notSeen"> {
  const { adminBaseUrl, realm, tokens } = usePanelContext();
  const administered = useAdministeredRealm(snapshot);
  const read = useCallback(
    async (signal: AbortSignal) => {
      const { createAdminApi, readRecordedUse } = await import("../presets/dialogs.ts");
      const apiOf = (ofRealm: string) => createAdminApi(adminBaseUrl, ofRealm, tokens);
      const recorded = await readRecordedUse(apiOf(administered), {
        ...{ clientUuid: snapshot.client.clientUuid, home: apiOf(realm), days: usualWindow },
        ...{ userId: userIdOf(snapshot.account), signal },
      });
      if (recorded === undefined) return "notSeen";
      return { recorded, ...(await knowledge.adviseOn(recorded.events, snapshot)) };
    },
    [snapshot, knowledge, adminBaseUrl, realm, administered, tokens],
  );
  return useAsync(read);
}
