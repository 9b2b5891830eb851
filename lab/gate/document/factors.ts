/**
 * What a realm document is made of. The first value of a factor is the usual one.
 *
 * @see [Importing realms](https://www.keycloak.org/server/importExport)
 */
export const documentFactors = {
  /** How the document spells its clients, as in versions before 1.3 and today. */
  clients: ["clients", "applications", "oauthClients"],
  /** `roles.client` or `roles.application`. */
  roles: ["client", "application"],
  /** `composites.client` or `composites.application`. */
  composites: ["client", "application"],
  /** `users[].clientRoles` or `users[].applicationRoles`. */
  users: ["clientRoles", "applicationRoles"],
  /** Whether the document has the client with the admin roles, and what these hold there. */
  management: ["absent", "bare", "thinRealmAdmin", "wideViewUsers"],
  /** What the document says of the role that every account has. */
  defaultRole: ["absent", "named", "otherName", "nameTaken", "namedInRoles"],
  /** What everybody is given. */
  everybody: ["nothing", "defaultRole", "defaultRoles", "clientDefaultRoles", "defaultGroup"],
  /** What names of groups have in them, and how paths are written then. */
  groupNames: ["plain", "slash", "tilde", "escapedSlash", "noFirstSlash", "ambiguous"],
  /** What roles, clients and groups are called. */
  names: ["plain", "__proto__", "constructor", "hasOwnProperty", "spaced", "ofAdminRole"],
  /** How permissions name their policies. */
  permissions: ["applyPolicies", "policies", "aggregate", "off"],
  /** Whether a policy grants whom it names, or everybody else, or the policy around it does. */
  logic: ["positive", "negative", "negativeAround"],
  /** Whether the client of the permissions may be a program of its own. */
  permissionsClient: ["absent", "named", "program"],
  /**
   * The client in which the realm stores presets of its own: as this product makes it; with a service account that has
   * roles; with a preset that imitates a built-in one, or has realm-admin; or one of that name that isn't a store.
   */
  store: ["none", "plain", "program", "lookAlike", "realmAdmin", "notOurs"],
  /** In which form it is written. */
  format: ["json", "jsonArray", "yaml", "yamlAnchors", "yamlDocuments", "files"],
  /** What stands for a name that decides. */
  placeholder: ["none", "role", "scope", "policy", "field"],
  /** Whether `check` is told what placeholders stand for. */
  values: ["given", "missing"],
  /** A field that Keycloak doesn't have, and where. */
  unknown: ["none", "realm", "users", "clients", "roles", "groups", "mappers", "policies"],
  /** What is left out. */
  cut: ["nothing", "realm", "clients"],
  /** Whether empty lists are written as `null`, and switches in quotes. */
  lenient: ["no", "nulls", "quoted"],
  /** The version that wrote it. */
  version: ["none", "2.5.5.Final", "12.0.4", "26.7.3"],
} as const;

/** What a program of a document is, and how it comes to its power. */
export const programFactors = {
  kind: ["confidential", "authorization", "public", "bearerOnly", "off", "disabled"],
  account: ["usual", "missing", "otherName", "disabled", "unlinked", "byDefault"],
  way: [
    ...["nothing", "direct", "realmRole", "nestedRealmRole", "clientRole"],
    ...["group", "groupAbove", "groupRealmRole", "organizationGroup", "sameNameElsewhere"],
    ...["mapper", "mapperOfScope", "mapperOfRealmScope", "mapperOfTemplate", "mapperOfAttribute"],
    ...["mapperOfOtherClient", "harmlessMapper", "roleMapper", "unknownMapper"],
    ...["permissionByClient", "permissionByUser", "permissionByGroup", "permissionByRole"],
  ],
  power: ["manage-users", "view-users", "realm-admin", "manage-clients", "view-events"],
  scope: ["full", "limited", "mapped"],
} as const;

type Values<Of extends Readonly<Record<string, readonly string[]>>> = {
  readonly [Factor in keyof Of]: Of[Factor][number];
};

/** A program of a document. */
export type ProgramPlan = Values<typeof programFactors>;

/** A document before it is made: a value of each factor, and some programs. */
export interface DocumentPlan extends Values<typeof documentFactors> {
  readonly programs: readonly ProgramPlan[];
}
