import { expect, test } from "vitest";
import { createInMemoryKeycloak } from "../../in-memory-keycloak/create-in-memory-keycloak.ts";
import { type Forward, type StandInOptions, standIn } from "../../stand-in/rules.ts";

const origin = "https://kc.example.org";

/** A realm with a client `api`, and a stand-in before it that takes all tokens but `bare`. */
function makeStandIn(options: StandInOptions = {}) {
  const keycloak = createInMemoryKeycloak();
  const realm = keycloak.makeRealm("demo");
  realm.makeAdministrator({ token: "viewer", adminRoles: ["view-clients"] });
  realm.makeAdministrator({ token: "manager", adminRoles: ["manage-clients"] });
  const uuid = realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const answer = standIn(keycloak.fetch, {
    carriesScope: (token) => token !== "bare",
    ...options,
  });
  const get = async (token: string, path: string) => {
    const headers = { authorization: `Bearer ${token}` };
    return answer(new Request(`${origin}/admin/realms/demo${path}`, { headers }));
  };
  return { get, uuid };
}

const secretsIn = (body: unknown) => JSON.stringify(body).match(/"(?:secret|value)":"[^"]*"/g);

test("callers who may only view a client see a mask in place of its secret, wherever it is shown", async () => {
  const { get, uuid } = makeStandIn();
  for (const path of [
    "/clients?clientId=api",
    `/clients/${uuid}`,
    `/clients/${uuid}/client-secret`,
  ]) {
    const [masked, shown] = await Promise.all(
      ["viewer", "manager"].map(async (token) => secretsIn(await (await get(token, path)).json())),
    );
    expect(masked).toEqual([expect.stringContaining('"**********"')]);
    expect(shown).toHaveLength(1);
    expect(shown).not.toEqual(masked);
  }
});

test("the Admin API answers 401 to a token without its client scope, and only the Admin API does", async () => {
  const { get } = makeStandIn();
  expect((await get("bare", "/clients")).status).toBe(401);
  expect((await get("manager", "/clients")).status).toBe(200);
  const passed = await standIn(async () => new Response("a token"), { carriesScope: () => false })(
    new Request(`${origin}/realms/demo/protocol/openid-connect/userinfo`, {
      headers: { authorization: "Bearer bare" },
    }),
  );
  expect(await passed.text()).toBe("a token");
});

test("before a Keycloak without workflows, a realm has none, and what isn't there stays so", async () => {
  const older = standIn(async () =>
    Response.json({ error: "HTTP 404 Not Found" }, { status: 404 }),
  );
  const get = (path: string) => older(new Request(`${origin}/admin/realms/demo${path}`));
  for (const path of ["/workflows?search=a&first=0&max=100", "/workflows/scheduled/some-user"]) {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual([]);
  }
  for (const path of ["/workflows/some-id", "/clients/some-id"]) {
    expect((await get(path)).status).toBe(404);
  }
});

test("callers who may not see client scopes get empty lists of them, also within a client", async () => {
  const { get, uuid } = makeStandIn({ hidesClientScopes: true });
  const read = async (path: string) => (await get("manager", path)).json();
  const lists = { defaultClientScopes: [], optionalClientScopes: [] };
  expect(await read(`/clients/${uuid}`)).toMatchObject({ clientId: "api", ...lists });
  expect(await read("/clients?clientId=api")).toEqual([expect.objectContaining(lists)]);
  expect(await read("/client-scopes")).toEqual([]);
  expect(await read(`/clients/${uuid}/service-account-user`)).toHaveProperty("id");
});

test.each([
  ["openid kc-admin-api", 200],
  ["openid kc-admin-api-too", 401],
  ["", 401],
])("a token with the scope %j is answered %i", async (scope, status) => {
  const payload = Buffer.from(JSON.stringify({ scope })).toString("base64url");
  const headers = { authorization: `Bearer header.${payload}.signature` };
  const answer = standIn(async () => Response.json([]));
  expect((await answer(new Request(`${origin}/admin/realms/demo/users`, { headers }))).status).toBe(
    status,
  );
});

test("the console names an entry script of no release, which loads the console's own", async () => {
  const page = '<script src="/resources/x/admin/keycloak.v2/assets/main-CB1rIpj1.js"></script>';
  const own =
    '<script src="/resources/x/admin/service-account-presets/js/main-ABCDEFGH.js"></script>';
  const answer = standIn((async () => new Response(page + own)) satisfies Forward);
  const get = async (path: string) => (await answer(new Request(origin + path))).text();
  const shown = await get("/admin/demo/console/");
  const name = /assets\/(main-[^"]+)/.exec(shown)?.[1] ?? "";
  expect(name).not.toBe("main-CB1rIpj1.js");
  expect(shown).toContain("/js/main-ABCDEFGH.js");
  const script = await get(`/resources/x/admin/keycloak.v2/assets/${name}`);
  expect(script.trim()).toBe('import "./main-CB1rIpj1.js";');
});
