import { resolveStockRoles } from "../../../src/access/model/resolve-roles.ts";
import {
  type ClientSettings,
  type Role,
  roleKey,
  type Snapshot,
} from "../../../src/access/model/snapshot.ts";
import type { ContainerKey } from "../../../src/catalog/presets/presets.ts";
import { adminRoles } from "../../../src/catalog/roles/admin-roles.ts";

interface Holding {
  readonly mapped?: readonly string[];
  /** Roles held through a group or a default role. */
  readonly heldOtherwise?: readonly string[];
  readonly offered?: readonly string[];
  readonly ungrantable?: readonly string[];
  readonly inScope?: readonly string[];
  readonly unseenScope?: readonly ContainerKey[];
  readonly client?: Partial<ClientSettings>;
}

const admin = (name: string): Role => ({ container: "admin", name, id: `id of ${name}` });

/** A service account that holds these roles of the admin client, on a server that offers all roles or the ones named. */
export function makeSnapshot({
  mapped = [],
  heldOtherwise = [],
  offered = [...adminRoles.keys()],
  ungrantable = [],
  inScope,
  unseenScope = [],
  client = {},
}: Holding = {}): Snapshot {
  const roles = [...new Set([...offered, ...mapped, ...heldOtherwise])].map(admin);
  const effective = resolveStockRoles([...mapped, ...heldOtherwise].map(admin));
  return {
    client: {
      clientUuid: "client-uuid",
      clientId: "api-client",
      protocol: "openid-connect",
      enabled: true,
      bearerOnly: false,
      publicClient: false,
      serviceAccountsEnabled: true,
      authorizationServicesEnabled: false,
      fullScopeAllowed: inScope === undefined,
      frontchannelLogout: false,
      authenticator: "client-secret",
      tokenBinding: undefined,
      tokenSettings: {
        notBefore: 0,
        lifespan: undefined,
        secretExpiresAt: undefined,
        signingAlgorithm: undefined,
      },
      defaultClientScopes: new Set(["basic", "roles"]),
      optionalClientScopes: new Set(["address"]),
      isManageable: true,
      ...client,
    },
    account: { kind: "found", userId: "user-id", enabled: true },
    adminClient: {
      clientUuid: "admin-uuid",
      clientId: "realm-management",
      authorizationServicesEnabled: false,
    },
    isMaster: false,
    roles: new Map(roles.map((role) => [roleKey(role), role])),
    mapped: new Set(mapped.map((name) => roleKey(admin(name)))),
    effective,
    grantable: new Set(
      roles
        .filter(({ name }) => !mapped.includes(name) && !ungrantable.includes(name))
        .map(roleKey),
    ),
    inScope: inScope === undefined ? undefined : new Set(inScope.map((n) => roleKey(admin(n)))),
    unseenScope: new Set(unseenScope),
    adminClientScope: "notKnown",
    isReadable: true,
    contents: new Map(),
  };
}

/** The same client with service accounts off and no user. */
export function withoutAccount(snapshot: Snapshot): Snapshot {
  const client = { ...snapshot.client, serviceAccountsEnabled: false };
  return { ...snapshot, client, account: { kind: "none" } };
}
