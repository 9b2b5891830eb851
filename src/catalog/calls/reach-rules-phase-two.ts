import type { ReachRule } from "./reach.ts";

/**
 * The rules of `reachRules` for Phase Two's extension: who can sign in through an organization, and
 * who administers it.
 */
export const phaseTwoReachRules: readonly ReachRule[] = [
  {
    reach: "reads",
    calls: [
      "POST /realms/{}/orgs/{}/idps/import-config",
      "POST /realms/{}/orgs/{}/idps/test-ldap-connection",
    ],
  },
  {
    reach: "canEscalate",
    calls: [
      "POST /realms/{}/orgs/import",
      "POST /realms/{}/orgs/{}/idps",
      "POST /realms/{}/orgs/{}/idps/ldap",
      "POST /realms/{}/orgs/{}/idps/link",
      "POST /realms/{}/orgs/{}/idps/{}/mappers",
      "PUT /realms/{}/orgs/{}/idps/**",
      "POST /realms/{}/orgs/{}/invitations",
      "POST /realms/{}/orgs/{}/portal-link",
      "PUT /realms/{}/orgs/{}/roles/{}/users/{}",
      "PATCH|PUT /realms/{}/users/{}/orgs/{}/roles",
    ],
  },
];
