import type { Store } from "../../access/custom/store-of.ts";
import { userIdOf } from "../../access/model/account.ts";
import type { ClientState } from "../../access/model/client-state.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { hasFeature } from "../../catalog/server/server-features.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { AdminApiError } from "../../keycloak/api/admin-api-error.ts";
import type { Subject } from "../../keycloak/change/read-now.ts";
import { readClientState } from "../../keycloak/client/read-client-state.ts";
import { presetPlaceOf } from "../../keycloak/custom/preset-place.ts";
import { readRealmPresets } from "../../keycloak/custom/read-realm-presets.ts";
import { readStore } from "../../keycloak/custom/read-store.ts";
import { createReadWorkflows, seesWorkflows } from "../../keycloak/ends/read-ends.ts";
import type { PanelContext } from "../context/panel-context.ts";
import { type Ends, knownEnds } from "../ends/known-ends.ts";

/** What was read of one of several clients. */
export interface ReadItem {
  readonly snapshot?: Snapshot;
  /** When roles of its account end. */
  readonly ends?: Ends;
  /** Why it could not be read. */
  readonly unread?: unknown;
}

/** What was read of a client, in the place of what was known. */
export function readItem(state: ClientState): ReadItem {
  return state.kind === "ready"
    ? { snapshot: state.snapshot }
    : { unread: new AdminApiError({ attempt: "readClient", failure: "notFound" }) };
}

/** Something for each realm, made when it is first asked for. */
function createForRealm<Made>(make: (api: AdminApi) => Made): (api: AdminApi) => Made {
  const known = new Map<string, Made>();
  return (api) => {
    const made = known.get(api.realm) ?? make(api);
    known.set(api.realm, made);
    return made;
  };
}

/**
 * What reads a client, what it holds of the presets of its realm, and when roles of its account end. The presets and the
 * workflows of a realm are read once.
 */
export function createReadOne({
  loginRealm,
  consoleScript,
}: Pick<PanelContext, "loginRealm" | "consoleScript">) {
  const storeOf = createForRealm((api): Promise<Store> => readStore(api, true));
  const readerOf = createForRealm((api) => createReadWorkflows(api, loginRealm));
  const isTooOld = hasFeature("workflows", versionOfConsole(consoleScript)) === false;

  const readEnds = async (api: AdminApi, snapshot: Snapshot): Promise<Ends> => {
    const userId = userIdOf(snapshot.account);
    if (isTooOld) return { kind: "tooOld" };
    if (userId === undefined) return { kind: "noAccount" };
    try {
      return knownEnds(await readerOf(api)(userId, seesWorkflows(snapshot)), userId, snapshot);
    } catch (thrown) {
      // The client can be changed all the same.
      return { kind: "failed", thrown };
    }
  };

  return async ({
    subject: { api, options },
  }: {
    readonly subject: Subject;
  }): Promise<ReadItem> => {
    const state = await readClientState(api, options);
    if (state.kind !== "ready") return readItem(state);
    const shown = { ...presetPlaceOf(api, options.adminClientId), visible: escapeInvisible };
    const store = await storeOf(api);
    const { complete } = await readRealmPresets(api, state.snapshot, shown, store);
    const snapshot = complete(state.snapshot);
    return { snapshot, ends: await readEnds(api, snapshot) };
  };
}
