import { noFinePermissions } from "../../access/model/fine-permissions.ts";
import { type AdminClient, type Role, type RoleKey, roleKey } from "../../access/model/snapshot.ts";
import { realmAdminNames } from "../../access/rights/own-rights.ts";
import {
  clientsByAccountName,
  type Gap,
  hasAccountName,
  type Survey,
} from "../../access/survey/survey.ts";
import { masterRealmRoles } from "../../catalog/roles/admin-roles.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { isForbidden } from "../api/admin-api-error.ts";
import { type ListedRole, parseListedRoles } from "../api/parse-answers.ts";
import { findAdminClient } from "../client/find-admin-client.ts";
import { readFinePermissions } from "../client/read-fine-permissions.ts";
import { readOwnRoles } from "../client/read-own-roles.ts";
import { readRealmWorkflows } from "../ends/read-ends.ts";
import { type FoundGivers, findGivers, readRealmRoles } from "./find-givers.ts";
import { findGroupHolders, findHolders, type HoldersReport } from "./find-holders.ts";
import { FoundAccounts } from "./found-accounts.ts";
import { findOtherAccounts, linkAccounts, unlinkedAccounts } from "./link-accounts.ts";
import { isDefaultRole, nameOfDefaultRole } from "./name-of-default-role.ts";
import { readClients, readFirstUsers, readOtherUsers, readPeople } from "./read-accounts.ts";
import { readOwnPresets } from "./read-own-presets.ts";
import { readSignIns } from "./read-sign-ins.ts";
import { createSurveyApi } from "./survey-api.ts";
import type { SurveyOptions } from "./survey-options.ts";

/** What a survey is about: the client with the admin roles, and these. */
interface About {
  readonly adminClient: AdminClient;
  readonly roles: ReadonlyMap<RoleKey, ListedRole>;
}

const byKey = <Known extends Role>(roles: readonly Known[]) =>
  new Map(roles.map((role) => [roleKey(role), role]));

