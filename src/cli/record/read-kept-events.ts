import type { AdminEvent } from "../../access/model/admin-event.ts";
import { dayOf } from "../../access/policy/judge-roles.ts";
import type { ChangeRecord } from "../../access/record/change-record.ts";
import type { KeptEvents } from "../../access/record/compare-records.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { readAdminEvents, readEventSettings } from "../../keycloak/events/read-admin-events.ts";

/** What is kept of events for records. */
export interface EventsOfRecords {
  readonly keptFor: (record: ChangeRecord) => KeptEvents;
  /** Realms whose events may not be seen, and realms that keep none now. */
  readonly notSeen: ReadonlySet<string>;
  readonly off: ReadonlySet<string>;
}

/** Everything that was read of a client's events. */
interface Read {
  readonly events: readonly AdminEvent[] | undefined;
  readonly isComplete: boolean;
}

/** Events by what they are about: each path once, so that an event that two records share is the same object. */
async function readAbout(api: AdminApi, resourcePaths: readonly string[]): Promise<Read> {
  const read = await Promise.all(
    resourcePaths.map((resourcePath) => readAdminEvents(api, { resourcePath })),
  );
  const seen = read.filter((it) => it !== undefined);
  if (seen.length < read.length) return { events: undefined, isComplete: false };
  return {
    events: seen.flatMap(({ events }) => events),
    isComplete: seen.every(({ isComplete }) => isComplete),
  };
}

/**
 * Reads the admin events about the clients of records, and whether events of their time are kept: a realm that keeps
 * one from before a change keeps those of the change too.
 *
 * @param apiOf the Admin API of a realm
 * @throws AdminApiError when a request fails for another reason than missing rights
 */
export async function readKeptEvents(
  records: readonly ChangeRecord[],
  apiOf: (realm: string) => AdminApi,
): Promise<EventsOfRecords> {
  const [notSeen, off] = [new Set<string>(), new Set<string>()];
  const kept = new Map<ChangeRecord, KeptEvents>();
  const readOnce = new Map<string, Promise<Read>>();
  for (const record of records) {
    const { realm, client } = record;
    const api = apiOf(realm);
    const { clientUuid, serviceAccountUserId } = client;
    const key = JSON.stringify([realm, clientUuid, serviceAccountUserId]);
    const paths = [
      `clients/${clientUuid}*`,
      ...(serviceAccountUserId === null ? [] : [`users/${serviceAccountUserId}*`]),
    ];
    const reading = readOnce.get(key) ?? readAbout(api, paths);
    readOnce.set(key, reading);
    const { events, isComplete } = await reading;
    const areOfThatTime = events !== undefined && isComplete && (await isKeptSince(api, record));
    if (events === undefined) notSeen.add(realm);
    kept.set(record, { events, areOfThatTime });
  }
  for (const realm of new Set(records.map((record) => record.realm))) {
    const settings = await readEventSettings(apiOf(realm));
    if (settings?.areWritesKept === false) off.add(realm);
  }
  return {
    keptFor: (record) => kept.get(record) ?? { events: undefined, areOfThatTime: false },
    notSeen,
    off,
  };
}

const day = 86_400_000;

/**
 * Whether the realm keeps an event from before a record: up to the day before it, or on the same day. Keycloak 26.0
 * finds events by days only.
 */
async function isKeptSince(api: AdminApi, record: ChangeRecord): Promise<boolean> {
  const begin = Date.parse(record.madeAt);
  const isOlder = async (moment: number, most?: number) => {
    const dateTo = dayOf(new Date(moment));
    const read = await readAdminEvents(api, { dateTo }, most === undefined ? {} : { most });
    return read?.events.some(({ time }) => time < begin) === true;
  };
  return (await isOlder(begin - day, 1)) || (await isOlder(begin));
}
