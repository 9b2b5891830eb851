/**
 * What differs between clients of real realms, and the values that a state takes of each. The first value of
 * each is the usual one.
 */
export const factors = {
  /** The kind of client. */
  client: ["confidential", "authorization", "public", "bearerOnly"],
  /** The client's own switch. */
  serviceAccounts: ["on", "off"],
  enabled: ["yes", "no"],
  credential: ["secret", "secretJwt"],
  /** What the client's tokens are bound to. */
  binding: ["none", "dpop", "mutualTls"],
  token: ["usual", "lightweight"],
  /**
   * The service-account user. Where the client is public or service accounts are off, one that is there is a
   * leftover. `otherName` comes from an import; of a `renamed` client the client ID was changed.
   */
  account: ["usual", "missing", "disabled", "otherName", "renamed"],
  /** How the account comes to its roles. */
  source: ["direct", "composite", "group", "nothing"],
  /** Which admin roles these are. */
  power: ["viewUsers", "realmAdmin", "manageUsers", "viewRealmAndEvents"],
  /** What the realm's roles hold: as they ship, or made otherwise by an import or by hand. */
  roles: ["stock", "thinRealmAdmin", "wideViewUsers", "defaultRoleGives"],
  /** How roles come into the client's tokens. */
  scope: ["full", "mapped", "clientScope", "none"],
  realm: ["usual", "httpsOnly", "notBefore", "disabled", "frontendUrl"],
  /**
   * When Keycloak is to unassign the roles of the power: on its schedule, by someone else's workflows alone, over while
   * they may be assigned, or for an account that was deleted and made again. Only of Keycloak 26.6 or newer.
   */
  ends: ["none", "scheduled", "foreign", "overdue", "formerAccount"],
  /**
   * The preset that the realm stores itself and that the client got: with admin roles, with roles of the realm and of
   * another client, or one that changed since. `broken` can't be read; `notOurs` is in a client of the store's name that
   * this product didn't make.
   */
  ownPreset: ["none", "adminRoles", "otherRoles", "changed", "broken", "notOurs"],
  /** The rights of the administrator who looks. Only a realm admin sees workflows, not who has all other roles. */
  rights: [
    "realmAdmin",
    "allOtherRoles",
    "viewer",
    "viewClients",
    "manageUsersViewClients",
    "viewUsersViewClients",
    "manageClients",
  ],
} as const;

/** The name of a factor. */
export type Factor = keyof typeof factors;

/** A state that a client, its account, its realm and the administrator who looks are in. */
export type State = { readonly [Name in Factor]: (typeof factors)[Name][number] };

/** All factors, in the order in which they are shown. */
export const factorNames = Object.keys(factors) as readonly Factor[];

/** The admin roles of each power, by their names. */
export const rolesOfPower: Readonly<Record<State["power"], readonly string[]>> = {
  viewUsers: ["view-users"],
  realmAdmin: ["realm-admin"],
  manageUsers: ["manage-users"],
  viewRealmAndEvents: ["view-realm", "view-events"],
};

/** A state in one line: what differs from the usual, or "all as usual". */
export function describeState(state: State): string {
  const unusual = factorNames
    .filter((name) => state[name] !== factors[name][0])
    .map((name) => `${name}=${state[name]}`);
  return unusual.length === 0 ? "all as usual" : unusual.join(" ");
}
