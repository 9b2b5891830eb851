import { expect, test } from "vitest";
import { parseCalls } from "../../../../src/access/question/parse-calls.ts";

/** The calls as "METHOD /path", and every method as "*". */
function callsIn(text: string): readonly string[] {
  const parsed = parseCalls(text);
  if (parsed.kind !== "calls") throw new Error(`Read as ${parsed.kind}: ${text}`);
  return parsed.calls.map(({ method = "*", path }) => `${method} ${path}`);
}

test.each([
  ["POST /users", "POST /users"],
  ["post /users", "POST /users"],
  ["GET users", "GET /users"],
  ["GET users/count", "GET /users/count"],
  ["users/count", "* /users/count"],
  ["/users/", "* /users"],
  ["What does POST /users need?", "POST /users"],
  ["`DELETE /users/{id}`.", "DELETE /users/{id}"],
  ["reset the user's password via /users/42/reset-password", "* /users/42/reset-password"],
  ["GET /admin/serverinfo", "GET /admin/serverinfo"],
  ["/admin/realms", "* /admin/realms"],
  ["GET /admin/realms/acme/", "GET /admin/realms/{realm}"],
  ["/auth/admin/acme/console/whoami", "* /admin/acme/console/whoami"],
  ["/roles/admin/composites", "* /roles/admin/composites"],
])("reads %s as one call", (text, call) => {
  expect(callsIn(text)).toEqual([call]);
});

test.each([
  [
    "https://sso.example.org/auth/admin/realms/acme/users/6f…/reset-password?x=1",
    "/users/6f…/reset-password",
  ],
  ["http://localhost:8080/kc/admin/realms/acme/users#top", "/users"],
  ["https://sso.example.org//admin//realms/acme/users//", "/users"],
  ["https://[::1]:8443/admin/realms/acme/users", "/users"],
  ["sso.example.org/admin/realms/acme/groups/count", "/groups/count"],
  ["localhost:8080/admin/realms/acme/users", "/users"],
  ["https://sso.example.org/admin/realms/realms/users", "/users"],
  ["https://sso.example.org/admin/realms/admin/users", "/users"],
  [
    "https://sso.example.org/realms/acme/clients-registrations/default/api",
    "/realms/{realm}/clients-registrations/default/api",
  ],
])("takes host, relative path, realm, query and fragment off %s", (address, path) => {
  expect(callsIn(address)).toEqual([`* ${path}`]);
});

test.each([
  ["$KEYCLOAK/admin/realms/$REALM/users/$ID", "/users/{ID}"],
  ["$\x7bKEYCLOAK}/admin/realms/$\x7bREALM}/users/$\x7buser.id}/groups", "/users/{user.id}/groups"],
  ["$BASE/users/$ID", "/users/{ID}"],
  ["{{base}}/users/{{id}}", "/users/{id}"],
  ["/{realm}/users/{user-id}", "/users/{user-id}"],
  ["/users/:id/reset-password", "/users/{id}/reset-password"],
  ["/users/<id>/reset-password", "/users/{id}/reset-password"],
  ["/users/.../groups", "/users/{}/groups"],
  ["/users/%7Bid%7D", "/users/{id}"],
])("takes what stands for a value in %s as a parameter", (address, path) => {
  expect(callsIn(address)).toEqual([`* ${path}`]);
});

test.each([
  ["/roles/my%20role", "/roles/my role"],
  ["/roles/a%2Fb", "/roles/a%2Fb"],
  ["/roles/%zz%E0%A4%A", "/roles/%zz%E0%A4%A"],
  ["/roles/%", "/roles/%"],
  ["/users/../groups", "/groups"],
  ["/users/%2e%2e/groups", "/groups"],
  ["/../../../users", "/users"],
  ["/__proto__/constructor", "/__proto__/constructor"],
  ["/roles/größe/用户", "/roles/größe/用户"],
])("decodes and resolves %s as a server does", (address, path) => {
  expect(callsIn(address)).toEqual([`* ${path}`]);
});

