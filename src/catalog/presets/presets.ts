/**
 * The container of a role: `admin` is the client with the realm's admin roles, `realm` the realm `master` with its roles
 * for administrators, and all others are containers whose roles no measurement knows.
 */
export type ContainerKey = "admin" | "realm" | OtherContainer;

/** The realm, for roles that give no admin access by their names, or another client, by its encoded client ID. */
export type OtherContainer = "otherRealm" | `client/${string}`;

/** A role by its container and name. */
export interface RoleReference {
  readonly container: ContainerKey;
  readonly name: string;
}

/** Groups of presets in display order: first those that an operator made. */
export const presetGroups = [
  "custom",
  "users",
  "organizations",
  "clients",
  "identityProviders",
  "realm",
  "events",
] as const;

export type PresetGroup = (typeof presetGroups)[number];

/** The former roles of a preset, until a release changed them. */
export interface FormerRoles {
  /** The release that changed them, such as `2.0.0`. */
  readonly changedIn: string;
  readonly roles: readonly RoleReference[];
}

/** A named bundle of roles for one job. Its id is permanent. */
interface PresetEntry {
  readonly id: string;
  readonly group: Exclude<PresetGroup, "custom">;
  readonly roles: readonly RoleReference[];
  /** Its roles in earlier releases, newest first: accounts may still have them. */
  readonly formerly?: readonly FormerRoles[];
  /** Roles that it doesn't need: a documented bundle keeps the roles of its documentation. */
  readonly redundant?: readonly string[];
  /** Set if its roles are the variant for that provider of organizations. */
  readonly provider?: "phaseTwo";
  /** Why the preset exists only on some servers; the text is `reason.unavailable.<reason>`. */
  readonly onlyIn?: "master" | "phaseTwo";
}

const admin = (...names: readonly string[]): readonly RoleReference[] =>
  names.map((name) => ({ container: "admin", name }));

/**
 * The first of "users" and the first of "organizations" are the documented bundles of a widely used
 * guide for service accounts and keep exactly its roles.
 *
 * @see [Service accounts for the API](https://phasetwo.io/docs/organizations/getting-started/service-accounts)
 */
const entries = [
  {
    id: "user-lookup",
    group: "users",
    roles: admin("view-users", "query-users"),
    redundant: ["query-users"],
  },
  { id: "user-management", group: "users", roles: admin("manage-users") },
  {
    id: "user-management-with-realm-roles",
    group: "users",
    roles: admin("manage-users", "view-realm"),
  },
  { id: "access-review", group: "users", roles: admin("view-users", "view-realm") },
  {
    id: "access-review-with-client-roles",
    group: "users",
    roles: admin("view-users", "view-realm", "view-clients"),
  },
  { id: "usage-statistics", group: "users", roles: admin("view-realm", "query-users") },
  { id: "support-impersonation", group: "users", roles: admin("impersonation", "view-users") },
  {
    id: "organization-management",
    group: "organizations",
    roles: admin("view-organizations", "manage-organizations", "view-users", "query-users"),
    redundant: ["view-organizations", "query-users"],
  },
  { id: "organization-lookup", group: "organizations", roles: admin("view-organizations") },
  {
    id: "organization-and-member-lookup",
    group: "organizations",
    roles: admin("view-organizations", "view-users"),
  },
  { id: "organization-onboarding", group: "organizations", roles: admin("manage-organizations") },
  {
    id: "organization-membership",
    group: "organizations",
    roles: admin("manage-organizations", "manage-users"),
  },
  {
    id: "organization-single-sign-on",
    group: "organizations",
    roles: admin("manage-organizations", "manage-identity-providers"),
  },
  {
    id: "tenant-onboarding",
    group: "organizations",
    roles: admin("manage-organizations", "manage-users", "manage-identity-providers"),
  },
  {
    id: "organization-creation",
    group: "organizations",
    roles: admin("create-organization"),
    onlyIn: "phaseTwo",
  },
  { id: "client-and-secret-reader", group: "clients", roles: admin("view-clients") },
  { id: "client-registration", group: "clients", roles: admin("create-client") },
  { id: "client-management", group: "clients", roles: admin("manage-clients") },
  { id: "authorization-policies", group: "clients", roles: admin("manage-authorization") },
  {
    id: "identity-provider-lookup",
    group: "identityProviders",
    roles: admin("view-identity-providers"),
  },
  {
    id: "identity-provider-management",
    group: "identityProviders",
    roles: admin("manage-identity-providers"),
  },
  { id: "realm-settings-reader", group: "realm", roles: admin("view-realm") },
  {
    id: "realm-configuration",
    group: "realm",
    roles: admin("manage-realm", "manage-clients", "manage-identity-providers"),
  },
  {
    id: "realm-as-code",
    group: "realm",
    roles: admin("manage-realm", "manage-clients", "manage-identity-providers", "manage-users"),
  },
  {
    id: "realm-export",
    group: "realm",
    roles: admin("manage-realm", "view-clients", "query-groups"),
  },
  { id: "full-administration", group: "realm", roles: admin("realm-admin") },
  {
    id: "realm-creation",
    group: "realm",
    roles: [{ container: "realm", name: "create-realm" }],
    onlyIn: "master",
  },
  { id: "event-reader", group: "events", roles: admin("view-events") },
  {
    id: "event-reader-with-user-names",
    group: "events",
    roles: admin("view-events", "view-users"),
  },
  { id: "event-administration", group: "events", roles: admin("manage-events") },
] as const satisfies readonly PresetEntry[];

/** The id of a curated preset. Only `src/texts/preset-texts.ts` reads its texts from the messages. */
export type CuratedPresetId = (typeof entries)[number]["id"];

/** The id of a preset that an operator made: that of its document, with a prefix that no curated one has. */
export type CustomPresetId = `custom:${string}`;

export type PresetId = CuratedPresetId | CustomPresetId;

/** What an operator wrote about a preset, with every character visible. */
export interface CustomTexts {
  readonly name: string;
  readonly purpose: string;
  /** Rises with each change of its roles. */
  readonly revision: number;
  /** What its composite roles include on this server, at any depth. */
  readonly gives: readonly RoleReference[];
}

/** A preset of the catalog. */
export interface CuratedPreset extends PresetEntry {
  readonly id: CuratedPresetId;
  readonly custom?: undefined;
}

/** A preset that an operator made, in the realm of the clients that get it. */
export interface RealmPreset extends Omit<PresetEntry, "id" | "group"> {
  readonly id: CustomPresetId;
  readonly group: "custom";
  readonly custom: CustomTexts;
}

/** A preset: a job and its roles. */
export type Preset = CuratedPreset | RealmPreset;

/** The bundles of the guide that the first of "users" and of "organizations" come from. */
export const guidePresets: readonly PresetId[] = ["user-lookup", "organization-management"];

/** The common presets in display order, listed before all others. */
export const commonPresets: readonly PresetId[] = [
  ...guidePresets,
  "user-management",
  "event-reader",
  "realm-as-code",
  "usage-statistics",
];

/** All curated presets in display order. */
export const presets: readonly CuratedPreset[] = entries;
