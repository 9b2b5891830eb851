import type { PastedShape } from "./score-shapes.ts";

/** Commands, settings, logs, calls of Keycloak's clients, paths and sentences. */
export const otherShapes: readonly PastedShape[] = [
  {
    name: "PowerShell, splatting",
    text: `$params = @{
    Uri         = "$KeycloakUrl/admin/realms/$Realm/users/$UserId"
    Method      = 'Put'
    Headers     = $Headers
    ContentType = 'application/json'
}
Invoke-RestMethod @params`,
    calls: ["PUT /users/{user-id}"],
  },
  {
    name: "PowerShell, the address in a variable",
    text: '$uri = "$base/admin/realms/$realm/clients?clientId=$id"\n$client = Invoke-RestMethod -Uri $uri -Method Get -Headers $auth',
    calls: ["GET /clients"],
  },
  {
    name: "HTTPie, a body makes it POST",
    text: 'http --auth-type bearer -a "$TOKEN" :8080/admin/realms/demo/groups name=staff',
    calls: ["POST /groups"],
  },
  {
    name: "HTTPie, a query makes it GET",
    text: "http https://id.example.org/admin/realms/demo/users search==ada 'Authorization:Bearer x'",
    calls: ["GET /users"],
  },
  {
    name: "curl with the address in a variable",
    text: 'USERS_URL="$KC/admin/realms/$REALM/users"\ncurl -s -X POST "$USERS_URL" -H "Authorization: Bearer $T" -d @user.json',
    calls: ["POST /users"],
  },
  {
    name: "wget",
    text: 'wget --method=DELETE --header="Authorization: Bearer $T" $KC/admin/realms/demo/sessions/$SESSION',
    calls: ["DELETE /sessions/{session}"],
  },
  {
    name: "Ansible, the uri module",
    text: `- name: Turn events on
  ansible.builtin.uri:
    url: "{{ keycloak_url }}/admin/realms/{{ realm }}/events/config"
    method: PUT
    body_format: json
    headers:
      Authorization: "Bearer {{ token }}"
    status_code: [204]`,
    calls: ["PUT /events/config"],
  },
  {
    name: "kcadm, a role for a service account",
    text: "/opt/keycloak/bin/kcadm.sh add-roles -r demo --uusername service-account-shop --cclientid realm-management --rolename view-users",
    calls: [
      "GET /users",
      "GET /clients",
      "GET /clients/{client-uuid}/roles",
      "POST /users/{user-id}/role-mappings/clients/{client-id}",
    ],
  },
  {
    name: "kcadm, in a container and in a variable",
    text: "docker exec kc /opt/keycloak/bin/kcadm.sh create clients -r demo -s clientId=shop\n$KCADM update users/$ID/reset-password -r demo -s type=password -s value=x -n",
    calls: ["POST /clients", "PUT /users/{user-id}/reset-password"],
  },
  {
    name: "a file of an HTTP client",
    text: "### Remove\nDELETE {{host}}/admin/realms/{{realm}}/identity-provider/instances/{{alias}}\nAuthorization: Bearer {{token}}",
    calls: ["DELETE /identity-provider/instances/{alias}"],
  },
  {
    name: "a log of an ingress",
    text: '10.1.2.3 - - [30/Nov/2026:07:00:01 +0000] "POST /auth/admin/realms/demo/users/3f2a/role-mappings/realm HTTP/2.0" 403 25 "-" "axios/1.7" 812 0.011',
    calls: ["POST /users/{user-id}/role-mappings/realm"],
  },
  {
    name: "a table of documentation",
    text: "| Path | Method | What |\n|---|---|---|\n| /admin/realms/{realm}/client-scopes | POST | adds a scope |",
    calls: ["POST /client-scopes"],
  },
  {
    name: "an exception of Spring",
    text: 'HttpClientErrorException$Forbidden: 403 Forbidden on DELETE request for "https://sso/admin/realms/demo/users/42": "{"error":"unknown_error"}"',
    calls: ["DELETE /users/{user-id}"],
  },
  {
    name: "Java client, roles of a user",
    text: "keycloak.realm(realm).users().get(userId).roles().realmLevel().add(List.of(role));",
    calls: ["POST /users/{user-id}/role-mappings/realm"],
  },
  {
    name: "Java client, through variables",
    text: `UsersResource usersResource = getRealmResource().users();
UserResource account = usersResource.get(id);
account.resetPassword(credential);
usersResource.searchByEmail(mail, true);`,
    calls: ["PUT /users/{user-id}/reset-password", "GET /users"],
  },
  {
    name: "JavaScript client, a method",
    text: "await this.kcAdminClient.users.addToGroup({ id: user.id, groupId });",
    calls: ["PUT /users/{user-id}/groups/{groupId}"],
  },
  {
    name: "JavaScript client, alone",
    text: "clients.generateNewClientSecret",
    calls: ["POST /clients/{client-uuid}/client-secret"],
  },
  {
    name: "an operation of a generated client",
    text: "usersApi.adminRealmsRealmUsersUserIdRoleMappingsRealmPost(realm, id, roles)",
    calls: ["POST /users/{user-id}/role-mappings/realm"],
  },
  {
    name: "an operation with its method in front",
    text: "delete_admin_realms_realm_users_user_id",
    calls: ["DELETE /users/{user-id}"],
  },
  {
    name: "the end of a path",
    text: "PUT reset-password",
    calls: ["PUT /users/{user-id}/reset-password"],
    isFound: true,
  },
  {
    name: "the middle of a path",
    text: "role-mappings/clients",
    calls: ["GET /users/{user-id}/role-mappings/clients/{client-id}"],
    isFound: true,
  },
  { name: "a path with a query", text: "users?search=abc", calls: ["GET /users"] },
  {
    name: "a sentence about trouble",
    text: "I get 403 when listing group members",
    calls: ["GET /groups/{group-id}/members"],
    isFound: true,
  },
  {
    name: "a sentence about a program",
    text: "Our service account is not allowed to create users in the realm",
    calls: ["POST /users"],
    isFound: true,
  },
  {
    name: "an address without a method",
    text: "https://id.example.org/admin/realms/demo/users/4711",
    calls: ["GET /users/{user-id}"],
  },
];