/**
 * Surveys the service accounts of a realm: who they are, which admin roles of the realm administered
 * each has, mapped or through a composite role, a group or the default role, the settings of their
 * clients, and when these signed in last. That an account still has the default role is assumed: it is
 * given to each when it is made, and only the account itself tells whether it was taken since.
 *
 * The requests grow with admin roles, composite roles, groups that carry them, and with the pages of
 * accounts and clients. Single users and clients are asked about, 50 of each at most, only to tell people
 * with admin roles from service accounts under another name, and to find the clients of these. None of the
 * requests changes anything.
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
  for (const userId of known?.people ?? []) found.people.add(userId);
  const isKnown = new Set([...found.people, ...(known?.users ?? []).map(({ userId }) => userId)]);
  let about: About | undefined;
  /** An administrator who may search for users and not view them gets an empty list. */
  let areUsersListed = false;
  const told = (): Survey | undefined =>
    about === undefined
      ? undefined
      : {
          realm: api.realm,
          administers,
          isMaster,
          adminClient: about.adminClient,
          roles: new Map([...about.roles, ...byKey(found.own?.roles ?? [])]),
          ownPresets: found.own?.presets,
          composites: found.composites,
          users: [...(known?.users ?? []), ...found.users.values()],
          people: found.people,
          clients: known?.clients ?? clientsByAccountName(found.clients.values()),
          clientsByUserId: known?.clientsByUserId ?? found.clientsByUserId,
          given: found.given,
          givenToAll: found.givenToAll,
          signIns: known?.signIns ?? found.signIns,
          finePermissions: found.finePermissions,
          workflows: known?.workflows ?? found.workflows,
          gaps: found.gaps,
          progress: {
            requests: found.requests,
            clientsRead: found.clients.size,
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
  // A server answers with less where the person may see less: what it leaves out isn't missing.
  let ownRoles: Promise<ReadonlySet<string> | undefined> | undefined;
  const canSee = async (...roles: readonly string[]): Promise<boolean | undefined> => {
    if (options.loginRealm === undefined) return true;
    ownRoles ??= readOwnRoles(api, options.loginRealm).catch(() => undefined);
    const own = await ownRoles;
    return own === undefined ? undefined : roles.some((name) => own.has(name));
  };
  const canSeeUsers = async () => {
    if (known !== undefined) return !known.gaps.has("users");
    return areUsersListed || (await canSee("view-users", "manage-users")) === true;
  };
  const areRealmRolesHidden = async () => {
    if (known !== undefined) return known.gaps.has("realmRoles");
    return (await canSee("view-realm", "manage-realm", ...realmAdminNames)) === false;
  };
  const findAllGivers = async ({ adminClient, roles: ofAdmin }: About): Promise<FoundGivers> => {
    const roles = [...ofAdmin.values()];
    const [realmRoles = [], areHidden] = await Promise.all([
      unlessForbidden(readRealmRoles(queued), "realmRoles"),
      areRealmRolesHidden(),
    ]);
    if (isMaster) {
      const ofRealm = realmRoles.filter(({ name }) => masterRealmRoles.has(name));
      about = { adminClient, roles: byKey([...roles, ...ofRealm]) };
    }
    const isInMaster = isMaster || api.realm !== administers;
    const { clientUuid: adminClientUuid } = adminClient;
    const where = { adminClientUuid, isMaster, isInMaster, areRealmRolesHidden: areHidden };
    return findGivers(queued, where, roles, realmRoles, () => found.gaps.add("realmRoles"));
  };
  const readPowers = async (
    { adminClient: { clientUuid } }: About,
    finding: Promise<FoundGivers>,
  ) => {
    const { givers, composites } = await finding;
    found.composites = composites;
    const defaultRole = await nameOfDefaultRole(queued, givers);
    const isDefault = isDefaultRole(defaultRole);
    for (const { gives } of givers.filter(isDefault)) {
      const source = { kind: "defaultRole", name: defaultRole } as const;
      found.givenToAll.push(...gives.map((role: RoleKey) => ({ role, source })));
      // Who holds nothing but that, and isn't called like a service account, is on none of the lists.
      found.gaps.add("otherNames");
    }
    const single = givers.filter((giver) => !isDefault(giver));
    const report: HoldersReport = {
      onGiven: (user, given) => {
        const { userId } = user;
        if (!hasAccountName(user)) found.otherHolders.set(userId, user);
        // Where the realm changes between two pages, one may be on neither of them.
        else if (!isKnown.has(userId)) found.users.set(userId, user);
        found.give(userId, given);
      },
      onCut: () => found.gaps.add("manyMembers"),
    };
    await Promise.all([
      findHolders(queued, clientUuid, single, report),
      unlessForbidden(findGroupHolders(queued, clientUuid, single, report), "groups"),
    ]);
    if (await canSeeUsers()) {
      const areAllAsked = await findOtherAccounts(queued, found, isKnown);
      if (!areAllAsked) found.gaps.add("manyHolders");
    } else {
      found.gaps.add("users");
    }
  };
  const readLast = async () => {
    found.signIns = await readSignIns(queued);
  };
  const readOwn = ({ adminClient }: About, givers: Promise<FoundGivers>) => {
    const place = { adminClientId, adminClientUuid: adminClient.clientUuid };
    return readOwnPresets(queued, found, { ...place, visible: options.visible, givers });
  };
  const readRoles = async (about: About) => {
    const givers = findAllGivers(about);
    const readHoldings = async () => {
      await Promise.all([readPowers(about, givers), readOwn(about, givers)]);
      found.arePowersRead = true;
    };
    await Promise.all([readHoldings(), readPermissions(about)]);
  };
  const readEnds = async () => {
    if (options.hasWorkflows !== true || (await canSee(...realmAdminNames)) !== true) return;
    const read = await readRealmWorkflows({ ...api, call: queued.queue });
    if (read.kind === "read") found.workflows = read;
  };
  // They concern accounts of the same realm alone: none of master's in another.
  const readPermissions = async ({ adminClient }: About) => {
    found.finePermissions =
      api.realm === administers
        ? await readFinePermissions({ ...api, call: queued.queue }, adminClient)
        : noFinePermissions;
  };
  try {
    if (known === undefined) {
      // The first rows come first: what is asked at the same time makes them wait.
      const [first, isMore] = await Promise.all([findAbout(), readFirstUsers(queued, found, tell)]);
      areUsersListed = found.users.size > 0;
      const readMore = isMore ? readOtherUsers(queued, found, tell) : undefined;
      const readWho = readPeople(queued, found);
      await Promise.all([readRoles(first), readMore, readWho, readLast(), readEnds()]);
      tell();
      // The settings of all clients come last: these are the most pages, and the heaviest.
      await unlessForbidden(readClients(queued, found, tell, options.onClients), "clients");
      if (!found.gaps.has("clients") && unlinkedAccounts(found).length > 0) {
        const areAllSeen = (await canSee("view-clients", "manage-clients")) !== false;
        if (areAllSeen) await linkAccounts(queued, found);
        else found.gaps.add("clients");
      }
    } else {
      await readRoles(await findAbout());
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
