import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Grant } from "../../../../src/access/model/grant.ts";
import type { Step } from "../../../../src/access/plan/steps.ts";
import { createAdminApi } from "../../../../src/keycloak/api/admin-api.ts";
import { AdminApiError } from "../../../../src/keycloak/api/admin-api-error.ts";
import { removeRoles } from "../../../../src/keycloak/change/remove-roles.ts";
import { writeStep } from "../../../../src/keycloak/change/write-step.ts";
import { makeSnapshot } from "../../access/make-snapshot.ts";

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

let sent: Sent[];
let statuses: number[];

/** Notes what is sent, and answers with the next of the statuses, else 200 and an empty list. */
beforeEach(() => {
  sent = [];
  statuses = [];
  vi.stubGlobal("fetch", async (url: URL, init: RequestInit) => {
    const body = typeof init.body === "string" ? JSON.parse(init.body) : undefined;
    sent.push({ method: init.method ?? "GET", path: url.pathname, body });
    return Response.json([], { status: statuses.shift() ?? 200 });
  });
});

afterEach(() => vi.unstubAllGlobals());

const mapping = (name: string, id = `id of ${name}`): Grant => ({
  place: "mapping",
  role: { container: "admin", name, id },
});
const inScope = (name: string): Grant => ({
  place: "scope",
  role: { container: "admin", name, id: `id of ${name}` },
});
const clientScope = (wasOptional: boolean): Grant => ({
  place: "clientScope",
  clientScope: { id: "scope-id", name: "kc-admin-api" },
  wasOptional,
});
const step = (direction: Step["direction"], ...grants: readonly Grant[]): Step => ({
  direction,
  place: grants[0]?.place ?? "mapping",
  grants,
});
const tokens = { accessToken: async () => "token", forgetToken: vi.fn() };
const api = createAdminApi("https://kc.example.org/auth", "a realm/100%", tokens);
const base = "/auth/admin/realms/a%20realm%2F100%25";
const mappings = `${base}/users/user-id/role-mappings/clients/admin-uuid`;
const client = `${base}/clients/client-uuid`;

test("adding sends one request with id and name of each role", async () => {
  await writeStep(api, makeSnapshot(), step("add", mapping("view-users"), mapping("../x")));
  const body = [
    { id: "id of view-users", name: "view-users" },
    { id: "id of ../x", name: "../x" },
  ];
  expect(sent).toEqual([{ method: "POST", path: mappings, body }]);
});

test("a removal names each role in the body", async () => {
  await writeStep(api, makeSnapshot(), step("remove", mapping("view-users")));
  const body = [{ id: "id of view-users", name: "view-users" }];
  expect(sent).toEqual([{ method: "DELETE", path: mappings, body }]);
});

test("realm roles go to the realm's own container", async () => {
  const role = { container: "realm", name: "create-realm", id: "realm-role-id" } as const;
  for (const place of ["mapping", "scope"] as const) {
    await writeStep(api, makeSnapshot(), step("add", { place, role }));
    await writeStep(api, makeSnapshot(), step("remove", { place, role }));
  }
  expect(sent.map(({ method, path }) => `${method} ${path.replace(base, "")}`)).toEqual([
    "POST /users/user-id/role-mappings/realm",
    "DELETE /users/user-id/role-mappings/realm",
    "POST /clients/client-uuid/scope-mappings/realm",
    "DELETE /clients/client-uuid/scope-mappings/realm",
  ]);
});

test("scope mappings are of the client, for the client with the admin roles", async () => {
  await writeStep(api, makeSnapshot(), step("add", inScope("view-users")));
  await writeStep(api, makeSnapshot(), step("remove", inScope("view-users")));
  const path = `${client}/scope-mappings/clients/admin-uuid`;
  const body = [{ id: "id of view-users", name: "view-users" }];
  expect(sent).toEqual([
    { method: "POST", path, body },
    { method: "DELETE", path, body },
  ]);
});

test("an optional client scope is removed from there first, and Undo moves it back", async () => {
  await writeStep(api, makeSnapshot(), step("add", clientScope(true)));
  await writeStep(api, makeSnapshot(), step("remove", clientScope(true)));
  await writeStep(api, makeSnapshot(), step("add", clientScope(false)));
  await writeStep(api, makeSnapshot(), step("remove", clientScope(false)));
  expect(sent.map(({ method, path }) => `${method} ${path.replace(client, "")}`)).toEqual([
    "DELETE /optional-client-scopes/scope-id",
    "PUT /default-client-scopes/scope-id",
    "DELETE /default-client-scopes/scope-id",
    "PUT /optional-client-scopes/scope-id",
    "PUT /default-client-scopes/scope-id",
    "DELETE /default-client-scopes/scope-id",
  ]);
});