test.each([
  [
    `curl -sS --location "$URL/admin/realms/acme/users?max=5" -H "Authorization: Bearer $TOKEN"`,
    "GET /users",
  ],
  [
    "curl 'https://sso.example.org/admin/realms/acme/users' --data-raw '{\"a\": \"it\\'s\"}'",
    "POST /users",
  ],
  ["curl -X PUT https://h/admin/realms/a/users/1 -d @user.json", "PUT /users/1"],
  ["curl -sSXDELETE https://h/admin/realms/a/users/1 | jq .", "DELETE /users/1"],
  ["curl --request delete --url https://h/admin/realms/a/users/1", "DELETE /users/1"],
  ["curl -G -d max=5 https://h/admin/realms/a/users", "GET /users"],
  ["curl -I https://h/admin/realms/a/users", "HEAD /users"],
  ["curl -T user.json https://h/admin/realms/a/users/1", "PUT /users/1"],
  ["curl -o /tmp/out -x http://proxy:1/ https://h/admin/realms/a/users", "GET /users"],
  ['curl "$KC/admin/realms/"$REALM"/users/$(cat "my id")/groups"', "GET /users/{}/groups"],
  ["Run `curl -X POST $KC/admin/realms/a/users` at night", "POST /users"],
  ['$ curl "https://h/admin/realms/a/users', "GET /users"],
  ['curl ^"https://h/admin/realms/a/users^" ^\r\n  -X ^"POST^"', "POST /users"],
])("reads the command %s", (command, call) => {
  expect(callsIn(command)).toEqual([call]);
});

test("reads commands on several lines, each to its own end", () => {
  const script = `curl -X POST \\
    'https://sso.example.org/auth/admin/realms/acme/users' \\
    -H 'Content-Type: application/json' \\
    -d '{
      "username": "ada", "enabled": true
    }' | jq .
  curl $KC/admin/realms/acme/groups && curl -X DELETE $KC/admin/realms/acme/users/$ID`;
  expect(callsIn(script)).toEqual(["POST /users", "GET /groups", "DELETE /users/{ID}"]);
});

test.each(["\\\n", "^\r\n", "`\n"])("a command goes on behind %j at the end of a line", (end) => {
  expect(callsIn(`curl -X${end}POST${end}/users`)).toEqual(["POST /users"]);
});

test.each(["\n", "\r\n", "\r"])("a command ends with its line where that ends with %j", (end) => {
  expect(callsIn(`curl /users${end}curl -X POST /groups`)).toEqual(["GET /users", "POST /groups"]);
});

test("quotes with carets of Windows hold a value together", () => {
  expect(callsIn('curl ^"/users^" -H ^"x: /groups /roles^"')).toEqual(["GET /users"]);
});

test("calls before, between and behind commands keep their order", () => {
  const text = "GET /a, then curl -X POST /b; DELETE /c and curl /d\nPUT /e";
  expect(callsIn(text)).toEqual(["GET /a", "POST /b", "DELETE /c", "GET /d", "PUT /e"]);
});

test("reports the token address of a script, which no admin role allows", () => {
  const script = `TOKEN=$(curl -s -d grant_type=client_credentials \\
    "$KC/realms/acme/protocol/openid-connect/token" | jq -r .access_token)
  curl -H "Authorization: Bearer $TOKEN" "$KC/admin/realms/acme/users"`;
  expect(parseCalls(script)).toEqual({
    kind: "calls",
    calls: [{ method: "GET", path: "/users" }],
    foreign: [
      { address: "$KC/realms/acme/protocol/openid-connect/token", reason: "outsideAdminApi" },
    ],
    isCut: false,
  });
});

