import { type RoleKey, roleKey } from "../../access/model/snapshot.ts";
import type { AccountDetails, AccountRow, LastSignIn } from "../../access/survey/account-rows.ts";
import { type AccountClient, accountName, type Survey } from "../../access/survey/survey.ts";
import { parseClients } from "../api/parse-answers.ts";
import { readMappedRoles } from "../client/read-holdings.ts";
import { parseSignIns } from "./parse-survey-answers.ts";
import type { SurveyApi } from "./survey-api.ts";

/** A survey does not look into the names of more clients than these to find the one of an account. */
const mostAlike = 20;

/**
 * Asks the server which admin roles one account has in effect, which also tells what comes through
 * composite roles of other clients, and when its client signed in last where the survey could not tell.
 *
 * @throws AdminApiError when a request fails
 */
export async function readAccountDetails(
  api: SurveyApi,
  { adminClient, isMaster, signIns }: Survey,
  { userId, client, lastSignIn }: AccountRow,
): Promise<AccountDetails> {
  const account = { serviceAccountUserId: userId, adminClient, isMaster };
  const queued = { ...api, call: api.queue };
  const isAsked = signIns.isRecorded === true && lastSignIn === undefined && client !== undefined;
  const [effective, last] = await Promise.all([
    readMappedRoles(queued, account, "readEffective"),
    isAsked ? readLastSignIn(api, client.clientId) : lastSignIn,
  ]);
  return { effective: new Set<RoleKey>(effective.map(roleKey)), lastSignIn: last };
}

async function readLastSignIn(api: SurveyApi, clientId: string): Promise<LastSignIn> {
  const { lastByClientId } = await api.queue("survey", async () =>
    parseSignIns(
      await api.realms.findEvents({
        realm: api.realm,
        type: ["CLIENT_LOGIN"],
        client: clientId,
        max: 1,
      }),
    ),
  );
  return lastByClientId.get(clientId) ?? "none";
}

/**
 * Finds the client of an account by the account's name, which has the client ID in lower case.
 *
 * @returns undefined where there is none: the user is a person's that is only called like one
 * @throws AdminApiError when a request fails
 */
export async function findAccountClient(
  api: SurveyApi,
  clientId: string,
): Promise<AccountClient | undefined> {
  const find = (query: object) =>
    api.queue("survey", async () => parseClients(await api.clients.find(query)));
  const isMeant = (client: AccountClient) => accountName(client.clientId) === accountName(clientId);
  const exact = (await find({ clientId })).find(isMeant);
  return exact ?? (await find({ clientId, search: true, max: mostAlike })).find(isMeant);
}
