import { adminClientId } from "../../access/model/admin-client-id.ts";
import type { Survey } from "../../access/survey/survey.ts";
import { type AdminApi, createAdminApi } from "../../keycloak/api/admin-api.ts";
import { type AllRealms, surveyAllRealms } from "../../keycloak/survey/survey-all-realms.ts";
import { surveyServiceAccounts } from "../../keycloak/survey/survey-service-accounts.ts";
import { CliError } from "../cli-error.ts";
import { clientTokens } from "./client-tokens.ts";
import { explainServerFailure } from "./explain-server-failure.ts";
import type { ServerLogin } from "./server-login.ts";

const master = "master";

/** What was read of a server. */
export interface ServerSurvey {
  readonly surveys: readonly Survey[];
  /** Realms that could not be read. */
  readonly unread: readonly string[];
}

async function surveyRealm(api: AdminApi, realm: string): Promise<ServerSurvey> {
  const survey = await surveyServiceAccounts(api, {
    administers: realm,
    adminClientId: adminClientId(realm === master, realm),
    isMaster: realm === master,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return { surveys: [survey], unread: [] };
}

async function surveyEveryRealm(apiOf: (realm: string) => AdminApi): Promise<ServerSurvey> {
  let latest: Pick<AllRealms, "surveys" | "unread"> = { surveys: [], unread: [] };
  await surveyAllRealms(apiOf, {
    masterRealm: master,
    signal: new AbortController().signal,
    onProgress: (read) => {
      latest = read;
    },
  });
  return latest;
}

/**
 * Reads who holds what on a server. The client needs roles to view it; what it may not see is left out,
 * and is in `unread` and in the gaps of the surveys.
 *
 * @param realm undefined for all realms
 * @throws CliError where the server can't be asked, or lets the client read nothing
 */
export async function surveyServer(
  login: ServerLogin,
  realm: string | undefined,
): Promise<ServerSurvey> {
  const tokens = clientTokens(login);
  const apiOf = (ofRealm: string) => createAdminApi(login.server, ofRealm, tokens);
  try {
    return await (realm === undefined ? surveyEveryRealm(apiOf) : surveyRealm(apiOf(realm), realm));
  } catch (thrown) {
    const explanation = explainServerFailure(thrown, login);
    throw explanation === undefined ? thrown : new CliError(explanation);
  }
}
