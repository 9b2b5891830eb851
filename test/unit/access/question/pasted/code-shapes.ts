import type { PastedShape } from "./score-shapes.ts";

/** Code that calls the Admin API, in the shapes that public code has it in. */
export const codeShapes: readonly PastedShape[] = [
  {
    name: "Java, an address joined with +",
    text: `String target = authServer + "/admin/realms/" + realmName + "/users/" + account.getId();
ResponseEntity<Void> reply = rest.exchange(target, HttpMethod.DELETE, entity, Void.class);`,
    calls: ["DELETE /users/{user-id}"],
  },
  {
    name: "Java, String.format and a template of Spring",
    text: `String endpoint = String.format("%s/admin/realms/%s/users/%s/reset-password", serverUrl, realm, id);
restTemplate.put(endpoint, new HttpEntity<>(credential, headers));`,
    calls: ["PUT /users/{user-id}/reset-password"],
  },
  {
    name: "Java, the builder of java.net.http",
    text: `HttpRequest request = HttpRequest.newBuilder()
    .uri(URI.create(base + "/admin/realms/" + realm + "/groups/" + groupId))
    .header("Authorization", "Bearer " + token)
    .DELETE()
    .build();`,
    calls: ["DELETE /groups/{group-id}"],
  },
  {
    name: "Java, Spring's RestClient",
    text: `var created = restClient.post()
        .uri("/admin/realms/{realm}/clients", realm)
        .body(representation)
        .retrieve()
        .toBodilessEntity();`,
    calls: ["POST /clients"],
  },
  {
    name: "Java, OkHttp's builder",
    text: `Request call = new Request.Builder()
    .url(host + "/admin/realms/" + realm + "/users/" + userId + "/logout")
    .post(RequestBody.create(new byte[0]))
    .build();`,
    calls: ["POST /users/{user-id}/logout"],
  },
  {
    name: "Java, an interface with JAX-RS annotations",
    text: `@PUT
@Path("/admin/realms/{realm}/users/{userId}/groups/{groupId}")
void join(@PathParam("realm") String realm, @PathParam("userId") String user, @PathParam("groupId") String group);`,
    calls: ["PUT /users/{user-id}/groups/{groupId}"],
  },
  {
    name: "Kotlin, ktor with a template",
    text: 'val response = http.delete("$keycloakUrl/admin/realms/$realm/users/$\x7bmember.id}/sessions")',
    calls: [],
    unknown: true,
  },
  {
    name: "Kotlin, Retrofit",
    text: `@POST("admin/realms/{realm}/users/{id}/role-mappings/realm")
suspend fun grant(@Path("realm") realm: String, @Path("id") id: String, @Body roles: List<Role>)`,
    calls: ["POST /users/{user-id}/role-mappings/realm"],
  },
  {
    name: "C#, PostAsJsonAsync with an interpolated address",
    text: 'var answer = await _client.PostAsJsonAsync($"{_options.Url}/admin/realms/{_options.Realm}/users", newUser, ct);',
    calls: ["POST /users"],
  },
  {
    name: "C#, GetFromJsonAsync of a list",
    text: 'var members = await http.GetFromJsonAsync<List<Member>>($"/admin/realms/{realm}/groups/{id}/members?max=200");',
    calls: ["GET /groups/{group-id}/members"],
  },
  {
    name: "C#, a request message",
    text: `using var message = new HttpRequestMessage(HttpMethod.Put,
    $"{root}/admin/realms/{realm}/users/{userId}/execute-actions-email");
message.Content = JsonContent.Create(new[] { "UPDATE_PASSWORD" });`,
    calls: ["PUT /users/{user-id}/execute-actions-email"],
  },
  {
    name: "C#, RestSharp with an address joined with +",
    text: 'var request = new RestRequest("admin/realms/" + realm + "/clients/" + uuid + "/client-secret", Method.Post);',
    calls: ["POST /clients/{client-uuid}/client-secret"],
  },
  {
    name: "Python, an f-string",
    text: `r = requests.get(f"{settings.KC_URL}/admin/realms/{settings.REALM}/users", params={"email": mail}, headers=auth)`,
    calls: ["GET /users"],
  },
  {
    name: "Python, an address in a variable, with the method behind it",
    text: `url = "{}/admin/realms/{}/users/{}".format(base, realm, uid)
res = session.delete(url, headers=headers)
res.raise_for_status()`,
    calls: ["DELETE /users/{user-id}"],
  },
  {
    name: "Python, a base in a variable",
    text: `admin = f"{server}/admin/realms/{realm}"
for group in groups:
    httpx.post(f"{admin}/groups", json={"name": group}, headers=h)
    httpx.put(admin + "/default-groups/" + ids[group], headers=h)`,
    calls: ["POST /groups", "PUT /default-groups/{groupId}"],
  },
  {
    name: "Python, urllib with a method argument",
    text: `req = urllib.request.Request(
    base_url + "/admin/realms/" + quote(realm) + "/clients/" + cid,
    data=json.dumps(client).encode(),
    method="PUT",
)`,
    calls: ["PUT /clients/{client-uuid}"],
  },
  {
    name: "Python, a text broken over lines",
    text: `resp = requests.post(
    f"{url}/admin/realms/{realm}"
    f"/users/{user_id}/role-mappings/clients/{client_uuid}",
    json=[role],
)`,
    calls: ["POST /users/{user-id}/role-mappings/clients/{client-id}"],
  },
  {
    name: "JavaScript, axios with an object",
    text: "await axios({\n  url: `$\x7bKEYCLOAK}/admin/realms/$\x7brealm}/users/$\x7bid}`,\n  method: 'put',\n  data,\n});",
    calls: ["PUT /users/{user-id}"],
  },
  {
    name: "JavaScript, fetch with a method behind the address",
    text: "const res = await fetch(`$\x7bbaseUrl}/admin/realms/$\x7brealm}/users/$\x7bencodeURIComponent(user.id)}/federated-identity/github`, {\n  method: 'DELETE',\n  headers: { Authorization: `Bearer $\x7btoken}` },\n});",
    calls: ["DELETE /users/{user-id}/federated-identity/{provider}"],
  },
  {
    name: "JavaScript, fetch without a method",
    text: "const { total } = await (await fetch(`$\x7bhost}/admin/realms/$\x7br}/users/count`, { headers })).json();",
    calls: ["GET /users/count"],
  },
  {
    name: "JavaScript, XMLHttpRequest",
    text: 'xhr.open("PUT", kc + "/admin/realms/" + realm + "/clients/" + client.id);',
    calls: ["PUT /clients/{client-uuid}"],
  },
  {
    name: "JavaScript, k6 with del",
    text: "const res = http.del(`$\x7b__ENV.KC}/admin/realms/load/users/$\x7buser}`, null, params);",
    calls: ["DELETE /users/{user-id}"],
  },
  {
    name: "Go, NewRequest with Sprintf",
    text: `endpoint := fmt.Sprintf("%s/admin/realms/%s/users/%s/role-mappings/realm", c.base, c.realm, id)
req, err := http.NewRequestWithContext(ctx, http.MethodPost, endpoint, bytes.NewReader(body))
if err != nil {
	return err
}`,
    calls: ["POST /users/{user-id}/role-mappings/realm"],
  },
  {
    name: "Go, an address joined with + and a method in quotes",
    text: 'req, err := http.NewRequest("DELETE", kc.URL+"/admin/realms/"+kc.Realm+"/clients/"+uuid, nil)',
    calls: ["DELETE /clients/{client-uuid}"],
  },
  {
    name: "Go, JoinPath",
    text: 'u, _ := url.JoinPath(cfg.Issuer, "admin", "realms", cfg.Realm, "organizations")\nresp, err := client.Get(u)',
    calls: ["GET /organizations"],
  },
  {
    name: "PHP, Laravel's client",
    text: `$answer = Http::withToken($token)
    ->acceptJson()
    ->delete("{$this->host}/admin/realms/{$this->realm}/users/{$user->keycloak_id}");`,
    calls: ["DELETE /users/{user-id}"],
  },
  {
    name: "PHP, Guzzle with an address joined with dots",
    text: "$client->request('POST', $base . '/admin/realms/' . $realm . '/users/' . $id . '/impersonation', $options);",
    calls: ["POST /users/{user-id}/impersonation"],
  },
  {
    name: "PHP, curl",
    text: `$url = $server . "/admin/realms/" . $realm . "/users/" . $id;
$ch = curl_init($url);
curl_setopt($ch, CURLOPT_RETURNTRANSFER, true);
curl_setopt($ch, CURLOPT_CUSTOMREQUEST, "PUT");
curl_setopt($ch, CURLOPT_POSTFIELDS, json_encode($user));`,
    calls: ["PUT /users/{user-id}"],
  },
  {
    name: "Ruby, Net::HTTP",
    text: `uri = URI("#{base}/admin/realms/#{realm}/users/#{id}/credentials")
request = Net::HTTP::Get.new(uri)`,
    calls: ["GET /users/{user-id}/credentials"],
  },
  {
    name: "Ruby, RestClient without brackets",
    text: 'RestClient.put "#{@url}/admin/realms/#{@realm}/users/#{uid}/send-verify-email", {}.to_json, headers',
    calls: ["PUT /users/{user-id}/send-verify-email"],
  },
  {
    name: "Elixir, Tesla",
    text: 'Tesla.post(client, "/admin/realms/#{realm}/groups/#{parent}/children", %{name: name})',
    calls: ["POST /groups/{group-id}/children"],
  },
  {
    name: "Rust, reqwest",
    text: 'let users = client\n    .get(format!("{}/admin/realms/{}/roles/{}/users", base, realm, role))\n    .bearer_auth(&token)\n    .send()\n    .await?;',
    calls: ["GET /roles/{role-name}/users"],
  },
  {
    name: "Swift, a request with its method set behind",
    text: 'var request = URLRequest(url: URL(string: "\\(host)/admin/realms/\\(realm)/users/\\(id)")!)\nrequest.httpMethod = "DELETE"',
    calls: ["DELETE /users/{user-id}"],
  },
  {
    name: "Dart, Uri.parse",
    text: "final r = await http.put(Uri.parse('$base/admin/realms/$realm/users/$id'), body: jsonEncode(user));",
    calls: ["PUT /users/{user-id}"],
  },
  {
    name: "Perl, LWP",
    text: 'my $res = $ua->delete($base . "/admin/realms/" . $realm . "/groups/" . $gid);',
    calls: ["DELETE /groups/{group-id}"],
  },
];
