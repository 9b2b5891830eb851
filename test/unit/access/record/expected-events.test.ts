import { expect, test } from "vitest";
import type { RecordedStep } from "../../../../src/access/record/change-record.ts";
import { expectedEvents } from "../../../../src/access/record/expected-events.ts";

const client = { clientId: "api", clientUuid: "c", serviceAccountUserId: "u" };

const step = (changes: Partial<RecordedStep>): RecordedStep => ({
  ...{ direction: "add", place: "mapping", sentAt: "", answeredAt: "", isDone: true },
  ...{ rolesOf: null, roles: [], clientScopes: [] },
  ...changes,
});

const linesOf = (changes: Partial<RecordedStep>, of = client) =>
  expectedEvents({ client: of }, step(changes)).map(
    ({ operation, resourceType, resourcePath }) => `${operation} ${resourceType} ${resourcePath}`,
  );

const rolesOf = { clientUuid: "a", clientId: "realm-management" };
const scope = { id: "s", name: "kc-admin-api" };

test.each<[string, Partial<RecordedStep>, readonly string[]]>([
  ["enables service accounts", { place: "account" }, ["UPDATE CLIENT clients/c"]],
  ["assigns", { rolesOf }, ["CREATE CLIENT_ROLE_MAPPING users/u/role-mappings/clients/a"]],
  ["assigns realm roles", {}, ["CREATE REALM_ROLE_MAPPING users/u/role-mappings/realm"]],
  [
    "unassigns",
    { rolesOf, direction: "remove" },
    ["DELETE CLIENT_ROLE_MAPPING users/u/role-mappings/clients/a"],
  ],
  [
    "adds to the scope",
    { place: "scope", rolesOf },
    ["CREATE CLIENT_SCOPE_MAPPING clients/c/scope-mappings/clients/a"],
  ],
  [
    "removes realm roles from the scope",
    { place: "scope", direction: "remove" },
    ["DELETE REALM_SCOPE_MAPPING clients/c/scope-mappings/realm"],
  ],
  [
    "adds a client scope",
    { place: "clientScope", clientScopes: [{ ...scope, wasOptional: false }] },
    ["CREATE CLIENT_SCOPE_CLIENT_MAPPING clients/c/default-client-scopes/s"],
  ],
  [
    "adds one that was optional",
    { place: "clientScope", clientScopes: [{ ...scope, wasOptional: true }] },
    [
      "DELETE CLIENT_SCOPE_CLIENT_MAPPING clients/c/optional-client-scopes/s",
      "CREATE CLIENT_SCOPE_CLIENT_MAPPING clients/c/default-client-scopes/s",
    ],
  ],
  [
    "removes a client scope",
    { place: "clientScope", direction: "remove", clientScopes: [{ ...scope, wasOptional: false }] },
    ["DELETE CLIENT_SCOPE_CLIENT_MAPPING clients/c/default-client-scopes/s"],
  ],
  [
    "makes a client scope optional again",
    { place: "clientScope", direction: "remove", clientScopes: [{ ...scope, wasOptional: true }] },
    [
      "DELETE CLIENT_SCOPE_CLIENT_MAPPING clients/c/default-client-scopes/s",
      "CREATE CLIENT_SCOPE_CLIENT_MAPPING clients/c/optional-client-scopes/s",
    ],
  ],
])("a step that %s leaves its events", (_, changes, lines) => {
  expect(linesOf(changes)).toEqual(lines);
});

test("without a known account, no event of a mapping can be told", () => {
  const unknown = { ...client, serviceAccountUserId: null };
  const [event] = expectedEvents({ client: unknown }, step({ rolesOf }));
  expect(event?.resourcePath).toBe("users//role-mappings/clients/a");
});
