import { type RoleKey, roleKey } from "../../access/model/snapshot.ts";
import type { AccountDetails, AccountRow } from "../../access/survey/account-rows.ts";
import { type AccountClient, accountName, type Survey } from "../../access/survey/survey.ts";
import { readMappedRoles } from "../client/read-holdings.ts";
import { readScope } from "../client/read-scope.ts";
import { parseListedClients, parseSignIns } from "./parse-survey-answers.ts";
import { readOtherRolesOf } from "./read-other-roles-of.ts";
import type { SurveyApi } from "./survey-api.ts";

/** A survey does not look into the names of more clients than these to find the one of an account. */
const mostAlike = 20;

/**
 * Asks the server which admin roles, and which roles of the realm's own presets, one account has in effect, which also
 * tells what comes through composite roles of other clients, which of the admin roles its client's scope lets into its tokens, and when its client
 * signed in last where the survey could not tell.
 *
 * @throws AdminApiError when a request fails
 */
export async function readAccountDetails(
  api: SurveyApi,
  survey: Survey,
  { userId, client, lastSignIn }: AccountRow,
): Promise<AccountDetails> {
  const { adminClient, isMaster, signIns } = survey;
  const account = { serviceAccountUserId: userId, adminClient, isMaster };
  const queued = { ...api, call: api.queue };
  const isKnown = typeof lastSignIn === "number" || signIns.isComplete;
  const isAsked = signIns.isRecorded === true && !isKnown && client !== undefined;
  const isScoped = client !== undefined && !client.fullScopeAllowed;
  const [effective, others, last, scope] = await Promise.all([
    readMappedRoles(queued, account, "readEffective"),
    readOtherRolesOf(queued, survey, userId, "readEffective"),
    isAsked ? readLastSignIn(api, client.clientId, userId) : undefined,
    isScoped ? readScope(queued, client, { adminClient, isMaster }) : undefined,
  ]);
  return {
    effective: new Set<RoleKey>([...effective.map(roleKey), ...others]),
    ...{ lastSignIn: last, scope },
  };
}

/** By the client ID; where it has no event, by the account, whose client may have been renamed. */
async function readLastSignIn(
  api: SurveyApi,
  clientId: string,
  userId: string,
): Promise<AccountDetails["lastSignIn"]> {
  const find = (of: { readonly client: string } | { readonly user: string }) =>
    api.queue("survey", async () => {
      const query = { realm: api.realm, type: ["CLIENT_LOGIN" as const], max: 1, ...of };
      return parseSignIns(await api.realms.findEvents(query));
    });
  const ofClient = (await find({ client: clientId })).lastByClientId.get(clientId);
  return ofClient ?? (await find({ user: userId })).lastByUserId.get(userId) ?? "none";
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
    api.queue("survey", async () => parseListedClients(await api.clients.find(query)));
  const isMeant = (client: AccountClient) => accountName(client.clientId) === accountName(clientId);
  const exact = (await find({ clientId })).find(isMeant);
  return exact ?? (await find({ clientId, search: true, max: mostAlike })).find(isMeant);
}
