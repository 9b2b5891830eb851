import type { ClientState } from "../../access/model/client-state.ts";
import { type ClientSettings, roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import type { AdminApi } from "../api/admin-api.ts";
import { AdminApiError } from "../api/admin-api-error.ts";
import { parseClient, parseRoles, parseUserId } from "../api/parse-answers.ts";
import { findAdminClient } from "./find-admin-client.ts";
import { readAdminClientScope } from "./read-admin-client-scope.ts";
import { readHoldings } from "./read-holdings.ts";
import { fullScope, readScope } from "./read-scope.ts";

/** What is known before the first request. */
export interface ReadOptions {
  readonly clientUuid: string;
  /** Client ID of the client that carries the admin roles of the realm administered. */
  readonly adminClientId: string;
  /** Whether the realm administered is `master`. */
  readonly isMaster: boolean;
  /**
   * Whether the page shows that the client has a service account. Only then is it asked for before the
   * client is known: the server answers 400 where there is none, and the browser would print that as
   * an error.
   */
  readonly isAccountExpected: boolean;
  /** Whether the realm's client scopes are read too, of which one may be asked for by the Admin API. */
  readonly asksClientScope: boolean;
}

const isGone = (thrown: unknown) =>
  thrown instanceof AdminApiError && ["refused", "notFound"].includes(thrown.failure);

const isHidden = (thrown: unknown) =>
  thrown instanceof AdminApiError && thrown.failure === "hidden";

/** There is no service-account user where the server answers 400 or 404. */
async function readAccount(api: AdminApi, id: string): Promise<string | undefined> {
  try {
    return await api.call("readServiceAccount", async () =>
      parseUserId(await api.clients.getServiceAccountUser({ id })),
    );
  } catch (thrown) {
    if (isGone(thrown)) return undefined;
    throw thrown;
  }
}

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

/** What the second wave of requests depends on. */
type Basis = Pick<Snapshot, "client" | "adminClient" | "serviceAccountUserId">;

const isSameBasis = (some: Basis, other: Basis) =>
  some.client.clientUuid === other.client.clientUuid &&
  some.client.fullScopeAllowed === other.client.fullScopeAllowed &&
  some.adminClient.clientUuid === other.adminClient.clientUuid &&
  some.serviceAccountUserId === other.serviceAccountUserId;

/**
 * Reads what the tab shows of a client, in two waves of requests and with none that grows with the
 * realm: the client, the client that carries the realm's admin roles, and the service-account user;
 * then the roles and what the account holds of them.
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
  const { clientUuid, adminClientId, isMaster, isAccountExpected } = options;
  const [client, adminClient, expectedUserId] = await Promise.all([
    api.call("readClient", async () => {
      const found: unknown = await api.clients.findOne({ id: clientUuid });
      return found === null ? undefined : parseClient(found);
    }),
    findUnlessGone(api, adminClientId),
    isAccountExpected ? readAccount(api, clientUuid) : undefined,
  ]);
  if (client === undefined) return { kind: "clientNotFound" };
  if (client.protocol !== "openid-connect" || client.bearerOnly) {
    return { kind: "noServiceAccountPossible", client };
  }
  if (adminClient === undefined) {
    throw new AdminApiError({ attempt: "findAdminClient", failure: "hidden" });
  }
  const isOn = client.serviceAccountsEnabled && !client.publicClient;
  const serviceAccountUserId = isOn
    ? (expectedUserId ?? (await readAccount(api, clientUuid)))
    : undefined;
  const basis: Basis = { client, adminClient, serviceAccountUserId };
  const isAsBefore = last !== undefined && isSameBasis(last, basis);
  const found = (isAsBefore ? await ahead : undefined) ?? (await readRoles(api, options, basis));
  return { kind: "ready", snapshot: { ...basis, isMaster, ...found } };
}

/** The second wave. */
async function readRoles(
  api: AdminApi,
  { isMaster, asksClientScope }: ReadOptions,
  { client, adminClient, serviceAccountUserId }: Basis,
): Promise<Omit<Snapshot, keyof Basis | "isMaster">> {
  const [roles, holdings, scope, adminClientScope] = await Promise.all([
    api.call("listRoles", async () =>
      parseRoles("admin", await api.clients.listRoles({ id: adminClient.clientUuid })),
    ),
    serviceAccountUserId === undefined
      ? undefined
      : readHoldings(api, { serviceAccountUserId, adminClient, isMaster }),
    client.fullScopeAllowed ? fullScope : readScope(api, client, { adminClient, isMaster }),
    asksClientScope ? readAdminClientScope(api) : ("notAsked" as const),
  ]);
  const all = [...roles, ...(holdings?.roles ?? [])];
  return {
    roles: new Map(all.map((role) => [roleKey(role), role])),
    mapped: holdings?.mapped ?? new Set(),
    effective: holdings?.effective ?? new Set(),
    // Without an account the server can't be asked yet who may grant what.
    grantable: holdings?.grantable ?? new Set(roles.map(roleKey)),
    ...scope,
    adminClientScope,
    isReadable: holdings?.isReadable ?? true,
  };
}