test.each([
  [
    '10.0.0.1 - - [24/Nov/2026:07:09:43 +0000] "GET /admin/realms/acme/groups/count HTTP/1.1" 403 12 "https://h/admin/acme/console/" "Mozilla/5.0 (X11)"',
    "GET /groups/count",
  ],
  ["2026-11-24 07:09:43 DEBUG PUT http://host/admin/realms/acme/users/1 refused", "PUT /users/1"],
  ["403 Client Error: Forbidden for url: https://h/admin/realms/acme/users?first=0", "* /users"],
  ['Get "https://h/admin/realms/acme/groups": 403', "GET /groups"],
  [
    "requests.post(f\"{base}/admin/realms/{realm}/users/{user['id']}/logout\", json=x)",
    "POST /users/{userid}/logout",
  ],
  [
    "fetch(`$\x7bbase}/admin/realms/$\x7brealm}/users/$\x7bencodeURI(id)}`, {\n  method: 'DELETE'\n})",
    "DELETE /users/{encodeURIid}",
  ],
  ["axios({\n  method: 'post',\n  url: '/admin/realms/acme/users'\n})", "POST /users"],
  ['Invoke-RestMethod -Method Post -Uri "https://h/admin/realms/acme/users"', "POST /users"],
  ["wget --method=PUT https://h/admin/realms/acme/users/1", "PUT /users/1"],
  ["kcadm.sh create users -r acme -s username=ada", "POST /users"],
  ["kcadm.sh get realms/acme", "GET /admin/realms/{realm}"],
])("reads the call out of the line %s", (line, call) => {
  expect(callsIn(line)).toEqual([call]);
});

test.each([
  ["POST /users, GET /groups"],
  ["POST /users and GET /groups"],
  ["- POST /users\n- GET /groups\n\n- POST /users"],
  ['"POST /admin/realms/a/users HTTP/1.1" 403\n"GET /admin/realms/a/groups HTTP/2" 200'],
])("reads several calls out of %j, each once", (text) => {
  expect(callsIn(text)).toEqual(["POST /users", "GET /groups"]);
});

test("several methods before one path are several calls", () => {
  expect(callsIn("GET|PUT /users/profile")).toEqual(["GET /users/profile", "PUT /users/profile"]);
  expect(callsIn("GET/PUT /users/profile")).toEqual(["GET /users/profile", "PUT /users/profile"]);
});

test.each([
  ["https://api.github.com/users", "otherProduct"],
  ["curl https://db.example.org/rest/v1/users", "otherProduct"],
  ["GET api.github.com/users", "otherProduct"],
  ["https://sso.example.org/realms/acme/protocol/openid-connect/token", "outsideAdminApi"],
  ["POST /realms/acme/protocol/openid-connect/token", "outsideAdminApi"],
])("tells that %s is no address of the Admin API", (text, reason) => {
  expect(parseCalls(text)).toMatchObject({ kind: "foreign", foreign: [{ reason }] });
});

test.each([
  ["reset password", ["reset", "password"]],
  ["Reset a user's PASSWORD", ["reset", "a", "user", "password"]],
  ["testSMTPConnection", ["test", "smtp", "connection"]],
  ["Größe", ["große"]],
  ["__proto__", ["proto"]],
  ["DELETE", ["delete"]],
  ["users and/or groups", ["users", "and", "or", "groups"]],
  ["", []],
  [" \n\t", []],
  ["/", []],
  ["GET /", ["get"]],
  ["..", []],
  ["%", []],
])("reads %j as words", (text, words) => {
  expect(parseCalls(text)).toEqual({
    kind: "words",
    words: words.map((it) => it.normalize("NFKD").replace(/\p{M}/gu, "")),
  });
});

test("reads fifty different calls of a long log, and says that there are more", () => {
  const log = (count: number) =>
    Array.from({ length: count }, (_, index) => `GET /users/${index % 60}`).join("\n");
  expect(parseCalls(log(50))).toMatchObject({ kind: "calls", isCut: false });
  const parsed = parseCalls(log(5000));
  expect(parsed).toMatchObject({ kind: "calls", isCut: true });
  expect(callsIn(log(5000))).toHaveLength(50);
});

test("reads the first 100,000 characters, and says that there are more", () => {
  const spaces = (count: number) => " ".repeat(count);
  expect(parseCalls(`GET /users${spaces(99_990)}`)).toMatchObject({ isCut: false });
  expect(parseCalls(`GET /users${spaces(99_991)}`)).toMatchObject({ isCut: true });
  expect(callsIn(`GET /users${spaces(99_990)}GET /groups`)).toEqual(["GET /users"]);
});
