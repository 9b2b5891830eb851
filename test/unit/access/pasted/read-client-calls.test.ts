import KeycloakAdminClient from "@keycloak/keycloak-admin-client";
import { afterEach, expect, test, vi } from "vitest";
import { readClientCalls } from "../../../../src/access/pasted/read-client-calls.ts";
import { shortPath } from "../../../../src/catalog/calls/call-template.ts";
import { javaMethods, javascriptMethods } from "../../../../src/catalog/calls/client-methods.ts";

const read = (text: string) =>
  readClientCalls(text).map(({ method, address }) => `${method} ${shortPath(address)}`);

test.each([
  ["keycloak.realm(r).users().create(user)", "POST /users"],
  ["keycloak.realm(r).toRepresentation()", "GET /admin/realms/{realm}"],
  ["keycloak.realms().findAll()", "GET /admin/realms"],
  ["keycloak.realms().realm(r).remove()", "DELETE /admin/realms/{realm}"],
  ["getRealm().groups().group(id).members()", "GET /groups/{id}/members"],
  ["usersResource.search(name)", "GET /users"],
  ["kc.realm(r)\n    .users()\n    .get(id)\n    .logout();", "POST /users/{id}/logout"],
  [
    "k.realm(r).users().get(f(a, b)).roles().clientLevel(c).listAll()",
    "GET /users/{id}/role-mappings/clients/{clientUUID}",
  ],
  ["client.users.find()", "GET /users"],
  ["await kc.users.resetPassword({ id })", "PUT /users/{id}/reset-password"],
  ["users.find()", "GET /users"],
])("%s makes the call %s", (code, call) => {
  expect(read(code)).toEqual([call]);
});

test("what a variable was given is followed", () => {
  const code = "var members = k.realm(r).users();\nvar one = members.get(id);\none.remove();";
  expect(read(code)).toEqual(["DELETE /users/{id}"]);
});

test.each([
  "const users = list; if (x) y.users.find((it) => it.id)",
  "keycloak.realm(r).users()",
  "keycloak.realm(r).unknown().create(x)",
  "map.get(id).remove()",
])("%s makes no call that is known", (code) => {
  expect(read(code)).toEqual([]);
});

afterEach(() => vi.unstubAllGlobals());

test("the methods of the JavaScript client make the calls that are said of them", async () => {
  const requested: string[] = [];
  vi.stubGlobal("fetch", async (url: URL | string, { method = "GET" }: RequestInit) => {
    const path = decodeURIComponent(new URL(url).pathname);
    requested.push(`${method} ${shortPath(path).replace(/\/$/, "")}`);
    return new Response("[]", { headers: { location: "http://h/1" } });
  });
  const client = new KeycloakAdminClient({ baseUrl: "http://h", realmName: "{realm}" });
  client.registerTokenProvider({ getAccessToken: async () => "x" });
  let compared = 0;
  for (const [name, methods] of javascriptMethods) {
    const resource: object = Reflect.get(client, name);
    for (const [method, call] of methods) {
      const parameters = (call.path.match(/\{[^}]*\}/g) ?? []).map((it) => [it.slice(1, -1), it]);
      requested.length = 0;
      await Reflect.get(resource, method).call(
        resource,
        { ...Object.fromEntries(parameters), realm: "{realm}" },
        {},
      );
      expect(requested[0], `${name}.${method}`).toBe(`${call.method} ${call.path}`);
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(300);
});

test("the methods of the Java client lead to calls, and to interfaces that are there", () => {
  for (const methods of javaMethods.values()) {
    for (const { method, next } of methods.values()) {
      if (method === undefined)
        expect([...javaMethods.keys(), "ClientAttributeCertificateResource"]).toContain(next);
      else expect(method).toMatch(/^(GET|POST|PUT|DELETE)$/);
    }
  }
});
