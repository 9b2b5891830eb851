import { leastWindow, type SignIns, unknownSignIns } from "../../access/survey/sign-ins.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { parseEventSettings } from "../events/parse-events.ts";
import { parseSignIns } from "./parse-survey-answers.ts";
import type { SurveyApi } from "./survey-api.ts";

/** How many events are read at once. */
const mostEvents = 500;

const [hour, day] = [3_600_000, 86_400_000];

/** Which events are asked for, beside that they are sign-ins of clients. */
interface Query {
  readonly max: number;
  readonly dateTo?: string;
  readonly direction?: "asc";
}

/**
 * Reads the newest sign-ins of all clients, and since when they are kept: two requests, and a third where
 * there are more than are read. An administrator without view-events sees none.
 *
 * @throws AdminApiError when a request fails for another reason than lacking rights
 * @see [Events](https://www.keycloak.org/docs/latest/server_admin/#configuring-auditing-to-track-events)
 */
export async function readSignIns(api: SurveyApi): Promise<SignIns> {
  const { realm } = api;
  const readAt = Date.now();
  const find = (query: Query) => {
    const asked = { realm, type: ["CLIENT_LOGIN" as const], ...query };
    return api.queue("survey", async () => parseSignIns(await api.realms.findEvents(asked)));
  };
  try {
    const [{ areSignInsKept: isRecorded, signInsKeptFor: keptFor }, newest] = await Promise.all([
      api.queue("survey", async () =>
        parseEventSettings(await api.realms.getConfigEvents({ realm })),
      ),
      find({ max: mostEvents }),
    ]);
    const { lastByClientId, lastByUserId, count } = newest;
    const isComplete = count < mostEvents;
    const { oldest } = isComplete || !isRecorded ? newest : await find(oldestQuery());
    return {
      isRecorded,
      lastByClientId,
      lastByUserId,
      isComplete,
      keptSince: since(oldest),
      readAt,
    };

    // Servers before 26.3 know no order and answer with the newest of those before the date, so that is a
    // day earlier: the server may count the whole day, and in its own time zone.
    function oldestQuery(): Query {
      const dateTo = readAt - Math.min(keptFor ?? Infinity, (leastWindow + 1) * day);
      return { max: 1, direction: "asc", dateTo: new Date(dateTo).toISOString().slice(0, 10) };
    }

    // What is about to expire shows that events are kept for as long as the realm says.
    function since(time: number | undefined): number | undefined {
      if (time === undefined || keptFor === undefined) return time;
      const expires = readAt - keptFor;
      return time <= expires + hour ? expires : time;
    }
  } catch (thrown) {
    if (isForbidden(thrown)) return unknownSignIns;
    throw thrown;
  }
}
