import { expect, test } from "vitest";
import { parseListedClients } from "../../../../src/keycloak/survey/parse-survey-answers.ts";

const listed = (...clients: readonly object[]) =>
  parseListedClients(clients.map((more) => ({ id: "1", clientId: "api", ...more })));

test("two empty lists of client scopes don't say that the client scope is missing", () => {
  const clients = listed(
    { defaultClientScopes: [], optionalClientScopes: [] },
    { defaultClientScopes: ["roles"] },
    { defaultClientScopes: ["kc-admin-api"] },
    { defaultClientScopes: [], optionalClientScopes: ["kc-admin-api"] },
  );
  expect(clients.map(({ adminClientScope }) => adminClientScope)).toEqual([
    ...[undefined, "none", "default", "optional"],
  ]);
});

test("a client's own login theme is read, and an empty one is none", () => {
  const clients = listed(
    { attributes: { login_theme: "acme" } },
    { attributes: { login_theme: "" } },
    {},
  );
  expect(clients.map(({ loginTheme }) => loginTheme)).toEqual(["acme", undefined, undefined]);
});
