import { useMemo, useState } from "react";
import { areTokensRefused } from "../../access/check/tokens-refused.ts";
import {
  type FinePermissions,
  finePermissionsOf,
  noFinePermissions,
} from "../../access/model/fine-permissions.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { hasFeature } from "../../catalog/server/server-features.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import { type RealmFacts, readRealmFacts } from "../../keycloak/client/read-realm-facts.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { type AsyncState, useAsync } from "../context/use-async.ts";
import type { RealmRead, RealmSays } from "./realm-context.ts";

/**
 * Reads, once the client is shown, what its realm says of its calls: one small request that nothing waits for.
 * A client of `master` that administers another realm has no fine-grained permissions there: they concern
 * accounts of the same realm.
 */
export function useRealmRead(
  snapshot: Snapshot,
  { subject, administeredRealm }: Pick<ClientStateHandle, "subject" | "administeredRealm">,
): RealmSays {
  const { adminBaseUrl, consoleScript } = usePanelContext();
  const [now] = useState(() => Date.now());
  const { api } = subject;
  const load = useMemo(() => () => readRealmFacts(api), [api]);
  const { state, value } = useAsync<RealmFacts>(load);
  const version = versionOfConsole(consoleScript);
  const isOfRealm = api.realm === administeredRealm;
  const { authorizationServicesEnabled: areOlderUsed } = snapshot.adminClient;
  const permissions = useMemo(
    () => (isOfRealm ? permissionsIn(state, areOlderUsed, version) : noFinePermissions),
    [isOfRealm, state, areOlderUsed, version],
  );
  // What the access check read later counts.
  const [later, tell] = useState<RealmRead>();
  const settings = later?.settings ?? value?.settings;
  const circumstances = { realm: settings, baseUrl: adminBaseUrl, version, now };
  return {
    permissions,
    areTokensRefused: areTokensRefused(snapshot, circumstances),
    areAdminEventsSaved: value?.adminEventsEnabled,
    settings,
    tokenEndpoint: later?.tokenEndpoint,
    tell,
  };
}

/** Those of version 2 come with Keycloak 26.2; before, a realm says nothing of them. */
function permissionsIn(
  state: AsyncState<RealmFacts>,
  areOlderUsed: boolean,
  version: string | undefined,
): FinePermissions | undefined {
  if (hasFeature("fineGrainedPermissions", version) === false) {
    return finePermissionsOf(undefined, areOlderUsed);
  }
  if (state.kind === "failed") return { kind: "notKnown", why: "notRead" };
  return state.kind === "done" ? finePermissionsOf(state.value, areOlderUsed) : undefined;
}
