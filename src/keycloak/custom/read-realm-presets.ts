import { type RealmPresetOptions, realmPresetOf } from "../../access/custom/realm-presets.ts";
import { clientIdOfContainer, isOfAnotherRealm } from "../../access/custom/role-container.ts";
import type { Store } from "../../access/custom/store-of.ts";
import { userIdOf } from "../../access/model/account.ts";
import {
  type CustomPresets,
  type RoleContainer,
  type RoleContent,
  type RoleKey,
  roleKey,
  type Snapshot,
  toRoleReference,
} from "../../access/model/snapshot.ts";
import type { ContainerKey, OtherContainer, RealmPreset } from "../../catalog/presets/presets.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { parseClients } from "../api/parse-answers.ts";
import { contentsOf } from "../client/contents-of.ts";
import { listOtherRoles } from "../client/list-other-roles.ts";
import { readHoldings } from "../client/read-holdings.ts";
import { readRoleContent } from "../client/read-role-content.ts";
import { fullScope, readScope } from "../client/read-scope.ts";
import { readStore } from "./read-store.ts";

/** A realm's store, and what a client's snapshot gains by the presets in it. */
export interface ReadPresets {
  readonly store: Store;
  readonly complete: (snapshot: Snapshot) => Snapshot;
}

const none: CustomPresets = { presets: [], containers: [], unseen: new Set() };

const isOther = (container: ContainerKey): container is OtherContainer =>
  container !== "admin" && container !== "realm";

/**
 * Reads the presets of a realm, and what one of its clients holds of their roles: one request where the realm has none.
 * Composite roles among them are read, because a role of any name can include admin roles.
 *
 * @throws AdminApiError when a request fails for another reason than lacking rights
 */
export async function readRealmPresets(
  api: AdminApi,
  snapshot: Snapshot,
  options: RealmPresetOptions,
): Promise<ReadPresets> {
  const store = await readStore(api, true);
  if (store.kind !== "found" || store.presets.length === 0) {
    return { store, complete: (shown) => ({ ...shown, custom: none }) };
  }
  const documents = store.presets.map((preset) => realmPresetOf(preset, options));
  const named = new Set(
    documents
      .flatMap(({ roles, formerly = [] }) => [...roles, ...formerly.flatMap((it) => it.roles)])
      .map(({ container }) => container)
      .filter(isOther),
  );
  const found = await Promise.all([...named].map((container) => find(api, container, options)));
  const containers = found.filter((it) => it !== undefined);
  const { client, adminClient, isMaster, account } = snapshot;
  const userId = userIdOf(account);
  const of = { adminClient, isMaster, others: containers };
  const [holdings, scope, ...listed] = await Promise.all([
    userId === undefined ? undefined : readHoldings(api, { serviceAccountUserId: userId, ...of }),
    client.fullScopeAllowed ? fullScope : readScope(api, client, of),
    ...containers.map((container) => listOtherRoles(api, container)),
  ]);
  const roles = [...listed.flatMap((it) => it ?? []), ...(holdings?.roles ?? [])].filter(
    ({ container }) => isOther(container),
  );
  const members = new Set(documents.flatMap((preset) => preset.roles.map(roleKey)));
  const contents = contentsOf(listed.flatMap((it) => it ?? []));
  const read = await Promise.all(
    roles
      .filter(
        (role) => members.has(roleKey(role)) && contents.get(roleKey(role))?.kind === "notRead",
      )
      .map(async (role) => [roleKey(role), await readRoleContent(api, role, snapshot)] as const),
  );
  const contentsRead = new Map<RoleKey, RoleContent>([...contents, ...read]);
  const unseen = [
    ...[...named].filter((container) => isOfAnotherRealm(container, options)),
    ...containers.filter((_, place) => !listed[place]).map((it) => it.container),
  ];
  const ofOthers = (keys: Iterable<RoleKey>) =>
    [...keys].filter((key) => isOther(toRoleReference(key).container));
  return {
    store,
    complete: (shown) => ({
      ...shown,
      custom: {
        presets: documents.map((preset) => withContents(preset, contentsRead)),
        containers,
        unseen: new Set(unseen),
      },
      roles: new Map([...shown.roles, ...roles.map((role) => [roleKey(role), role] as const)]),
      contents: new Map([...shown.contents, ...contentsRead]),
      mapped: new Set([...shown.mapped, ...ofOthers(holdings?.mapped ?? [])]),
      effective: new Set([...shown.effective, ...ofOthers(holdings?.effective ?? [])]),
      grantable: new Set([
        ...shown.grantable,
        ...ofOthers(holdings?.grantable ?? (account.kind === "none" ? roles.map(roleKey) : [])),
      ]),
      inScope: shown.inScope && new Set([...shown.inScope, ...ofOthers(scope.inScope ?? [])]),
      unseenScope: new Set([...shown.unseenScope, ...[...scope.unseenScope].filter(isOther)]),
    }),
  };
}

/** The container with its client; undefined where there is no such client, or it is another realm's. */
async function find(
  api: AdminApi,
  container: OtherContainer,
  options: RealmPresetOptions,
): Promise<RoleContainer | undefined> {
  if (isOfAnotherRealm(container, options)) return undefined;
  const clientId = clientIdOfContainer(container);
  if (clientId === undefined) return { container, clientUuid: undefined };
  const clients = await api.call("readClient", async () =>
    parseClients(await api.clients.find({ clientId })),
  );
  const client = clients.find((it) => it.clientId === clientId);
  return client && { container, clientUuid: client.clientUuid };
}

function withContents(
  preset: RealmPreset,
  contents: ReadonlyMap<RoleKey, RoleContent>,
): RealmPreset {
  const gives = preset.roles.flatMap((role) => {
    const content = contents.get(roleKey(role));
    return content?.kind === "read" ? [...content.gives].map(toRoleReference) : [];
  });
  return { ...preset, custom: { ...preset.custom, gives } };
}
