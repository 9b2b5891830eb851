/** The container of a role: the client with the realm's admin roles, or the realm itself. */
export type ContainerKey = "admin" | "realm";

/** A role by its container and name. */
export interface RoleReference {
  readonly container: ContainerKey;
  readonly name: string;
}

/** Groups of presets in display order. */
export const presetGroups = [
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
  readonly group: PresetGroup;
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

/** The id of a preset. Only `src/texts/preset-texts.ts` reads its texts from the messages. */
export type PresetId = (typeof entries)[number]["id"];

/** A preset: a job and its roles. */
export interface Preset extends PresetEntry {
  readonly id: PresetId;
}

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

/** All presets in display order. */
export const presets: readonly Preset[] = entries;
