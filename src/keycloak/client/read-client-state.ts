import { userIdOf } from "../../access/model/account.ts";
import type { ClientState } from "../../access/model/client-state.ts";
import {
  type Account,
  type ClientSettings,
  type CustomPresets,
  type Role,
  roleKey,
  type Snapshot,
} from "../../access/model/snapshot.ts";
import { policySubjectOf } from "../../access/policy/built-in.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { parseClient, parseListedRoles } from "../api/parse-answers.ts";
import { contentsOf } from "./contents-of.ts";
import { readLinkedAccount } from "./find-account.ts";
import { findAdminClient } from "./find-admin-client.ts";
import { findUserById, findUserNamedAfter, type SoughtUser } from "./find-user.ts";
import { readAdminClientScope } from "./read-admin-client-scope.ts";
import { readHoldings } from "./read-holdings.ts";
import { readOwnRights } from "./read-own-rights.ts";
import { fullScope, readScope } from "./read-scope.ts";

/** What is known before the first request. */
export interface ReadOptions {
  readonly clientUuid: string;
  /** Client ID of the client that carries the admin roles of the realm administered. */
  readonly adminClientId: string;
  /** Whether the realm administered is `master`. */
  readonly isMaster: boolean;
  /** The realm that the administrator signed in to. */
  readonly loginRealm: string;
  /**
   * The client ID as the page shows it, which saves a wave of requests where it is right; undefined where
   * the page says nothing.
   */
  readonly clientIdHint: string | undefined;
  /** The id of the user that the client was linked to before: it may have another name than usual. */
  readonly linkedUserId?: string | undefined;
  /** The server's version, such as `26.7.3`; missing if it isn't known. */
  readonly version?: string | undefined;
  /** Whether the realm's client scopes are read too, of which one may be asked for by the Admin API. */
  readonly asksClientScope: boolean;
  /** The presets that operators made in the client's realm, as they were read before. */
  readonly custom?: CustomPresets | undefined;
}

const isGone = (thrown: unknown) =>
  thrown instanceof AdminApiError && ["refused", "notFound"].includes(thrown.failure);

const isHidden = (thrown: unknown) =>
  thrown instanceof AdminApiError && thrown.failure === "hidden";

/** A realm that is gone answers 404, and with it went its clients: the client's own answer tells. */
async function findUnlessGone(
  api: AdminApi,
  clientId: string,
): Promise<ClientSettings | undefined> {
  try {
    return await findAdminClient(api, clientId);
  } catch (thrown) {
    if (isGone(thrown) || isHidden(thrown)) return undefined;
    throw thrown;
  }
}

async function findUserUnlessGone(
  api: AdminApi,
  clientId: string,
  loginRealm: string,
): Promise<SoughtUser | undefined> {
  try {
    return await findUserNamedAfter(api, clientId, loginRealm);
  } catch (thrown) {
    if (isGone(thrown)) return undefined;
    throw thrown;
  }
}

/** What the second wave of requests depends on. */
type Basis = Pick<Snapshot, "client" | "adminClient" | "account">;

const isSameBasis = (some: Basis, other: Basis) =>
  some.client.clientUuid === other.client.clientUuid &&
  some.client.fullScopeAllowed === other.client.fullScopeAllowed &&
  some.adminClient.clientUuid === other.adminClient.clientUuid &&
  some.account.kind === other.account.kind &&
  userIdOf(some.account) === userIdOf(other.account);

/**
 * Reads what the tab shows of a client, in two waves of requests and with none that grows with the
 * realm: the client, the client that carries the realm's admin roles, and the user named after the client;
 * then the roles, what the account holds of them, and whether that user is the client's own.
 *
 * @param last what was read of the client before: the second wave then goes out with the first, and is
 *   asked again only where the first says that something else decides it now
 * @throws AdminApiError when a request fails; where the person may not see what the account holds,
 *   the snapshot says so instead
 */
