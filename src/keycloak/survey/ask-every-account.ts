import { userIdOf } from "../../access/model/account.ts";
import { type RoleKey, roleKey } from "../../access/model/snapshot.ts";
import { type AccountDetails, rowKey } from "../../access/survey/account-rows.ts";
import type { AccountClient, AccountUser, Gap, Survey } from "../../access/survey/survey.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError, isForbidden } from "../api/admin-api-error.ts";
import { readLinkedAccount } from "../client/find-account.ts";
import { readMappedRoles } from "../client/read-holdings.ts";
import { readScope } from "../client/read-scope.ts";
import { parseUsers } from "./parse-survey-answers.ts";
import { readOtherRolesOf } from "./read-other-roles-of.ts";
import { createSurveyApi } from "./survey-api.ts";

/** A survey, and what the server itself says of each of its accounts, by the key of its row. */
export interface AskedSurvey {
  readonly survey: Survey;
  readonly details: ReadonlyMap<string, AccountDetails>;
}

const isGone = (thrown: unknown) =>
  thrown instanceof AdminApiError && thrown.failure === "notFound";

/**
 * Asks the server for the user that each client is linked to, where a user has the usual name: then none can
 * be created by the question. One request for each such client.
 *
 * @returns the survey with what they are linked to
 * @throws AdminApiError when a request fails for another reason than lacking rights
 */
export async function askForLinks(api: AdminApi, survey: Survey): Promise<Survey> {
  const queue = createQueue(api);
  const named = new Map(survey.users.map((user) => [user.username, user]));
  const clients = new Map(survey.clients);
  const clientsByUserId = new Map(survey.clientsByUserId);
  const found = new Map(survey.users.map((user) => [user.userId, user]));
  const gaps = new Set<Gap>(survey.gaps);
  const ask = async (username: string, client: AccountClient, user: AccountUser) => {
    const { clientUuid } = client;
    // Whether service accounts are on or off: with this user there, none is created.
    const on = { clientUuid, serviceAccountsEnabled: true };
    const account = await readLinkedAccount(queue, on, { kind: "found", ...user });
    const userId = userIdOf(account);
    if (userId === user.userId) return;
    // The user of that name is another one's.
    clients.delete(username);
    if (userId === undefined) return;
    clientsByUserId.set(userId, client);
    if (found.has(userId)) return;
    const [linked] = await queue.call("survey", async () =>
      parseUsers([await api.users.findOne({ id: userId })]),
    );
    if (linked !== undefined) found.set(userId, linked);
  };
  await Promise.all(
    [...survey.clients].map(async ([username, client]) => {
      const user = named.get(username);
      if (user === undefined) return;
      try {
        await ask(username, client, user);
      } catch (thrown) {
        if (isForbidden(thrown)) gaps.add("clients");
        else if (!isGone(thrown)) throw thrown;
      }
    }),
  );
  return { ...survey, clients, clientsByUserId, users: [...found.values()], gaps };
}

/**
 * Asks the server which admin roles, and which roles of the realm's own presets, each account of a survey has in effect:
 * one request each, one more where its client's full scope is off, for the roles in that scope, as many again in `master`,
 * and one for each other client with roles of presets, and for the realm. That tells also what comes through composite
 * roles of other clients, through roles whose names can't stand in an address, and that a default role was taken.
 *
 * @throws AdminApiError when a request fails for another reason than lacking rights
 */
export async function askForEffectiveRoles(api: AdminApi, survey: Survey): Promise<AskedSurvey> {
  const { adminClient, isMaster, people, clients, clientsByUserId } = survey;
  const queue = createQueue(api);
  const details = new Map<string, AccountDetails>();
  const gaps = new Set<Gap>(survey.gaps);
  const ask = async ({ userId, username }: AccountUser) => {
    const account = { serviceAccountUserId: userId, adminClient, isMaster };
    const client = clientsByUserId.get(userId) ?? clients.get(username);
    const isScoped = client !== undefined && !client.fullScopeAllowed;
    const [roles, others, scope] = await Promise.all([
      readMappedRoles(queue, account, "readEffective"),
      readOtherRolesOf(queue, survey, userId, "readEffective"),
      isScoped ? readScope(queue, client, { adminClient, isMaster }) : undefined,
    ]);
    const effective = new Set<RoleKey>([...roles.map(roleKey), ...others]);
    details.set(rowKey(survey, username), { effective, lastSignIn: undefined, scope });
  };
  await Promise.all(
    survey.users
      .filter(({ userId }) => !people.has(userId))
      .map(async (user) => {
        try {
          await ask(user);
        } catch (thrown) {
          if (isForbidden(thrown)) gaps.add("users");
          else if (!isGone(thrown)) throw thrown;
        }
      }),
  );
  return { survey: { ...survey, gaps }, details };
}

/** The Admin API, with few requests at a time. */
function createQueue(api: AdminApi): AdminApi {
  const queued = createSurveyApi(api, new AbortController().signal, () => undefined);
  return { ...api, call: queued.queue };
}
