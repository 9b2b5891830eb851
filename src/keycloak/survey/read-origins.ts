import type { AdminEvent, EventSettings } from "../../access/model/admin-event.ts";
import { originTypes } from "../../access/origin/origin.ts";
import type { AccountRow } from "../../access/survey/account-rows.ts";
import { originsOfRow, type RowOrigin } from "../../access/survey/origins-of-row.ts";
import type { Survey } from "../../access/survey/survey.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { type Actor, readActors } from "../events/read-actors.ts";
import { readAdminEvents, readEventSettings } from "../events/read-admin-events.ts";

/** Who assigned roles to the service accounts of a realm. */
export interface SurveyOrigins {
  /** Undefined where the administrator may not see events. */
  readonly originsOf: ((row: AccountRow) => readonly RowOrigin[]) | undefined;
  /** Whether all that are kept were read. */
  readonly isComplete: boolean;
  /** What the realm keeps now; undefined where that may not be seen. */
  readonly settings: EventSettings | undefined;
  /** Who made the writes, by user id. */
  readonly actors: ReadonlyMap<string, Actor>;
}

/**
 * Reads who assigned roles to the service accounts of a survey: the newest 5,000 events of role mappings and
 * memberships of its realm, and the names of who made them.
 *
 * @param loginRealm the realm that the administrator signed in to
 * @throws AdminApiError when a request fails for another reason than missing rights; the signal's reason once it is
 *   aborted
 */
export async function readSurveyOrigins(
  api: AdminApi,
  survey: Pick<Survey, "adminClient" | "roles" | "users">,
  loginRealm: string,
  signal?: AbortSignal,
): Promise<SurveyOrigins> {
  const options = signal === undefined ? {} : { signal };
  const query = { resourcePath: "users/*", resourceTypes: originTypes };
  const [found, settings] = await Promise.all([
    readAdminEvents(api, query, options),
    readEventSettings(api),
  ]);
  if (found === undefined) {
    return { originsOf: undefined, isComplete: false, settings, actors: new Map() };
  }
  // A realm has events of many people: each account is only compared with its own.
  const byUser = new Map<string, AdminEvent[]>();
  for (const event of found.events) {
    const [, userId = ""] = event.resourcePath.split("/");
    const ofUser = byUser.get(userId) ?? [];
    byUser.set(userId, ofUser);
    ofUser.push(event);
  }
  const ofAccounts = survey.users.flatMap(({ userId }) => byUser.get(userId) ?? []);
  return {
    originsOf: (row) => originsOfRow(row, survey, byUser.get(row.userId) ?? []),
    isComplete: found.isComplete,
    settings,
    actors: await readActors(api, loginRealm, ofAccounts),
  };
}
