import type { Handover } from "./handover.ts";
import { quoteForShell } from "./quote-for-shell.ts";

/**
 * Shell commands with curl and jq. An administrator's access token is read from the environment variable
 * `TOKEN`. Run twice they change nothing more.
 *
 * @see [Role mappings of a user](https://www.keycloak.org/docs-api/latest/rest-api/index.html#_client_role_mappings)
 */
export function asCurl(handover: Handover): string {
  const { serverUrl, realm, clientId, adminClientId, adminRoles, realmRoles, isScoped } = handover;
  const find = (name: string) =>
    `$(api -G "$REALM/clients" --data-urlencode ${quoteForShell(`clientId=${name}`)} | jq -r '.[0].id')`;
  const rolesAt = (path: string, names: readonly string[]) =>
    `$(api "${path}" | jq -c --argjson names ${quoteForShell(JSON.stringify(names))} '[.[] | select(.name | IN($names[])) | {id, name}]')`;
  const give = (roles: readonly string[], path: string, container: string) =>
    roles.length === 0
      ? []
      : [
          `ROLES=${rolesAt(path, roles)}`,
          `api -X POST "$REALM/users/$ACCOUNT/role-mappings/${container}" -d "$ROLES"`,
          ...(isScoped
            ? [`api -X POST "$REALM/clients/$CLIENT/scope-mappings/${container}" -d "$ROLES"`]
            : []),
        ];
  return `${[
    "# TOKEN holds an access token of an administrator who may give these roles.",
    `REALM=${quoteForShell(`${serverUrl}/admin/realms/${encodeURIComponent(realm)}`)}`,
    'api() { curl -sS --fail-with-body -H "Authorization: Bearer $TOKEN" -H \'Content-Type: application/json\' "$@"; }',
    `CLIENT=${find(clientId)}`,
    'ACCOUNT=$(api "$REALM/clients/$CLIENT/service-account-user" | jq -r .id)',
    ...(adminRoles.length === 0 ? [] : [`ADMIN=${find(adminClientId)}`]),
    ...give(adminRoles, "$REALM/clients/$ADMIN/roles", "clients/$ADMIN"),
    ...give(realmRoles, "$REALM/roles", "realm"),
  ].join("\n")}\n`;
}
