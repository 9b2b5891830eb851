import { describe, expect, test } from "vitest";
import { codeLanguages } from "../../../../src/formats/code/code-languages.ts";
import type { Connection } from "../../../../src/formats/code/connection.ts";

const connection: Connection = {
  adminBaseUrl: "https://kc.example.org",
  realm: "demo",
  administeredRealm: "demo",
  clientId: "billing",
  tokenEndpoint: "https://kc.example.org/realms/demo/protocol/openid-connect/token",
  address: "https://kc.example.org/admin/realms/demo/users?max=1",
  path: "/users",
};

describe.each(codeLanguages)("in $id", ({ id, write }) => {
  test("the secret is read from the environment, unless it is included in the text", () => {
    expect(write(connection)).toContain("CLIENT_SECRET");
    const withSecret = write({ ...connection, secret: "s3cret" });
    expect(withSecret).toContain("s3cret");
    expect(write(connection)).not.toContain("s3cret");
    expect(withSecret).not.toMatch(/environ|getenv|process\.env/);
  });

  test("the client and the realm that is called are named", () => {
    const text = write({ ...connection, realm: "master", administeredRealm: "shop" });
    expect(text).toContain("billing");
    // Where a library asks for the realm it is named, else it stands in the address.
    expect(text).toContain(["curl", "python"].includes(id) ? connection.address : '"shop"');
  });
});

const write = (id: string, changes: Partial<Connection>) =>
  codeLanguages.find((it) => it.id === id)?.write({ ...connection, ...changes });

test.each([
  ["typescript", "/users", "keycloak.users.find({ max: 1 })"],
  ["typescript", "/users/count", "keycloak.users.count()"],
  ["typescript", "/organizations", "keycloak.organizations.find({ max: 1 })"],
  ["typescript", "/clients", "keycloak.clients.find({ max: 1 })"],
  ["typescript", "/identity-provider/instances", "keycloak.identityProviders.find({ max: 1 })"],
  ["typescript", "/components", "keycloak.components.find()"],
  ["typescript", "/workflows", "keycloak.workflows.find()"],
  ["typescript", "/admin/realms/{realm}", 'keycloak.realms.findOne({ realm: "demo" })'],
  ["java", "/users/count", 'System.out.println(keycloak.realm("demo").users().count());'],
  ["java", "/events", 'keycloak.realm("demo").getEvents().forEach('],
  [
    "java",
    "/admin/realms/{realm}",
    'System.out.println(keycloak.realm("demo").toRepresentation().getRealm());',
  ],
  ["pythonKeycloak", "/users", 'KeycloakAdmin(connection=connection).get_users({"max": 1})'],
  ["pythonKeycloak", "/users/count", "KeycloakAdmin(connection=connection).users_count()"],
  [
    "go",
    "/users/count",
    'keycloak.GetUserCount(ctx, token.AccessToken, "demo", gocloak.GetUsersParams{})',
  ],
  ["go", "/components", 'keycloak.GetComponents(ctx, token.AccessToken, "demo")'],
])(
  "in %s, %s is called by the method that its client for Keycloak has for it",
  (id, path, call) => {
    expect(write(id, { path })).toContain(call);
  },
);

test.each(["typescript", "pythonKeycloak", "go", "java"])(
  "in %s, a call that its client for Keycloak has no method for is made by its address",
  (id) => {
    const relative = connection.address.slice(connection.adminBaseUrl.length + 1);
    expect(write(id, { path: "/realms/{realm}/orgs" })).toContain(relative);
    expect(write(id, {})).not.toContain(relative);
  },
);
