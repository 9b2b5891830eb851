import type { HandedClientScope, Handover } from "./handover.ts";
import { quoteForShell } from "./quote-for-shell.ts";

/** Finds a client by its client ID, and stops if it doesn't exist. */
const findClient = `client() { api -G "$REALM/clients" --data-urlencode "clientId=$1" | jq -er --arg name "$1" '.[0].id // error("There is no client " + $name)'; }`;

/** Finds roles by name, and stops if one is missing, because a preset needs all of them. */
const findRoles = `roles() { api "$1" | jq -ce --argjson names "$2" '[.[] | select(.name | IN($names[])) | {id, name}] | ($names - map(.name)) as $missing | if $missing == [] then . else error("These roles are missing: " + ($missing | join(", "))) end'; }`;

/** Adds a default client scope where the realm has it. An optional one is removed first: Keycloak would keep it so. */
const addClientScope = ({ name }: HandedClientScope) => [
  "# The Admin API requires this client scope from Keycloak 26.8.2 on. A realm without it needs none.",
  `SCOPE=$(api "$REALM/client-scopes" | jq -r --arg name ${quoteForShell(name)} '.[] | select(.name == $name) | .id')`,
  'if [ -n "$SCOPE" ]; then',
  `  if api "$REALM/clients/$CLIENT/optional-client-scopes" | jq -e --arg id "$SCOPE" 'any(.id == $id)' > /dev/null; then`,
  '    api -X DELETE "$REALM/clients/$CLIENT/optional-client-scopes/$SCOPE"',
  "  fi",
  '  api -X PUT "$REALM/clients/$CLIENT/default-client-scopes/$SCOPE"',
  "fi",
];

/**
 * Shell commands with curl and jq. An administrator's access token is read from the environment
 * variable `TOKEN`. A second run changes nothing. They stop at the first failure, and assign
 * nothing if a role is missing. They run in a subshell, so that a terminal stays open when they are
 * pasted.
 *
 * @see [Role mappings of a user](https://www.keycloak.org/docs-api/latest/rest-api/index.html#_client_role_mappings)
 */
export function asCurl(handover: Handover): string {
  const { serverUrl, realm, clientId, adminClientId, adminRoles, realmRoles, isScoped } = handover;
  const { adminClientScope } = handover;
  const find = (variable: string, path: string, names: readonly string[]) =>
    names.length === 0
      ? []
      : [`${variable}=$(roles "${path}" ${quoteForShell(JSON.stringify(names))})`];
  const give = (variable: string, names: readonly string[], container: string) =>
    names.length === 0
      ? []
      : [
          `api -X POST "$REALM/users/$ACCOUNT/role-mappings/${container}" -d "$${variable}"`,
          ...(isScoped
            ? [`api -X POST "$REALM/clients/$CLIENT/scope-mappings/${container}" -d "$${variable}"`]
            : []),
        ];
  return `${[
    "# TOKEN holds an access token of an administrator who may give these roles.",
    "(",
    "set -eu",
    `REALM=${quoteForShell(`${serverUrl}/admin/realms/${encodeURIComponent(realm)}`)}`,
    'api() { curl -sS --fail-with-body -H "Authorization: Bearer $TOKEN" -H \'Content-Type: application/json\' "$@"; }',
    findClient,
    findRoles,
    `CLIENT=$(client ${quoteForShell(clientId)})`,
    `ACCOUNT=$(api "$REALM/clients/$CLIENT/service-account-user" | jq -er '.id // error("The client has no service account")')`,
    ...(adminRoles.length === 0 ? [] : [`ADMIN=$(client ${quoteForShell(adminClientId)})`]),
    // All roles are looked up before the first is assigned.
    ...find("ROLES", "$REALM/clients/$ADMIN/roles", adminRoles),
    ...find("REALM_ROLES", "$REALM/roles", realmRoles),
    ...give("ROLES", adminRoles, "clients/$ADMIN"),
    ...give("REALM_ROLES", realmRoles, "realm"),
    ...(adminClientScope === undefined ? [] : addClientScope(adminClientScope)),
    ")",
  ].join("\n")}\n`;
}
