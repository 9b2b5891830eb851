import { afterEach, expect, test, vi } from "vitest";
import { createAdminApi } from "../../../../src/keycloak/api/admin-api.ts";
import { readReadiness } from "../../../../src/keycloak/survey/read-readiness.ts";

afterEach(() => vi.unstubAllGlobals());

/** Reads from a server that answers so: 26.8 can't be had, and the in-memory Keycloak has no themes. */
function stubbed(answer: (path: string) => unknown, status = 200) {
  vi.stubGlobal("fetch", async (url: URL | string) =>
    Response.json(answer(new URL(String(url)).pathname), { status }),
  );
  const tokens = { accessToken: async () => "token", forgetToken: () => undefined };
  return readReadiness(createAdminApi("https://kc.example.org", "demo", tokens));
}

const isClients = (path: string) => /\/clients\/?$/.test(path);

const client = (more: object) => ({ id: "1", clientId: "api", ...more });
const withClients = (...clients: readonly object[]) =>
  stubbed((path) => (isClients(path) ? clients : { realm: "demo" }));

test("two empty lists of client scopes don't say that the client scope is missing", async () => {
  const { clients } = await withClients(
    client({ defaultClientScopes: [], optionalClientScopes: [] }),
    client({ defaultClientScopes: ["roles"] }),
    client({ defaultClientScopes: ["kc-admin-api"] }),
    client({ defaultClientScopes: [], optionalClientScopes: ["kc-admin-api"] }),
  );
  expect(clients?.map(({ adminClientScope }) => adminClientScope)).toEqual([
    ...[undefined, "none", "default", "optional"],
  ]);
});

test("a client's own login theme is read, and an empty one is none", async () => {
  const { clients } = await withClients(
    client({ attributes: { login_theme: "acme" } }),
    client({ attributes: { login_theme: "" } }),
    client({}),
  );
  expect(clients?.map(({ loginTheme }) => loginTheme)).toEqual(["acme", undefined, undefined]);
});

test("the themes of a realm are known where its settings are", async () => {
  const seen = await stubbed((path) =>
    isClients(path) ? [] : { accessTokenLifespan: 300, loginTheme: "acme", emailTheme: "" },
  );
  expect(seen.themes).toEqual(new Map([["login", "acme"]]));
  const stub = await stubbed((path) => (isClients(path) ? [] : { realm: "demo" }));
  expect(stub.themes).toBeUndefined();
});

test("a realm without clients, and one that is forbidden, isn't known", async () => {
  expect((await withClients()).clients).toBeUndefined();
  expect(await stubbed(() => ({}), 403)).toEqual({ clients: undefined, themes: undefined });
});
