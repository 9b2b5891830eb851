import type { AdminEvent } from "../../access/model/admin-event.ts";
import { dayOf } from "../../access/policy/judge-roles.ts";
import type { RecordedUse } from "../../access/use/recorded-use.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { readAdminEvents, readEventSettings } from "../events/read-admin-events.ts";
import { readLastSignIn } from "../events/read-last-sign-in.ts";
import { findUserById } from "./find-user.ts";

/** Whose writes are read, and since when. */
export interface RecordedUseQuery {
  readonly clientUuid: string;
  /** The Admin API of the client's own realm, which has its users. */
  readonly home: AdminApi;
  /** Of the service-account user; undefined where it isn't known. */
  readonly userId: string | undefined;
  /** In days before now. */
  readonly days: number;
  readonly signal?: AbortSignal;
}

const day = 86_400_000;

/** Of more users than these isn't asked who they are. */
const mostUsers = 20;

/**
 * Reads what the events of the administered realm tell of the writes of a service account: those of its user, and those
 * of its client by users that are gone, as an earlier service account is. Nothing is changed or stored.
 *
 * @param api of the realm that the roles administer, which has the events also of a client of `master`
 * @returns undefined where the administrator may not see events
 * @throws AdminApiError when a request fails for another reason; the signal's reason once it is aborted
 */
export async function readRecordedUse(
  api: AdminApi,
  { clientUuid, home, userId, days, signal }: RecordedUseQuery,
): Promise<RecordedUse | undefined> {
  const from = Date.now() - days * day;
  // A day more on both sides of the window: the server counts days in its own time zone.
  const dateFrom = dayOf(new Date(from - day));
  const stop = signal === undefined ? {} : { signal };
  const settings = await readEventSettings(api);
  if (settings === undefined) return undefined;
  const ownSettings = home.realm === api.realm ? settings : await readEventSettings(home);
  const [ofClient, ofUser, before, signIn] = await Promise.all([
    readAdminEvents(api, { authClient: clientUuid, dateFrom }, stop),
    userId === undefined ? none : readAdminEvents(api, { authUser: userId, dateFrom }, stop),
    readAdminEvents(api, { dateTo: dayOf(new Date(from - day)) }, { most: 1, ...stop }),
    userId === undefined || ownSettings === undefined
      ? notSeen
      : readLastSignIn(home, userId, ownSettings.areSignInsKept),
  ]);
  if (ofClient === undefined || ofUser === undefined || before === undefined) return undefined;
  const isInWindow = ({ time }: AdminEvent) => time >= from;
  const own = ofUser.events.filter(isInWindow);
  const others = ofClient.events.filter((it) => isInWindow(it) && it.by.userId !== userId);
  const people = await findPeople(home, others);
  const byPeople = others.filter(({ by }) => people.has(by.userId));
  const ofGoneUsers = others.filter(({ by }) => !people.has(by.userId));
  return {
    events: [...own, ...ofGoneUsers].sort((a, b) => b.time - a.time),
    isComplete: ofClient.isComplete && ofUser.isComplete,
    areWritesKept: settings.areWritesKept,
    from,
    recordedSince: before.events.length > 0 ? from : await findOldest(api, from, stop),
    signIn,
    byPeople: byPeople.length,
  };
}

const notSeen = { kind: "notSeen" } as const;

const none = { events: [], isComplete: true };

/** The users among the authors of events that still exist. */
async function findPeople(
  api: AdminApi,
  events: readonly AdminEvent[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(events.map(({ by }) => by.userId))].slice(0, mostUsers);
  const found = await Promise.all(
    ids.map(async (id) => ((await findUserById(api, id)).kind === "found" ? [id] : [])),
  );
  return new Set(found.flat());
}

/** The time of the oldest event of anybody; a server that knows no order tells of the newest, which is no lie. */
async function findOldest(
  api: AdminApi,
  from: number,
  stop: { readonly signal?: AbortSignal },
): Promise<number | undefined> {
  const oldest = await readAdminEvents(api, { direction: "asc" }, { most: 1, ...stop });
  const [event] = oldest?.events ?? [];
  return event === undefined ? undefined : Math.max(event.time, from);
}
