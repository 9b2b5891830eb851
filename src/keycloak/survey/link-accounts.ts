import { userIdOf } from "../../access/model/account.ts";
import { isAdminRole } from "../../access/model/role-reference.ts";
import { toRoleReference } from "../../access/model/snapshot.ts";
import { type AccountUser, accountName } from "../../access/survey/survey.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { pageSize } from "../api/read-pages.ts";
import { readLinkedAccount } from "../client/find-account.ts";
import type { FoundAccounts } from "./found-accounts.ts";
import { parseUsers } from "./parse-survey-answers.ts";
import type { SurveyApi } from "./survey-api.ts";

/** So many users, and so many clients, are asked about one by one at most. */
const mostAsked = 50;

/**
 * A search that finds a person of this name. In quotes it is for the whole name, but can't hold spaces,
 * quotes or asterisks: then it is for the longest part without them.
 *
 * @returns undefined where the name has no such part
 */
function searchFor(username: string): string | undefined {
  if (!/[\s"*]/.test(username)) return `"${username}"`;
  const [longest = ""] = username.split(/[\s"*]+/).sort((a, b) => b.length - a.length);
  return longest === "" ? undefined : `*${longest}*`;
}

/**
 * Finds service accounts among the users that hold admin roles and are not called like one, as an import
 * may leave them: a search finds people only. One request for each such user, 50 at most.
 *
 * @param known ids of users that are known to be people or service accounts already
 * @returns whether there were no more of them
 * @throws AdminApiError when a request fails
 * @see [UsersResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/UsersResource.java)
 */
export async function findOtherAccounts(
  api: SurveyApi,
  found: FoundAccounts,
  known: ReadonlySet<string>,
): Promise<boolean> {
  const holders = [...found.otherHolders.values()].filter(({ userId }) => !known.has(userId));
  const isPerson = async ({ userId, username }: AccountUser) => {
    const search = searchFor(username);
    if (search === undefined) return true;
    const people = await api.queue("survey", async () =>
      parseUsers(await api.users.find({ search, max: pageSize, briefRepresentation: true })),
    );
    return people.length === pageSize || people.some((person) => person.userId === userId);
  };
  await Promise.all(
    holders.slice(0, mostAsked).map(async (user) => {
      if (await isPerson(user)) found.people.add(user.userId);
      else found.users.set(user.userId, user);
    }),
  );
  return holders.length <= mostAsked;
}

/** Accounts that hold admin roles, and that no client of their name belongs to. */
export function unlinkedAccounts({
  users,
  people,
  given,
  clients,
}: FoundAccounts): readonly AccountUser[] {
  const usernames = new Set([...clients.values()].map(({ clientId }) => accountName(clientId)));
  const isPowerful = (userId: string) =>
    given.get(userId)?.some(({ role }) => isAdminRole(toRoleReference(role)));
  return [...users.values()].filter(
    ({ userId, username }) => isPowerful(userId) && !people.has(userId) && !usernames.has(username),
  );
}

/**
 * Finds clients whose account has another name than the usual. That is asked only of clients whose
 * service accounts are off: where they are on, this very question makes an account if there is none.
 *
 * @throws AdminApiError when a request fails
 * @see [ClientResource.getServiceAccountUser](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/ClientResource.java)
 */
export async function linkAccounts(api: SurveyApi, found: FoundAccounts): Promise<void> {
  const queued: AdminApi = { ...api, call: (_, request) => api.queue("survey", request) };
  const unlinked = new Set(unlinkedAccounts(found).map(({ userId }) => userId));
  const candidates = [...found.clients.values()].filter(({ clientUuid }) =>
    found.clientsWithoutAccount.has(clientUuid),
  );
  await Promise.all(
    candidates.slice(0, mostAsked).map(async (client) => {
      try {
        const { clientUuid } = client;
        const off = { clientUuid, serviceAccountsEnabled: false };
        const userId = userIdOf(await readLinkedAccount(queued, off));
        if (userId !== undefined && unlinked.has(userId)) {
          found.clientsByUserId.set(userId, client);
        }
      } catch (thrown) {
        // It is gone meanwhile, or may not be seen.
        const isHidden =
          thrown instanceof AdminApiError && ["notFound", "forbidden"].includes(thrown.failure);
        if (!isHidden) throw thrown;
      }
    }),
  );
}
