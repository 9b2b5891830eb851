import { adminClientId } from "../../access/model/admin-client-id.ts";
import type { Survey } from "../../access/survey/survey.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import { type AdminApi, createAdminApi } from "../../keycloak/api/admin-api.ts";
import {
  type AskedSurvey,
  askForEffectiveRoles,
  askForLinks,
} from "../../keycloak/survey/ask-every-account.ts";
import type { ListedClient } from "../../keycloak/survey/parse-survey-answers.ts";
import { type AllRealms, surveyAllRealms } from "../../keycloak/survey/survey-all-realms.ts";
import { surveyServiceAccounts } from "../../keycloak/survey/survey-service-accounts.ts";
import { clientTokens } from "./client-tokens.ts";
import { explainingFailures } from "./explain-server-failure.ts";
import type { ServerLogin } from "./server-login.ts";

const master = "master";

/** What was read of a server. */
export interface ServerSurvey {
  readonly surveys: readonly AskedSurvey[];
  /** Realms that could not be read. */
  readonly unread: readonly string[];
}

/** Called with each page of a realm's clients. */
type OnClients = (realm: string, clients: readonly ListedClient[]) => void;

type SurveyedRealms = Pick<AllRealms, "surveys" | "unread">;

async function surveyRealm(
  api: AdminApi,
  realm: string,
  onClients: OnClients,
): Promise<SurveyedRealms> {
  const survey = await surveyServiceAccounts(api, {
    visible: escapeInvisible,
    administers: realm,
    adminClientId: adminClientId(realm === master, realm),
    isMaster: realm === master,
    hasWorkflows: true,
    signal: new AbortController().signal,
    onProgress: () => undefined,
    onClients: (clients) => onClients(realm, clients),
  });
  return { surveys: [survey], unread: [] };
}

async function surveyEveryRealm(
  apiOf: (realm: string) => AdminApi,
  onClients: OnClients,
): Promise<SurveyedRealms> {
  let latest: SurveyedRealms = { surveys: [], unread: [] };
  await surveyAllRealms(apiOf, {
    visible: escapeInvisible,
    masterRealm: master,
    hasWorkflows: true,
    signal: new AbortController().signal,
    onProgress: (read) => {
      latest = read;
    },
    onClients,
  });
  return latest;
}

/**
 * Asks of each account which user its client is linked to, and which roles it has in effect. The accounts of
 * `master` are in a survey for each realm, and are asked for their links once.
 */
async function askOf(
  apiOf: (realm: string) => AdminApi,
  surveys: readonly Survey[],
): Promise<readonly AskedSurvey[]> {
  const linked = new Map<string, Survey>();
  const asked: AskedSurvey[] = [];
  for (const survey of surveys) {
    const api = apiOf(survey.realm);
    const known = linked.get(survey.realm);
    const own = known === undefined ? await askForLinks(api, survey) : withLinks(survey, known);
    if (known === undefined) linked.set(survey.realm, own);
    asked.push(await askForEffectiveRoles(api, own));
  }
  return asked;
}

/** A survey with the links that were found for another survey of the same accounts. */
function withLinks(survey: Survey, { users, clients, clientsByUserId }: Survey): Survey {
  const all = new Map([...survey.users, ...users].map((user) => [user.userId, user]));
  return { ...survey, users: [...all.values()], clients, clientsByUserId };
}

/**
 * Reads who holds what on a server. The client needs roles to view it; what it may not see is left out,
 * and is in `unread` and in the gaps of the surveys.
 *
 * @param realm undefined for all realms
 * @param onClients called with each page of clients; a client may be on two pages
 * @throws CliError where the server can't be asked, or lets the client read nothing
 */
export async function surveyServer(
  login: ServerLogin,
  realm: string | undefined,
  onClients: OnClients = () => undefined,
): Promise<ServerSurvey> {
  const tokens = clientTokens(login);
  const apiOf = (ofRealm: string) => createAdminApi(login.server, ofRealm, tokens);
  return explainingFailures(login, async () => {
    const { surveys, unread } = await (realm === undefined
      ? surveyEveryRealm(apiOf, onClients)
      : surveyRealm(apiOf(realm), realm, onClients));
    return { surveys: await askOf(apiOf, surveys), unread };
  });
}
