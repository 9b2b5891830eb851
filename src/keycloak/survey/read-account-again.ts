import { roleKey } from "../../access/model/snapshot.ts";
import { type AccountUser, accountName, type Survey } from "../../access/survey/survey.ts";
import { withAccount } from "../../access/survey/with-account.ts";
import { readMappedRoles } from "../client/read-holdings.ts";
import { readAccountWorkflows } from "../ends/read-ends.ts";
import { parseListedClients, parseUsers } from "./parse-survey-answers.ts";
import { readOtherRolesOf } from "./read-other-roles-of.ts";
import type { SurveyApi } from "./survey-api.ts";

/** A client that was changed or made. */
export interface TouchedClient {
  readonly realm: string;
  /** The realm whose admin roles it was given, or lost. */
  readonly administers: string;
  readonly clientUuid: string;
}

/**
 * Reads one client again after a change: its settings, its account, the roles that are mapped to it, and when they end
 * where the surveys tell that, so that the whole list need not be read. Takes up to six requests, one more for the realm
 * and for each client whose roles presets of the realm have, and creates no account.
 *
 * @param surveys all surveys that are shown, of which those of the client's realm change
 * @returns the surveys with what was read; undefined where the client is gone
 * @throws AdminApiError when a request fails
 */
export async function readAccountAgain(
  api: SurveyApi,
  surveys: readonly Survey[],
  { realm, administers, clientUuid }: TouchedClient,
): Promise<readonly Survey[] | undefined> {
  const isOfRealm = (survey: Survey) => survey.realm === realm;
  const client = await api.queue("survey", async () => {
    const found: unknown = await api.clients.findOne({ id: clientUuid });
    return found === null ? undefined : parseListedClients([found])[0];
  });
  if (client === undefined) return undefined;
  const user = await findUser(api, surveys.find(isOfRealm), client);
  const about = surveys.find((survey) => isOfRealm(survey) && survey.administers === administers);
  const queued = { ...api, call: api.queue };
  const [roles, read] = await Promise.all([
    about === undefined || user === undefined
      ? undefined
      : Promise.all([
          readMappedRoles(queued, { ...about, serviceAccountUserId: user.userId }, "readMappings"),
          readOtherRolesOf(queued, about, user.userId, "readMappings"),
        ]),
    user !== undefined && surveys.some((survey) => isOfRealm(survey) && survey.workflows)
      ? readAccountWorkflows(queued, user.userId)
      : undefined,
  ]);
  const found = roles && [...roles[0].map(roleKey), ...roles[1]];
  const workflows = read?.kind === "read" ? read : undefined;
  return surveys.map((survey) => {
    if (!isOfRealm(survey)) return survey;
    const mapped = survey === about ? found : undefined;
    return withAccount(survey, { client, user, mapped, workflows });
  });
}

/** The account of a client: the one that the survey knows, else the one of the usual name. */
async function findUser(
  api: SurveyApi,
  survey: Survey | undefined,
  { clientUuid, clientId }: { readonly clientUuid: string; readonly clientId: string },
): Promise<AccountUser | undefined> {
  const [linkedId] =
    [...(survey?.clientsByUserId ?? [])].find(([, one]) => one.clientUuid === clientUuid) ?? [];
  const linked = survey?.users.find(({ userId }) => userId === linkedId);
  if (linked !== undefined) return linked;
  const username = accountName(clientId);
  const query = { username, exact: true, briefRepresentation: true };
  const [user] = await api.queue("survey", async () => parseUsers(await api.users.find(query)));
  return user;
}
