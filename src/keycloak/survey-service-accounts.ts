import { type AdminClient, type RoleKey, roleKey } from "../access/snapshot.ts";
import {
  type AccountClient,
  type AccountUser,
  accountName,
  accountPrefix,
  type Gap,
  type GivenRole,
  type SignIns,
  type Survey,
} from "../access/survey.ts";
import { masterRealmRoles } from "../catalog/admin-roles.ts";
import type { AdminApi } from "./admin-api.ts";
import { AdminApiError } from "./admin-api-error.ts";
import { findGivers, type Giver, readRealmRoles } from "./find-givers.ts";
import { findGroupHolders, findHolders, type HoldersReport } from "./find-holders.ts";
import { parseClients } from "./parse-answers.ts";
import { type ListedRole, parseListedRoles, parseUsers } from "./parse-survey-answers.ts";
import { readPages } from "./read-pages.ts";
import { readSignIns, unknownSignIns } from "./read-sign-ins.ts";
import { createSurveyApi, type SurveyApi } from "./survey-api.ts";

/** Which service accounts are surveyed, and over what. */
export interface SurveyOptions {
  /** The realm whose admin roles count; another than that of the clients only in `master`. */
  readonly administers: string;
  /** Client ID of the client that carries them. */
  readonly adminClientId: string;
  /** Whether the realm administered is `master`. */
  readonly isMaster: boolean;
  /** A survey of the same accounts over another realm, so that they need not be read again. */
  readonly known?: Survey | undefined;
  readonly signal: AbortSignal;
  /** Is told of what was read so far, after each answer. */
  readonly onProgress: (survey: Survey) => void;
}

/** What a survey is about: the client with the admin roles, and these. */
interface About {
  readonly adminClient: AdminClient;
  readonly roles: readonly ListedRole[];
}

/** What a survey has found so far. */
class Found {
  readonly users: AccountUser[] = [];
  readonly clients = new Map<string, AccountClient>();
  readonly given = new Map<string, GivenRole[]>();
  readonly givenToAll: GivenRole[] = [];
  readonly gaps = new Set<Gap>();
  signIns: SignIns = unknownSignIns;
  requests = 0;
  clientsRead = 0;
  arePowersRead = false;
  areClientsRead = false;
}

/**
 * Surveys the service accounts of a realm: who they are, which admin roles of the realm administered
 * each has, mapped or through a composite role, a group or the default role, the settings of their
 * clients, and when these signed in last.
 *
 * The requests grow with admin roles, composite roles, groups that carry them, and with the pages of
 * accounts and clients; none is made for a single account.
 *
 * @returns all that was found
 * @throws AdminApiError when a request fails
 * @throws the signal's reason once it is aborted
 */
