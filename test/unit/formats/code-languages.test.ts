import { describe, expect, test } from "vitest";
import { codeLanguages } from "../../../src/formats/code-languages.ts";
import type { Connection } from "../../../src/formats/connection.ts";

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
    expect(text).toContain(id === "java" || id === "typescript" ? '"shop"' : connection.address);
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
])("in %s, %s is called by the method that Keycloak's client has for it", (id, path, call) => {
  expect(write(id, { path })).toContain(call);
});

test.each(["typescript", "java"])(
  "in %s, a call that Keycloak's client has no method for is made by its address",
  (id) => {
    expect(write(id, { path: "/realms/{realm}/orgs" })).toContain(connection.address);
    expect(write(id, {})).not.toContain(connection.address);
  },
);
