import type { AdminEvent, EventSettings } from "../../access/model/admin-event.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { RealmResource } from "../api/realm-resource.ts";
import { parseAdminEvents, parseEventSettings } from "./parse-events.ts";

/** Which admin events are read; what isn't given isn't asked for. */
export interface AdminEventQuery {
  /** Those of writes that this client made. */
  readonly authClient?: string;
  /** Those of writes that this user made. */
  readonly authUser?: string;
  readonly operationTypes?: readonly string[];
  readonly resourceTypes?: readonly string[];
  /** `*` at the end stands for anything. */
  readonly resourcePath?: string;
  /** Days such as `2026-11-30`, both inclusive, in the time zone of the server. */
  readonly dateFrom?: string;
  readonly dateTo?: string;
  /** The oldest first; servers before 26.3 don't know that, and answer with the newest. */
  readonly direction?: "asc";
}

/** Admin events, newest first. */
export interface AdminEvents {
  readonly events: readonly AdminEvent[];
  /** Whether these are all that the server keeps. */
  readonly isComplete: boolean;
}

interface ReadingOptions {
  readonly first?: number;
  readonly most?: number;
  readonly signal?: AbortSignal;
}

/** How many events are read with one request. */
const pageSize = 500;

/** The reads of events: the admin client's class for realms is large, and takes one type of event only. */
class EventReads extends RealmResource {
  find = this.makeRequest<AdminEventQuery & { first: number; max: number }, unknown>({
    method: "GET",
    path: "/admin-events",
    queryParamKeys: [
      ...["authClient", "authUser", "operationTypes", "resourceTypes", "resourcePath"],
      ...["dateFrom", "dateTo", "direction", "first", "max"],
    ],
  });

  findSettings = this.makeRequest<void, unknown>({ method: "GET", path: "/events/config" });
}

/**
 * Reads admin events page by page, newest first. Events that come in meanwhile move the pages, so an event may be there
 * twice.
 *
 * @param first how many of the newest are left out
 * @param most how many events are read at most
 * @returns undefined where the administrator may not see events (that takes view-events)
 * @throws AdminApiError when a request fails for another reason; the signal's reason once it is aborted
 * @see [Admin events](https://www.keycloak.org/docs/latest/server_admin/#configuring-auditing-to-track-events)
 */
export async function readAdminEvents(
  { connection, call }: AdminApi,
  query: AdminEventQuery,
  { first: start = 0, most = 5_000, signal }: ReadingOptions = {},
): Promise<AdminEvents | undefined> {
  const reads = new EventReads(connection);
  const events: AdminEvent[] = [];
  try {
    for (let first = start; first < start + most; first += pageSize) {
      signal?.throwIfAborted();
      const max = Math.min(pageSize, start + most - first);
      const page = await call("readEvents", async () =>
        parseAdminEvents(await reads.find({ ...query, first, max })),
      );
      events.push(...page);
      if (page.length < max) return { events, isComplete: true };
    }
    return { events, isComplete: false };
  } catch (thrown) {
    if (isForbidden(thrown)) return undefined;
    throw thrown;
  }
}

/**
 * Reads what the realm keeps of events.
 *
 * @returns undefined where the administrator may not see that (it takes view-events)
 * @throws AdminApiError when the request fails for another reason
 */
export async function readEventSettings({
  connection,
  call,
}: AdminApi): Promise<EventSettings | undefined> {
  try {
    return await call("readEvents", async () =>
      parseEventSettings(await new EventReads(connection).findSettings()),
    );
  } catch (thrown) {
    if (isForbidden(thrown)) return undefined;
    throw thrown;
  }
}
