import type { SignIns } from "../../access/survey/survey.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { parseIsRecorded, parseSignIns } from "./parse-survey-answers.ts";
import type { SurveyApi } from "./survey-api.ts";

/** How many events are read at once. */
const mostEvents = 500;

export const unknownSignIns: SignIns = {
  isRecorded: undefined,
  lastByClientId: new Map(),
  isComplete: false,
};

/**
 * Reads the newest sign-ins of all clients: two requests, whatever the realm holds. An administrator
 * without view-events sees none.
 *
 * @throws AdminApiError when a request fails for another reason than lacking rights
 * @see [Events](https://www.keycloak.org/docs/latest/server_admin/#configuring-auditing-to-track-events)
 */
export async function readSignIns(api: SurveyApi): Promise<SignIns> {
  const { realm } = api;
  try {
    const [isRecorded, { count, lastByClientId }] = await Promise.all([
      api.queue("survey", async () => parseIsRecorded(await api.realms.getConfigEvents({ realm }))),
      api.queue("survey", async () =>
        parseSignIns(
          await api.realms.findEvents({ realm, type: ["CLIENT_LOGIN"], max: mostEvents }),
        ),
      ),
    ]);
    return { isRecorded, lastByClientId, isComplete: count < mostEvents };
  } catch (thrown) {
    if (isForbidden(thrown)) return unknownSignIns;
    throw thrown;
  }
}
