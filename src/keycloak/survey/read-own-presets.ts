import { realmPresetsOf } from "../../access/custom/realm-presets.ts";
import { type Role, roleKey } from "../../access/model/snapshot.ts";
import { presetPlaceOf } from "../custom/preset-place.ts";
import { readStore } from "../custom/read-store.ts";
import { containersOfPresets, listContainer } from "../custom/role-containers.ts";
import type { FoundGivers, Giver } from "./find-givers.ts";
import { findGroupHolders, findHolders, type HoldersReport } from "./find-holders.ts";
import type { FoundAccounts } from "./found-accounts.ts";
import { isDefaultRole, nameOfDefaultRole } from "./name-of-default-role.ts";
import type { SurveyApi } from "./survey-api.ts";

/** What presets of a realm are read for. */
export interface OwnPresetsOptions {
  readonly adminClientId: string;
  readonly adminClientUuid: string;
  /** Makes characters visible that nobody would see. */
  readonly visible?: ((text: string) => string) | undefined;
  /** The composite roles of the realm. */
  readonly givers: Promise<Pick<FoundGivers, "compositesWith">>;
}

/** Names that can't stand in an address: it would lead elsewhere. */
const isAddressable = (name: string) => name !== "." && name !== "..";

/**
 * Reads the presets of a realm, and which service accounts have those of their roles that are no admin roles, mapped or
 * through a composite role of the realm, a group or the default role: one request where the realm has none, else one for
 * each other client, and for each role that gives some those for its holders and groups.
 *
 * @throws AdminApiError when a request fails for another reason than lacking rights
 */
export async function readOwnPresets(
  queued: SurveyApi,
  found: FoundAccounts,
  { adminClientId, adminClientUuid, visible = String, givers: composed }: OwnPresetsOptions,
): Promise<void> {
  const api = { ...queued, call: queued.queue };
  const store = await readStore(api, true);
  const place = { ...presetPlaceOf(api, adminClientId), visible };
  const documents = store.kind === "found" ? store.presets : [];
  const presets = realmPresetsOf(documents, place);
  const containers = await containersOfPresets(api, presets, place);
  const members = new Set(presets.flatMap(({ roles }) => roles.map(roleKey)));
  const listed = await Promise.all(containers.map((container) => listContainer(api, container)));
  const roles = listed.flatMap((it) => it ?? []).filter((role) => members.has(roleKey(role)));
  const single = roles
    .filter(({ name }) => isAddressable(name))
    .map((role): Giver => ({ role, gives: [roleKey(role)], isComposite: false }));
  const wanted = new Map(roles.map((role) => [role.id, roleKey(role)]));
  const composite = wanted.size === 0 ? [] : (await composed).compositesWith(wanted);
  const defaultRole = await nameOfDefaultRole(queued, composite);
  const isDefault = isDefaultRole(defaultRole);
  for (const role of composite.filter(isDefault).flatMap(({ gives }) => gives)) {
    found.givenToAll.push({ role, source: { kind: "defaultRole", name: defaultRole } });
  }
  const givers = [...single, ...composite.filter((giver) => !isDefault(giver))];
  const report: HoldersReport = {
    // Most who have such roles are people, who are never asked for what they have.
    onGiven: ({ userId }, given) => found.give(userId, given),
    onCut: () => found.gaps.add("manyHolders"),
  };
  await Promise.all([
    findHolders(queued, adminClientUuid, givers, report),
    ...(givers.length > 0 ? [findGroupHolders(queued, adminClientUuid, givers, report)] : []),
  ]);
  found.own = { presets, roles: roles.map(({ isComposite: _, ...role }): Role => role) };
}