export async function surveyServiceAccounts(
  api: AdminApi,
  options: SurveyOptions,
): Promise<Survey> {
  const { onProgress, administers, isMaster, adminClientId, known } = options;
  // What is still to be asked when a request fails is not asked any more.
  const failed = new AbortController();
  const signal = AbortSignal.any([options.signal, failed.signal]);
  const found = new Found();
  let about: About | undefined;
  const told = (): Survey | undefined =>
    about === undefined
      ? undefined
      : {
          realm: api.realm,
          administers,
          isMaster,
          adminClient: about.adminClient,
          roles: new Map(about.roles.map((role) => [roleKey(role), role])),
          users: known?.users ?? found.users,
          clients: known?.clients ?? found.clients,
          given: found.given,
          givenToAll: found.givenToAll,
          signIns: known?.signIns ?? found.signIns,
          gaps: found.gaps,
          progress: {
            requests: found.requests,
            clientsRead: found.clientsRead,
            arePowersRead: found.arePowersRead,
            areClientsRead: known?.progress.areClientsRead ?? found.areClientsRead,
          },
        };
  const tell = () => {
    const survey = told();
    if (survey !== undefined) onProgress(survey);
  };
  const queued = createSurveyApi(api, signal, () => {
    found.requests += 1;
    tell();
  });

  const findAbout = async (): Promise<About> => {
    const adminClient = await findAdminClient(queued, adminClientId);
    const roles = await queued.queue("listRoles", async () =>
      parseListedRoles("admin", await queued.clients.listRoles({ id: adminClient.clientUuid })),
    );
    about = { adminClient, roles };
    return about;
  };
  const unlessForbidden = async <Answer>(read: Promise<Answer>, gap: Gap) => {
    try {
      return await read;
    } catch (thrown) {
      if (!(thrown instanceof AdminApiError) || thrown.failure !== "forbidden") throw thrown;
      found.gaps.add(gap);
      return undefined;
    }
  };
  const readPowers = async ({ adminClient, roles }: About) => {
    const realmRoles = await unlessForbidden(readRealmRoles(queued), "realmRoles");
    if (isMaster) {
      const ofRealm = (realmRoles ?? []).filter(({ name }) => masterRealmRoles.has(name));
      about = { adminClient, roles: [...roles, ...ofRealm] };
    }
    const { clientUuid } = adminClient;
    const administered = { adminClientUuid: clientUuid, isMaster };
    const givers = await findGivers(queued, administered, roles, realmRoles ?? []);
    const defaultRole = `default-roles-${api.realm.toLowerCase()}`;
    const isDefault = ({ role }: Giver) => role.container === "realm" && role.name === defaultRole;
    for (const { gives } of givers.filter(isDefault)) {
      const source = { kind: "defaultRole", name: defaultRole } as const;
      found.givenToAll.push(...gives.map((role: RoleKey) => ({ role, source })));
    }
    const single = givers.filter((giver) => !isDefault(giver));
    const report: HoldersReport = {
      onGiven: (userId, given) => {
        found.given.set(userId, [...(found.given.get(userId) ?? []), ...given]);
      },
      onCut: () => found.gaps.add("manyMembers"),
    };
    await Promise.all([
      findHolders(queued, clientUuid, single, report),
      unlessForbidden(findGroupHolders(queued, clientUuid, single, report), "groups"),
    ]);
    found.arePowersRead = true;
  };
  const readLast = async () => {
    found.signIns = await readSignIns(queued);
  };
  try {
    const readAbout = findAbout();
    let readAll: Promise<unknown> | undefined;
    if (known === undefined) {
      // The first rows come first: what is asked at the same time makes them wait.
      await new Promise<void>((resolve, reject) => {
        readAll = readUsers(queued, found, resolve);
        readAll.catch(reject);
      });
    }
    const ofPowers = readPowers(await readAbout);
    await Promise.all([ofPowers, ...(known === undefined ? [readAll, readLast()] : [])]);
    tell();
    // The settings of all clients come last: these are the most pages, and the heaviest.
    if (known === undefined) await unlessForbidden(readClients(queued, found), "clients");
  } catch (thrown) {
    failed.abort(thrown);
    throw thrown;
  }
  found.areClientsRead = !found.gaps.has("clients");
  const survey = told();
  if (survey === undefined) throw new Error("A survey ended before it knew what it is about.");
  onProgress(survey);
  return survey;
}

async function findAdminClient(api: SurveyApi, clientId: string): Promise<AdminClient> {
  const clients = await api.queue("findAdminClient", async () =>
    parseClients(await api.clients.find({ clientId })),
  );
  const adminClient = clients.find((it) => it.clientId === clientId);
  if (adminClient === undefined) {
    throw new AdminApiError({ attempt: "findAdminClient", failure: "hidden" });
  }
  return adminClient;
}

/** As many as the list shows at once. */
const firstUsers = 20;

/**
 * Keycloak leaves service accounts out of its list of users unless their name is asked for.
 *
 * @see [UsersResource](https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/resources/admin/UsersResource.java)
 */
async function readUsers(api: SurveyApi, { users }: Found, onFirst: () => void): Promise<void> {
  await readPages(
    (page) =>
      api.queue("listServiceAccounts", async () =>
        parseUsers(
          await api.users.find({ ...page, username: accountPrefix, briefRepresentation: true }),
        ),
      ),
    (found) => {
      users.push(...found.filter(({ username }) => username.startsWith(accountPrefix)));
      onFirst();
    },
    { firstSize: firstUsers },
  );
}

async function readClients(api: SurveyApi, found: Found): Promise<void> {
  await readPages(
    (page) =>
      api.queue("listClients", async () => parseClients(await api.clients.find({ ...page }))),
    (clients) => {
      found.clientsRead += clients.length;
      for (const client of clients) {
        if (!client.serviceAccountsEnabled || client.publicClient) continue;
        const { clientUuid, clientId, enabled, fullScopeAllowed } = client;
        const listed = { clientUuid, clientId, enabled, fullScopeAllowed };
        found.clients.set(accountName(clientId), listed);
      }
    },
  );
}