test("enabling service accounts sends only these two settings", async () => {
  await writeStep(api, makeSnapshot(), step("add", { place: "account", wasPublic: false }));
  const body = { publicClient: false, serviceAccountsEnabled: true };
  expect(sent).toEqual([{ method: "PUT", path: client, body }]);
});

test("front-channel logout is sent again, because old servers forget it", async () => {
  const snapshot = makeSnapshot({ client: { frontchannelLogout: true } });
  await writeStep(api, snapshot, step("add", { place: "account", wasPublic: false }));
  const body = { publicClient: false, serviceAccountsEnabled: true, frontchannelLogout: true };
  expect(sent).toEqual([{ method: "PUT", path: client, body }]);
});

test("a client that was public or becomes so again keeps front-channel logout off, which old servers turn on", async () => {
  const grant = { place: "account", wasPublic: true } as const;
  await writeStep(api, makeSnapshot({ client: { publicClient: true } }), step("add", grant));
  await writeStep(api, makeSnapshot(), step("remove", grant));
  const kept = { serviceAccountsEnabled: true, frontchannelLogout: false };
  expect(sent.map(({ body }) => body)).toEqual([
    { publicClient: false, ...kept },
    { publicClient: true, ...kept },
  ]);
});

test("nothing to remove sends no DELETE", async () => {
  for (const place of ["mapping", "scope"] as const) {
    await expect(removeRoles(api, makeSnapshot(), place, [])).rejects.toThrow(
      "A DELETE would take other roles; nothing was sent.",
    );
  }
  expect(sent).toEqual([]);
});

test("a role without an id or a name is never sent in a DELETE", async () => {
  for (const broken of [mapping("", "id"), mapping("view-users", "")]) {
    const removing = writeStep(api, makeSnapshot(), step("remove", mapping("view-events"), broken));
    await expect(removing).rejects.toThrow("nothing was sent");
  }
  expect(sent).toEqual([]);
});

test("roles of two containers are never sent in one DELETE", async () => {
  const role = { container: "realm", name: "create-realm", id: "realm-role-id" } as const;
  for (const place of ["mapping", "scope"] as const) {
    const roles = [role, { container: "admin", name: "view-users", id: "id" } as const];
    const removing = removeRoles(api, makeSnapshot(), place, roles);
    await expect(removing).rejects.toThrow("nothing was sent");
  }
  expect(sent).toEqual([]);
});

test("a token that is refused is renewed once, and not twice", async () => {
  statuses = [401, 200];
  const adding = step("add", mapping("view-users"));
  await writeStep(api, makeSnapshot(), adding);
  expect(tokens.forgetToken).toHaveBeenCalledOnce();
  expect(sent.map(({ method }) => method)).toEqual(["POST", "POST"]);

  sent = [];
  statuses = [401, 401];
  const failing = writeStep(api, makeSnapshot(), adding);
  await expect(failing).rejects.toMatchObject({ failure: "notSignedIn", attempt: "change" });
  expect(sent).toHaveLength(2);
});

test.each([
  [403, "forbidden"],
  [404, "notFound"],
  [409, "conflict"],
  [429, "tooManyRequests"],
  [400, "refused"],
  [500, "serverError"],
])("the status %i is told as %s, and nothing more is sent", async (status, failure) => {
  statuses = [status];
  const failing = writeStep(api, makeSnapshot(), step("add", mapping("view-users")));
  await expect(failing).rejects.toBeInstanceOf(AdminApiError);
  await expect(failing).rejects.toMatchObject({ failure, status });
  expect(sent).toHaveLength(1);
});

test("without a known service account no mapping is sent", async () => {
  const api = createAdminApi("https://kc.example.org", "demo", tokens);
  const target = { ...makeSnapshot(), account: { kind: "notUnderUsualName" } } as const;
  for (const direction of ["add", "remove"] as const) {
    const mapped = step(direction, mapping("view-events"));
    await expect(writeStep(api, target, mapped)).rejects.toThrow("nothing was sent");
  }
  expect(sent).toEqual([]);
});
