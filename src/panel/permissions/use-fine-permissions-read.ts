import { useMemo } from "react";
import { type FinePermissions, noFinePermissions } from "../../access/model/fine-permissions.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import { readFinePermissions } from "../../keycloak/client/read-fine-permissions.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";

/**
 * Reads, once the client is shown, whether fine-grained permissions may count for it; nothing waits for the answer.
 * A client of `master` that administers another realm has none there: they concern accounts of the same realm.
 *
 * @returns undefined until that is read
 */
export function useFinePermissionsRead(
  { adminClient }: Pick<Snapshot, "adminClient">,
  { subject, administeredRealm }: Pick<ClientStateHandle, "subject" | "administeredRealm">,
): FinePermissions | undefined {
  const { consoleScript } = usePanelContext();
  const { api } = subject;
  const isOfRealm = api.realm === administeredRealm;
  const { authorizationServicesEnabled } = adminClient;
  const load = useMemo(
    () =>
      isOfRealm
        ? () =>
            readFinePermissions(
              api,
              { authorizationServicesEnabled },
              versionOfConsole(consoleScript),
            )
        : undefined,
    [isOfRealm, api, authorizationServicesEnabled, consoleScript],
  );
  const { state } = useAsync(load);
  switch (state.kind) {
    case "idle":
      return noFinePermissions;
    case "done":
      return state.value;
    case "failed":
      return { kind: "notKnown", why: "notRead" };
    default:
      return undefined;
  }
}
