import { type AdminClient, type RoleKey, roleKey } from "../../access/model/snapshot.ts";
import {
  type AccountClient,
  accountName,
  accountPrefix,
  type Gap,
  type Survey,
} from "../../access/survey/survey.ts";
import { masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { type ListedRole, parseListedRoles } from "../api/parse-answers.ts";
import { findAdminClient } from "../client/find-admin-client.ts";
import { findGivers, type Giver, readRealmRoles } from "./find-givers.ts";
import { findGroupHolders, findHolders, type HoldersReport } from "./find-holders.ts";
import { FoundAccounts } from "./found-accounts.ts";
import { readClients, readFirstUsers, readOtherUsers } from "./read-accounts.ts";
import { readSignIns } from "./read-sign-ins.ts";
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
  readonly roles: ReadonlyMap<RoleKey, ListedRole>;
}

const byAccountName = (clients: Iterable<AccountClient>) =>
  new Map([...clients].map((client) => [accountName(client.clientId), client]));

const byKey = (roles: readonly ListedRole[]) => new Map(roles.map((role) => [roleKey(role), role]));

/**
 * Surveys the service accounts of a realm: who they are, which admin roles of the realm administered
 * each has, mapped or through a composite role, a group or the default role, the settings of their
 * clients, and when these signed in last. That an account still has the default role is assumed: it is
 * given to each when it is made, and only the account itself tells whether it was taken since.
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
  const found = new FoundAccounts();
  let about: About | undefined;
  const told = (): Survey | undefined =>
    about === undefined
      ? undefined
      : {
          realm: api.realm,
          administers,
          isMaster,
          adminClient: about.adminClient,
          roles: about.roles,
          users: known?.users ?? [...found.users.values()],
          clients: known?.clients ?? byAccountName(found.clients.values()),
          given: found.given,
          givenToAll: found.givenToAll,
          signIns: known?.signIns ?? found.signIns,
          gaps: found.gaps,
          progress: {
            requests: found.requests,
            clientsRead: found.clientsRead.size,
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
    const adminClient = await findAdminClient({ ...queued, call: queued.queue }, adminClientId);
    const roles = await queued.queue("listRoles", async () =>
      parseListedRoles("admin", await queued.clients.listRoles({ id: adminClient.clientUuid })),
    );
    about = { adminClient, roles: byKey(roles) };
    tell();
    return about;
  };
  const unlessForbidden = async <Answer>(read: Promise<Answer>, gap: Gap) => {
    try {
      return await read;
    } catch (thrown) {
      if (!isForbidden(thrown)) throw thrown;
      found.gaps.add(gap);
      return undefined;
    }
  };
  const readPowers = async ({ adminClient, roles: ofAdmin }: About) => {
    const roles = [...ofAdmin.values()];
    const realmRoles = (await unlessForbidden(readRealmRoles(queued), "realmRoles")) ?? [];
    if (isMaster) {
      const ofRealm = realmRoles.filter(({ name }) => masterRealmRoles.has(name));
      about = { adminClient, roles: byKey([...roles, ...ofRealm]) };
    }
    const { clientUuid } = adminClient;
    const administered = { adminClientUuid: clientUuid, isMaster };
    const givers = await findGivers(queued, administered, roles, realmRoles, () =>
      found.gaps.add("realmRoles"),
    );
    const defaultRole = await nameOfDefaultRole(queued, givers);
    const isDefault = ({ role }: Giver) => role.container === "realm" && role.name === defaultRole;
    for (const { gives } of givers.filter(isDefault)) {
      const source = { kind: "defaultRole", name: defaultRole } as const;
      found.givenToAll.push(...gives.map((role: RoleKey) => ({ role, source })));
    }
    const single = givers.filter((giver) => !isDefault(giver));
    const report: HoldersReport = {
      onGiven: (user, given) => {
        const { userId, username } = user;
        // Where the realm changes between two pages, one may be on neither of them.
        const isMissed = username.startsWith(accountPrefix) && !found.users.has(userId);
        if (isMissed) found.users.set(userId, user);
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
    if (known === undefined) {
      // The first rows come first: what is asked at the same time makes them wait.
      const [first, isMore] = await Promise.all([findAbout(), readFirstUsers(queued, found, tell)]);
      const readMore = isMore ? readOtherUsers(queued, found, tell) : undefined;
      await Promise.all([readPowers(first), readMore, readLast()]);
      tell();
      // The settings of all clients come last: these are the most pages, and the heaviest.
      await unlessForbidden(readClients(queued, found, tell), "clients");
    } else {
      await readPowers(await findAbout());
    }
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

/**
 * The name of the role that every account of the realm is given when it is made. An imported realm may
 * call it otherwise than Keycloak does, which only who may view the realm is told.
 *
 * @see [Default roles](https://www.keycloak.org/docs/latest/server_admin/#default-roles)
 */
async function nameOfDefaultRole(api: SurveyApi, givers: readonly Giver[]): Promise<string> {
  const { realm } = api;
  const usual = `default-roles-${realm.toLowerCase()}`;
  const isAsked = givers.some(({ role, isComposite }) => isComposite && role.container === "realm");
  if (!isAsked) return usual;
  const found = await api.queue("survey", () => api.realms.findOne({ realm }));
  return found?.defaultRole?.name ?? usual;
}
