import { type ClientSettings, roleKey, type Snapshot } from "../access/snapshot.ts";
import type { AdminApi } from "./admin-api.ts";
import { AdminApiError } from "./admin-api-error.ts";
import { findAdminClient } from "./find-admin-client.ts";
import { parseClient, parseRoles, parseUserId } from "./parse-answers.ts";
import { readAdminClientScope } from "./read-admin-client-scope.ts";
import { readHoldings } from "./read-holdings.ts";
import { readScope } from "./read-scope.ts";

/** A client as the tab finds it. */
export type ClientState =
  | { readonly kind: "clientNotFound" }
  | { readonly kind: "noServiceAccountPossible"; readonly client: ClientSettings }
  | { readonly kind: "ready"; readonly snapshot: Snapshot };

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

/**
 * Reads what the tab shows of a client, in two waves of requests and with none that grows with the
 * realm: the client, the client that carries the realm's admin roles, and the service-account user;
 * then the roles and what the account holds of them.
 *
 * @throws AdminApiError when a request fails; where the person may not see what the account holds,
 *   the snapshot says so instead
 */
export async function readClientState(api: AdminApi, options: ReadOptions): Promise<ClientState> {
  const { clientUuid, adminClientId, isMaster, isAccountExpected, asksClientScope } = options;
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
  const userId = isOn ? (expectedUserId ?? (await readAccount(api, clientUuid))) : undefined;
  const [roles, holdings, inScope, adminClientScope] = await Promise.all([
    api.call("listRoles", async () =>
      parseRoles("admin", await api.clients.listRoles({ id: adminClient.clientUuid })),
    ),
    userId === undefined
      ? undefined
      : readHoldings(api, { serviceAccountUserId: userId, adminClient, isMaster }),
    client.fullScopeAllowed ? undefined : readScope(api, client, { adminClient, isMaster }),
    asksClientScope ? readAdminClientScope(api) : ("notAsked" as const),
  ]);
  const all = [...roles, ...(holdings?.roles ?? [])];
  return {
    kind: "ready",
    snapshot: {
      client,
      adminClient,
      isMaster,
      serviceAccountUserId: userId,
      roles: new Map(all.map((role) => [roleKey(role), role])),
      mapped: holdings?.mapped ?? new Set(),
      effective: holdings?.effective ?? new Set(),
      // Without an account the server can't be asked yet who may grant what.
      grantable: holdings?.grantable ?? new Set(roles.map(roleKey)),
      inScope,
      adminClientScope,
      isReadable: holdings?.isReadable ?? true,
    },
  };
}
