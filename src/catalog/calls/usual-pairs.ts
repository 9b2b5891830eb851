import { type CallTemplate, callKey } from "./call-template.ts";

/** What a call takes from the one that usually comes before it. */
export type PairReason =
  | "roleBody"
  | "userPath"
  | "userBody"
  | "groupPath"
  | "clientPath"
  | "clientScopePath"
  | "organizationPath"
  | "memberPath"
  | "mapperPath"
  | "mapperBody"
  | "realmBody";

/** A call that usually comes together with another one, which finds what it needs. */
interface UsualPair {
  /** Keys of the calls, as `callKey` writes them. */
  readonly calls: readonly string[];
  /** The key of the call that usually comes before each of them. */
  readonly partner: string;
  readonly why: PairReason;
  /** Where that is said or done. */
  readonly source: string;
}

const adminCli = (anchor: string) =>
  `https://www.keycloak.org/docs/latest/server_admin/#_${anchor}_operations`;
const adminResource = (path: string) =>
  `https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/${path}.java`;
const clientTest = (name: string) =>
  `https://github.com/keycloak/keycloak/blob/main/js/libs/keycloak-admin-client/test/${name}.spec.ts`;

const onBoth = (path: string) => [`POST${path}`, `DELETE${path}`];

/**
 * Calls that rarely come alone, since people know a name and the Admin API asks for an id: a program that is
 * given the one call only ends with another 403.
 */
export const usualPairs: readonly UsualPair[] = [
  {
    // A role without its id, or with another role's, is answered with 404.
    calls: [
      ...onBoth("/users/{}/role-mappings/realm"),
      ...onBoth("/groups/{}/role-mappings/realm"),
    ],
    partner: "GET/roles/{}",
    why: "roleBody",
    source: adminResource("services/resources/admin/RoleMapperResource"),
  },
  {
    calls: [
      ...onBoth("/users/{}/role-mappings/clients/{}"),
      ...onBoth("/groups/{}/role-mappings/clients/{}"),
    ],
    partner: "GET/clients/{}/roles/{}",
    why: "roleBody",
    source: adminResource("services/resources/admin/ClientRoleMappingsResource"),
  },
  {
    calls: [...onBoth("/roles/{}/composites"), ...onBoth("/clients/{}/scope-mappings/realm")],
    partner: "GET/roles/{}",
    why: "roleBody",
    source: clientTest("clients"),
  },
  {
    calls: [
      "PUT/users/{}",
      "DELETE/users/{}",
      "PUT/users/{}/reset-password",
      "POST/users/{}/logout",
      "GET/users/{}/sessions",
      "GET/users/{}/groups",
      "GET/users/{}/role-mappings",
      "GET/users/{}/role-mappings/realm",
    ],
    partner: "GET/users",
    why: "userPath",
    source: adminCli("user"),
  },
  {
    calls: [
      "PUT/users/{}/execute-actions-email",
      "PUT/users/{}/send-verify-email",
      "POST/users/{}/impersonation",
      "POST/users/{}/federated-identity/{}",
      "DELETE/users/{}/credentials/{}",
    ],
    partner: "GET/users",
    why: "userPath",
    source: clientTest("users"),
  },
  {
    calls: ["PUT/users/{}/groups/{}", "DELETE/users/{}/groups/{}"],
    partner: "GET/groups",
    why: "groupPath",
    source: adminCli("group"),
  },
  {
    calls: ["PUT/groups/{}", "DELETE/groups/{}", "POST/groups/{}/children"],
    partner: "GET/groups",
    why: "groupPath",
    source: adminCli("group"),
  },
  {
    calls: ["GET/groups/{}/members"],
    partner: "GET/groups",
    why: "groupPath",
    source: clientTest("groups"),
  },
  {
    calls: [
      "GET/clients/{}/client-secret",
      "POST/clients/{}/client-secret",
      "PUT/clients/{}",
      "DELETE/clients/{}",
    ],
    partner: "GET/clients",
    why: "clientPath",
    source: adminCli("client"),
  },
  {
    calls: [
      "GET/clients/{}/service-account-user",
      "GET/clients/{}/roles",
      "POST/clients/{}/roles",
      "POST/clients/{}/protocol-mappers/models",
    ],
    partner: "GET/clients",
    why: "clientPath",
    source: clientTest("clients"),
  },
  {
    calls: [
      "PUT/clients/{}/default-client-scopes/{}",
      "DELETE/clients/{}/default-client-scopes/{}",
      "PUT/clients/{}/optional-client-scopes/{}",
      "DELETE/clients/{}/optional-client-scopes/{}",
    ],
    partner: "GET/client-scopes",
    why: "clientScopePath",
    source: clientTest("clients"),
  },
  {
    calls: ["POST/organizations/{}/members", "POST/organizations/{}/members/invite-existing-user"],
    partner: "GET/users",
    why: "userBody",
    source: adminResource("organization/admin/resource/OrganizationMemberResource"),
  },
  {
    calls: ["DELETE/organizations/{}/members/{}"],
    partner: "GET/organizations/{}/members",
    why: "memberPath",
    source: adminResource("organization/admin/resource/OrganizationMemberResource"),
  },
  {
    calls: [
      "PUT/organizations/{}",
      "DELETE/organizations/{}",
      "POST/organizations/{}/identity-providers",
    ],
    partner: "GET/organizations",
    why: "organizationPath",
    source: clientTest("organizations"),
  },
  {
    calls: ["POST/identity-provider/instances/{}/mappers"],
    partner: "GET/identity-provider/instances/{}/mapper-types",
    why: "mapperBody",
    source: adminResource("services/resources/admin/IdentityProviderResource"),
  },
  {
    calls: [
      "PUT/identity-provider/instances/{}/mappers/{}",
      "DELETE/identity-provider/instances/{}/mappers/{}",
    ],
    partner: "GET/identity-provider/instances/{}/mappers",
    why: "mapperPath",
    source: clientTest("idp"),
  },
  {
    // Attributes that the body leaves out are removed.
    calls: ["PUT/admin/realms/{}"],
    partner: "GET/admin/realms/{}",
    why: "realmBody",
    source: adminCli("realm"),
  },
];

/** The call that usually comes together with another one, and why. */
export interface UsualPartner {
  readonly key: string;
  readonly why: PairReason;
}

const partners: ReadonlyMap<string, UsualPartner> = new Map(
  usualPairs.flatMap(({ calls, partner, why }) =>
    calls.map((call) => [call, { key: partner, why }] as const),
  ),
);

/** What a call usually comes together with; undefined where it comes alone. */
export function usualPartnerOf(call: CallTemplate): UsualPartner | undefined {
  return partners.get(callKey(call));
}
