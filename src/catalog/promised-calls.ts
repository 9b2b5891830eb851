import { type CallTemplate, callKey } from "./call-template.ts";
import type { MeasuredMatrix } from "./measured-matrix.ts";
import type { Preset } from "./presets.ts";

/** Up to these minors a promise isn't kept: the call is answered with less. */
const shortfalls = new Map([
  // Whoever may only query users is told that there are none.
  ["usage-statistics GET/users/count", 26.2],
]);

/** Whether a version answers a promised call with less, which is known and said in the preset's row. */
export function isShortfall(
  { id }: Preset,
  call: CallTemplate,
  { version }: Pick<MeasuredMatrix, "version">,
): boolean {
  const until = shortfalls.get(`${id} ${callKey(call)}`);
  return until !== undefined && Number.parseFloat(version) <= until;
}

/**
 * What each preset was made for, as call keys (see `callKey`): with the preset each of these is
 * allowed on every Keycloak that has the call and the roles, and without any one of its roles some
 * of them is not. Both are held by tests against the measurement and against a running server.
 */
export const promisedCalls: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "user-lookup",
    [
      "GET/users",
      "GET/users/count",
      "GET/users/{}",
      "GET/users/{}/groups",
      "GET/users/{}/role-mappings/realm",
      "GET/users/{}/sessions",
      "GET/groups",
      "GET/groups/{}/members",
    ],
  ],
  [
    "user-management",
    [
      "GET/users",
      "POST/users",
      "PUT/users/{}",
      "DELETE/users/{}",
      "PUT/users/{}/reset-password",
      "PUT/users/{}/execute-actions-email",
      "POST/users/{}/logout",
      "PUT/users/{}/groups/{}",
      "POST/groups",
      "DELETE/attack-detection/brute-force/users/{}",
    ],
  ],
  [
    "user-management-with-realm-roles",
    [
      "GET/users",
      "POST/users",
      "PUT/users/{}",
      "PUT/users/{}/reset-password",
      "GET/roles",
      "GET/roles/{}",
      "POST/users/{}/role-mappings/realm",
      "DELETE/users/{}/role-mappings/realm",
    ],
  ],
  [
    "access-review",
    [
      "GET/users",
      "GET/users/{}",
      "GET/users/{}/role-mappings/realm/composite",
      "GET/groups",
      "GET/groups/{}/members",
      "GET/roles",
      "GET/roles/{}/users",
    ],
  ],
  [
    "access-review-with-client-roles",
    [
      "GET/users",
      "GET/users/{}/role-mappings",
      "GET/users/{}/role-mappings/clients/{}/composite",
      "GET/groups/{}/members",
      "GET/roles",
      "GET/roles/{}/users",
      "GET/clients",
      "GET/clients/{}/roles",
      "GET/clients/{}/roles/{}/users",
    ],
  ],
  ["usage-statistics", ["GET/users/count", "GET/client-session-stats", "GET/admin/realms/{}"]],
  ["support-impersonation", ["GET/users", "GET/users/{}", "POST/users/{}/impersonation"]],
  [
    "organization-management",
    [
      "GET/organizations",
      "POST/organizations",
      "GET/organizations/{}",
      "PUT/organizations/{}",
      "DELETE/organizations/{}",
      "GET/organizations/{}/members",
      "POST/organizations/{}/members/invite-user",
      "GET/users",
    ],
  ],
  ["organization-lookup", ["GET/organizations", "GET/organizations/{}"]],
  [
    "organization-and-member-lookup",
    [
      "GET/organizations",
      "GET/organizations/{}",
      "GET/organizations/{}/members",
      "GET/organizations/{}/members/{}",
    ],
  ],
  [
    "organization-onboarding",
    [
      "GET/organizations",
      "POST/organizations",
      "GET/organizations/{}",
      "PUT/organizations/{}",
      "POST/organizations/{}/members/invite-user",
    ],
  ],
  [
    "organization-membership",
    [
      "GET/organizations",
      "GET/organizations/{}/members",
      "POST/organizations/{}/members",
      "DELETE/organizations/{}/members/{}",
      "POST/users",
    ],
  ],
  [
    "organization-single-sign-on",
    [
      "GET/organizations",
      "GET/organizations/{}/identity-providers",
      "POST/organizations/{}/identity-providers",
      "DELETE/organizations/{}/identity-providers/{}",
      "POST/identity-provider/instances",
      "PUT/identity-provider/instances/{}",
    ],
  ],
  [
    "tenant-onboarding",
    [
      "POST/organizations",
      "PUT/organizations/{}",
      "POST/users",
      "POST/organizations/{}/members",
      "POST/identity-provider/instances",
      "POST/organizations/{}/identity-providers",
    ],
  ],
  [
    "client-and-secret-reader",
    [
      "GET/clients",
      "GET/clients/{}",
      "GET/clients/{}/client-secret",
      "GET/clients/{}/roles",
      "GET/client-scopes",
    ],
  ],
  [
    "client-registration",
    [
      "POST/realms/{}/clients-registrations/default",
      "POST/realms/{}/clients-registrations/openid-connect",
    ],
  ],
  [
    "client-management",
    [
      "GET/clients",
      "POST/clients",
      "PUT/clients/{}",
      "DELETE/clients/{}",
      "POST/clients/{}/client-secret",
      "POST/clients/{}/roles",
      "POST/clients/{}/protocol-mappers/models",
      "POST/client-scopes",
    ],
  ],
  [
    "authorization-policies",
    [
      "GET/clients/{}/authz/resource-server",
      "POST/clients/{}/authz/resource-server/resource",
      "POST/clients/{}/authz/resource-server/scope",
      "POST/clients/{}/authz/resource-server/policy/{}",
      "POST/clients/{}/authz/resource-server/permission/{}",
    ],
  ],
  [
    "identity-provider-lookup",
    [
      "GET/identity-provider/instances",
      "GET/identity-provider/instances/{}",
      "GET/identity-provider/instances/{}/mappers",
    ],
  ],
  [
    "identity-provider-management",
    [
      "GET/identity-provider/instances",
      "POST/identity-provider/instances",
      "PUT/identity-provider/instances/{}",
      "DELETE/identity-provider/instances/{}",
      "POST/identity-provider/instances/{}/mappers",
      "POST/identity-provider/import-config",
    ],
  ],
  [
    "realm-settings-reader",
    [
      "GET/admin/realms/{}",
      "GET/components",
      "GET/authentication/flows",
      "GET/roles",
      "GET/keys",
      "GET/client-policies/policies",
    ],
  ],
  [
    "realm-configuration",
    [
      "PUT/admin/realms/{}",
      "POST/components",
      "POST/authentication/flows",
      "POST/roles",
      "POST/clients",
      "POST/clients/{}/scope-mappings/realm",
      "POST/identity-provider/instances",
    ],
  ],
  [
    "realm-as-code",
    [
      "PUT/admin/realms/{}",
      "POST/components",
      "POST/authentication/flows",
      "POST/roles",
      "POST/clients",
      "POST/identity-provider/instances",
      "POST/groups",
      "POST/users",
    ],
  ],
  ["realm-export", ["POST/partial-export", "GET/clients", "GET/groups/count"]],
  [
    "full-administration",
    ["PUT/admin/realms/{}", "DELETE/admin/realms/{}", "GET/workflows", "POST/workflows"],
  ],
  ["event-reader", ["GET/events", "GET/admin-events"]],
  ["event-reader-with-user-names", ["GET/events", "GET/admin-events", "GET/users/{}"]],
  [
    "event-administration",
    ["GET/events", "DELETE/events", "DELETE/admin-events", "PUT/events/config"],
  ],
]);
