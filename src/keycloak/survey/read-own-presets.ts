import { realmPresetOf } from "../../access/custom/realm-presets.ts";
import { type Role, roleKey } from "../../access/model/snapshot.ts";
import { hasAccountName } from "../../access/survey/survey.ts";
import type { ListedRole } from "../api/parse-answers.ts";
import { presetPlaceOf } from "../custom/preset-place.ts";
import { readStore } from "../custom/read-store.ts";
import { containersOfPresets, listContainer } from "../custom/role-containers.ts";
import { findGroupHolders, findHolders, type HoldersReport } from "./find-holders.ts";
import type { FoundAccounts } from "./found-accounts.ts";
import type { SurveyApi } from "./survey-api.ts";

/** What presets of a realm are read for. */
export interface OwnPresetsOptions {
  readonly adminClientId: string;
  readonly adminClientUuid: string;
  /** Makes characters visible that nobody would see. */
  readonly visible?: ((text: string) => string) | undefined;
}

/** Names that can't stand in an address: it would lead elsewhere. */
const isAddressable = (name: string) => name !== "." && name !== "..";

/**
 * Reads the presets of a realm, and which service accounts have those of their roles that are no admin roles: one
 * request where the realm has none, else one for each other client, and for each such role those for its holders and groups.
 *
 * @throws AdminApiError when a request fails for another reason than lacking rights
 */
export async function readOwnPresets(
  queued: SurveyApi,
  found: FoundAccounts,
  { adminClientId, adminClientUuid, visible = String }: OwnPresetsOptions,
): Promise<void> {
  const api = { ...queued, call: queued.queue };
  const store = await readStore(api, true);
  const place = { ...presetPlaceOf(api, adminClientId), visible };
  const documents = store.kind === "found" ? store.presets : [];
  const presets = documents.map((document) => realmPresetOf(document, place));
  const containers = await containersOfPresets(api, presets, place);
  const members = new Set(presets.flatMap(({ roles }) => roles.map(roleKey)));
  const listed = await Promise.all(containers.map((container) => listContainer(api, container)));
  const roles = listed.flatMap((it) => it ?? []).filter((role) => members.has(roleKey(role)));
  const givers = roles
    .filter(({ name }) => isAddressable(name))
    .map((role: Role & ListedRole) => ({ role, gives: [roleKey(role)], isComposite: false }));
  const report: HoldersReport = {
    onGiven: (user, given) => {
      // Most who have such roles are people.
      if (hasAccountName(user)) found.give(user.userId, given);
    },
    onCut: () => found.gaps.add("manyHolders"),
  };
  await Promise.all([
    findHolders(queued, adminClientUuid, givers, report),
    ...(givers.length > 0 ? [findGroupHolders(queued, adminClientUuid, givers, report)] : []),
  ]);
  found.own = { presets, roles: roles.map(({ isComposite: _, ...role }): Role => role) };
}
