/**
 * The roles of each preset, by its id, as releases had them. A line is never changed: a release adds a
 * Map with what is new in it or has changed.
 */
export const releasedRoleSets: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    "1.0.0",
    new Map([
      ["user-lookup", "view-users query-users"],
      ["user-management", "manage-users"],
      ["user-management-with-realm-roles", "manage-users view-realm"],
      ["access-review", "view-users view-realm"],
      ["access-review-with-client-roles", "view-users view-realm view-clients"],
      ["usage-statistics", "view-realm query-users"],
      ["support-impersonation", "impersonation view-users"],
      ["organization-management", "view-organizations manage-organizations view-users query-users"],
      ["organization-lookup", "view-organizations"],
      ["organization-and-member-lookup", "view-organizations view-users"],
      ["organization-onboarding", "manage-organizations"],
      ["organization-membership", "manage-organizations manage-users"],
      ["organization-single-sign-on", "manage-organizations manage-identity-providers"],
      ["tenant-onboarding", "manage-organizations manage-users manage-identity-providers"],
      ["organization-creation", "create-organization"],
      ["client-and-secret-reader", "view-clients"],
      ["client-registration", "create-client"],
      ["client-management", "manage-clients"],
      ["authorization-policies", "manage-authorization"],
      ["identity-provider-lookup", "view-identity-providers"],
      ["identity-provider-management", "manage-identity-providers"],
      ["realm-settings-reader", "view-realm"],
      ["realm-configuration", "manage-realm manage-clients manage-identity-providers"],
      ["realm-as-code", "manage-realm manage-clients manage-identity-providers manage-users"],
      ["realm-export", "manage-realm view-clients query-groups"],
      ["full-administration", "realm-admin"],
      ["realm-creation", "create-realm"],
      ["event-reader", "view-events"],
      ["event-reader-with-user-names", "view-events view-users"],
      ["event-administration", "manage-events"],
    ]),
  ],
]);

/** The same of presets whose roles differ with Phase Two's extension. */
export const releasedPhaseTwoRoleSets: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    "1.0.0",
    new Map([
      ["organization-onboarding", "view-organizations manage-organizations"],
      [
        "organization-single-sign-on",
        "view-organizations manage-organizations manage-identity-providers",
      ],
      [
        "tenant-onboarding",
        "view-organizations manage-organizations manage-users manage-identity-providers",
      ],
    ]),
  ],
]);