export async function readClientState(
  api: AdminApi,
  options: ReadOptions,
  last?: Basis,
): Promise<ClientState> {
  const ahead = last === undefined ? undefined : readRoles(api, options, last);
  // Whether it is wanted at all shows later.
  ahead?.catch(() => undefined);
  const { clientUuid, adminClientId, isMaster, version, clientIdHint, loginRealm, custom } =
    options;
  const [client, adminClient, hinted] = await Promise.all([
    api.call("readClient", async () => {
      const found: unknown = await api.clients.findOne({ id: clientUuid });
      return found === null ? undefined : parseClient(found);
    }),
    findUnlessGone(api, adminClientId),
    clientIdHint === undefined ? undefined : findUserUnlessGone(api, clientIdHint, loginRealm),
  ]);
  if (client === undefined) return { kind: "clientNotFound" };
  if (client.protocol !== "openid-connect" || client.bearerOnly) {
    return { kind: "noServiceAccountPossible", client };
  }
  if (adminClient === undefined) {
    throw new AdminApiError({ attempt: "findAdminClient", failure: "hidden" });
  }
  const named = client.clientId === clientIdHint ? hinted : undefined;
  const linked = options.linkedUserId ?? (last === undefined ? undefined : userIdOf(last.account));
  const sought = await findUser(api, options, client, named, linked);
  const reading = readAccount(api, client, sought, linked);
  const likely = sought?.kind === "found" ? sought : await reading;
  const rolesOf = async (account: Account) => {
    const basis: Basis = { client, adminClient, account };
    const isAsBefore = last !== undefined && isSameBasis(last, basis);
    return (isAsBefore ? await ahead : undefined) ?? (await readRoles(api, options, basis));
  };
  const [account, ofLikely] = await Promise.all([reading, rolesOf(likely)]);
  // The user of that name may be a person's.
  const isLikely = userIdOf(account) === userIdOf(likely);
  const found = isLikely ? ofLikely : await rolesOf(account);
  const policySubject = policySubjectOf(client, adminClient, api.realm);
  const snapshot = { client, adminClient, account, isMaster, version, ...found, ...policySubject };
  return { kind: "ready", snapshot: (await custom?.complete(snapshot)) ?? snapshot };
}

/**
 * The user that the client's account most likely is, while service accounts are on: the one of the usual
 * name, or the one that was linked before under another name.
 */
async function findUser(
  api: AdminApi,
  { loginRealm }: ReadOptions,
  { clientId, serviceAccountsEnabled }: ClientSettings,
  named: SoughtUser | undefined,
  linked: string | undefined,
): Promise<SoughtUser | undefined> {
  if (!serviceAccountsEnabled) return undefined;
  const found = named ?? (await findUserNamedAfter(api, clientId, loginRealm));
  return found.kind === "absent" && linked !== undefined ? findUserById(api, linked) : found;
}

/** What a user that was found is to the client. One that it was linked to before still is its own. */
async function readAccount(
  api: AdminApi,
  client: ClientSettings,
  sought: SoughtUser | undefined,
  linked: string | undefined,
): Promise<Account> {
  if (sought?.kind === "found" && sought.userId === linked) return sought;
  if (sought === undefined || sought.kind === "found") {
    return readLinkedAccount(api, client, sought);
  }
  return sought.kind === "notKnown" ? sought : { kind: "notUnderUsualName" };
}

/** The second wave. */
async function readRoles(
  api: AdminApi,
  { isMaster, asksClientScope, loginRealm }: ReadOptions,
  { client, adminClient, account }: Basis,
): Promise<Omit<Snapshot, keyof Basis | "isMaster">> {
  const serviceAccountUserId = userIdOf(account);
  // Who may assign what is asked of an account; before there is one, the person's own roles tell.
  const isBeforeAccount = account.kind === "none" && adminClient.clientId === "realm-management";
  const [listed, holdings, scope, adminClientScope, own] = await Promise.all([
    api.call("listRoles", async () =>
      parseListedRoles("admin", await api.clients.listRoles({ id: adminClient.clientUuid })),
    ),
    serviceAccountUserId === undefined
      ? undefined
      : readHoldings(api, { serviceAccountUserId, adminClient, isMaster }),
    client.fullScopeAllowed ? fullScope : readScope(api, client, { adminClient, isMaster }),
    asksClientScope ? readAdminClientScope(api) : ("notKnown" as const),
    // Where that isn't told, the server tells by refusing.
    isBeforeAccount ? readOwnRights(api, loginRealm).catch(() => undefined) : undefined,
  ]);
  const roles = listed.map(({ id, container, name }): Role => ({ id, container, name }));
  const all = [...roles, ...(holdings?.roles ?? [])];
  return {
    roles: new Map(all.map((role) => [roleKey(role), role])),
    mapped: holdings?.mapped ?? new Set(),
    effective: holdings?.effective ?? new Set(),
    grantable:
      holdings?.grantable ??
      new Set(roles.filter((role) => own?.mayAssign(role) ?? true).map(roleKey)),
    ...scope,
    adminClientScope,
    contents: contentsOf(listed),
    isReadable: holdings?.isReadable ?? account.kind === "none",
  };
}
