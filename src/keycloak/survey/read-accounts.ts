import { type AccountUser, accountPrefix, hasAccountName } from "../../access/survey/survey.ts";
import { readPages, readPagesAtOnce } from "../api/read-pages.ts";
import type { FoundAccounts } from "./found-accounts.ts";
import { type ListedClient, parseListedClients, parseUsers } from "./parse-survey-answers.ts";
import type { SurveyApi } from "./survey-api.ts";

/** As many as the list shows at once. */
const firstUsers = 20;

/**
 * Finds service accounts. Keycloak leaves them out of its list of users unless their name is asked for.
 *
 * @see [UsersResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/UsersResource.java)
 */
async function findUsers(
  api: SurveyApi,
  page: { readonly first: number; readonly max: number },
): Promise<readonly AccountUser[]> {
  return api.queue("survey", async () =>
    parseUsers(
      await api.users.find({ ...page, username: accountPrefix, briefRepresentation: true }),
    ),
  );
}

function take({ users }: FoundAccounts, found: readonly AccountUser[], tell: () => void): void {
  for (const user of found) {
    if (hasAccountName(user)) users.set(user.userId, user);
  }
  tell();
}

/**
 * Reads the accounts that are shown first.
 *
 * @returns whether there may be more
 * @throws AdminApiError when the request fails
 */
export async function readFirstUsers(
  api: SurveyApi,
  found: FoundAccounts,
  tell: () => void,
): Promise<boolean> {
  const first = await findUsers(api, { first: 0, max: firstUsers });
  take(found, first, tell);
  return first.length === firstUsers;
}

/**
 * Reads the accounts behind the first ones.
 *
 * @throws AdminApiError when a request fails
 */
export async function readOtherUsers(
  api: SurveyApi,
  found: FoundAccounts,
  tell: () => void,
): Promise<void> {
  await readPages(
    ({ first, max }) => findUsers(api, { first: first + firstUsers, max }),
    (others) => take(found, others, tell),
  );
}

/**
 * Reads which users are people, though they are called like service accounts: a search leaves service
 * accounts out, and finds names by how they begin.
 *
 * @throws AdminApiError when a request fails
 * @see [UsersResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/UsersResource.java)
 */
export async function readPeople(api: SurveyApi, { people }: FoundAccounts): Promise<void> {
  await readPages(
    (page) =>
      api.queue("survey", async () =>
        parseUsers(
          await api.users.find({ ...page, search: accountPrefix, briefRepresentation: true }),
        ),
      ),
    (found) => {
      for (const { userId } of found) people.add(userId);
    },
  );
}

/**
 * Reads the settings of all clients.
 *
 * @throws AdminApiError when a request fails
 */
export async function readClients(
  api: SurveyApi,
  found: FoundAccounts,
  tell: () => void,
  onClients: (page: readonly ListedClient[]) => void = () => undefined,
): Promise<void> {
  await readPagesAtOnce(
    (page) =>
      api.queue("survey", async () => parseListedClients(await api.clients.find({ ...page }))),
    (clients) => {
      for (const { clientUuid, clientId, name, enabled, isOn, ...client } of clients) {
        const { fullScopeAllowed, secretCreatedAt, usesSecret, serviceAccountsEnabled } = client;
        const { secretExpiresAt, adminClientScope, ownership, markers } = client;
        if (!serviceAccountsEnabled) found.clientsWithoutAccount.add(clientUuid);
        found.clients.set(clientUuid, {
          ...{ clientUuid, clientId, name, enabled, isOn, fullScopeAllowed },
          ...{ secretCreatedAt, usesSecret, secretExpiresAt, adminClientScope, ownership, markers },
        });
      }
      onClients(clients);
      tell();
    },
  );
}
