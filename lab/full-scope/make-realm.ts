/** A number from 0 up to, and without, 1. */
export type Chance = () => number;

/** Numbers by chance that are the same for the same seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How an account comes to roles. */
export const sources = [
  "admin roles",
  "composite realm role",
  "composite client role",
  "roles of other clients",
  "own roles of the client",
  "group",
  "group below another",
  "scope mappings before",
] as const;
/** A way in which an account comes to roles, or its client to a scope. */
export type Source = (typeof sources)[number];

/** A client of the realm, and what it has beside the default role. */
export interface PlannedClient {
  readonly clientId: string;
  readonly sources: readonly Source[];
}

export const secret = "full-scope";

/** The roles that programs read with. */
const adminRoles = ["view-users", "view-clients", "view-realm", "view-events", "query-groups"];

/** Chooses for each client how its account comes to roles: at least one way, each way as often as others. */
export function planClients(count: number, chance: Chance): readonly PlannedClient[] {
  return Array.from({ length: count }, (_, place) => {
    const one = sources[place % sources.length];
    const chosen = sources.filter((source) => source === one || chance() < 0.4);
    return { clientId: `program-${String(place + 1).padStart(3, "0")}`, sources: chosen };
  });
}

/** A realm with these clients, all with full scope allowed, as it is imported. */
export function makeRealm(realm: string, clients: readonly PlannedClient[], chance: Chance) {
  const management = "realm-management";
  const has = (client: PlannedClient, source: Source) => client.sources.includes(source);
  return {
    realm,
    enabled: true,
    eventsEnabled: true,
    roles: {
      realm: [
        ...["auditor", "offline_access", "uma_authorization"].map((name) => ({ name })),
        {
          name: "ops",
          composite: true,
          composites: {
            realm: ["auditor"],
            client: { [management]: ["view-events"], shop: ["orders"] },
          },
        },
        {
          name: `default-roles-${realm}`,
          composite: true,
          composites: {
            realm: ["offline_access", "uma_authorization"],
            client: { account: ["view-profile"], crm: ["reader"] },
          },
        },
      ],
      client: {
        shop: [
          { name: "orders" },
          { name: "refunds" },
          {
            name: "keeper",
            composite: true,
            composites: { client: { shop: ["refunds"], [management]: ["query-users"] } },
          },
        ],
        crm: [{ name: "reader" }, { name: "writer" }],
        ...Object.fromEntries(
          clients
            .filter((client) => has(client, "own roles of the client"))
            .map(({ clientId }) => [clientId, [{ name: "own" }]]),
        ),
      },
    },
    defaultRole: { name: `default-roles-${realm}` },
    groups: [
      {
        name: "staff",
        clientRoles: { [management]: ["view-realm"] },
        subGroups: [{ name: "eu", realmRoles: ["auditor"], clientRoles: { shop: ["refunds"] } }],
      },
    ],
    clients: [
      { clientId: "shop", enabled: true },
      { clientId: "crm", enabled: true },
      ...clients.map(({ clientId }, place) => ({
        clientId,
        secret,
        enabled: true,
        serviceAccountsEnabled: true,
        standardFlowEnabled: false,
        directAccessGrantsEnabled: false,
        fullScopeAllowed: true,
        // As the console makes one: a PUT that says that service accounts are on adds the scope where it is missing.
        defaultClientScopes: ["web-origins", "service_account", "acr", "roles", "basic"],
        // What must stay as it is.
        ...(place % 7 === 0 && { frontchannelLogout: true }),
        ...(place % 10 === 0 && { authorizationServicesEnabled: true }),
        description: `Program ${place + 1}`,
        attributes: { owner: `team-${place % 9}` },
      })),
    ],
    clientScopeMappings: {
      shop: clients
        .filter((client) => has(client, "scope mappings before"))
        .map(({ clientId }) => ({ client: clientId, roles: ["orders", "keeper"] })),
    },
    users: clients.map((client) => ({
      username: `service-account-${client.clientId}`,
      enabled: true,
      serviceAccountClientId: client.clientId,
      realmRoles: [
        `default-roles-${realm}`,
        ...(has(client, "composite realm role") ? ["ops"] : []),
      ],
      clientRoles: {
        ...(has(client, "admin roles") && {
          [management]: adminRoles.filter((_, place) => place === 0 || chance() < 0.5),
        }),
        ...(has(client, "roles of other clients") && { crm: ["reader", "writer"] }),
        ...(has(client, "composite client role") && { shop: ["keeper"] }),
        ...(has(client, "own roles of the client") && { [client.clientId]: ["own"] }),
      },
      groups: [
        ...(has(client, "group") ? ["/staff"] : []),
        ...(has(client, "group below another") ? ["/staff/eu"] : []),
      ],
    })),
  };
}
