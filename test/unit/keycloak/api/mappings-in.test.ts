import { expect, test } from "vitest";
import { mappingsIn } from "../../../../src/keycloak/api/mappings-in.ts";

const role = { id: "1", name: "view-users" };

test("roles of the realm and of each client are told apart", () => {
  const clientMappings = { "realm-management": { id: "uuid", mappings: [role] } };
  expect(mappingsIn({ realmMappings: [role], clientMappings })).toEqual([
    { clientUuid: undefined, clientId: undefined, roles: [role] },
    { clientUuid: "uuid", clientId: "realm-management", roles: [role] },
  ]);
});

test("an answer without mappings has no roles", () => {
  expect(mappingsIn({}).flatMap(({ roles }) => roles)).toEqual([]);
});

test.each([
  [null],
  [[]],
  [{ realmMappings: "all" }],
  [{ clientMappings: { a: { mappings: [] } } }],
])("%j is no answer of Keycloak's", (answer) => {
  expect(() => mappingsIn(answer)).toThrow("The Admin API answered");
});
