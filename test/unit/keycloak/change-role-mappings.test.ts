import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Role } from "../../../src/access/snapshot.ts";
import { createAdminApi } from "../../../src/keycloak/admin-api.ts";
import { AdminApiError } from "../../../src/keycloak/admin-api-error.ts";
import { changeRoleMappings } from "../../../src/keycloak/change-role-mappings.ts";
import { makeSnapshot } from "../access/make-snapshot.ts";

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

const role = (name: string, id = `id of ${name}`): Role => ({ container: "admin", name, id });
const tokens = { accessToken: async () => "token", forgetToken: vi.fn() };
const api = createAdminApi("https://kc.example.org/auth", "a realm/100%", tokens);
const nothing = () => undefined;

test("adding sends one request with id and name of each role, then reads back once", async () => {
  const onWritten = vi.fn();
  const change = { add: [role("view-users"), role("../x")], remove: [] };
  await changeRoleMappings(api, makeSnapshot(), change, onWritten);
  const path =
    "/auth/admin/realms/a%20realm%2F100%25/users/user-id/role-mappings/clients/admin-uuid";
  const body = [
    { id: "id of view-users", name: "view-users" },
    { id: "id of ../x", name: "../x" },
  ];
  expect(sent).toEqual([
    { method: "POST", path, body },
    { method: "GET", path, body: undefined },
  ]);
  expect(onWritten).toHaveBeenCalledOnce();
});

test("removing names each role in the body, and reads back what is in effect too", async () => {
  const change = { add: [], remove: [role("view-users")] };
  await changeRoleMappings(api, makeSnapshot(), change, nothing);
  expect(sent.map(({ method }) => method)).toEqual(["DELETE", "GET", "GET"]);
  expect(sent[0]?.body).toEqual([{ id: "id of view-users", name: "view-users" }]);
});

test("nothing to remove sends no DELETE", async () => {
  await changeRoleMappings(api, makeSnapshot(), { add: [], remove: [] }, nothing);
  expect(sent.map(({ method }) => method)).toEqual(["GET"]);
});

test("a role without an id or a name is never sent in a DELETE", async () => {
  for (const broken of [role("", "id"), role("view-users", "")]) {
    const change = { add: [], remove: [role("view-events"), broken] };
    await expect(changeRoleMappings(api, makeSnapshot(), change, nothing)).rejects.toThrow(
      "nothing was sent",
    );
  }
  expect(sent).toEqual([]);
});

test("a token that is refused is renewed once, and not twice", async () => {
  statuses = [401, 200];
  const change = { add: [role("view-users")], remove: [] };
  await changeRoleMappings(api, makeSnapshot(), change, nothing);
  expect(tokens.forgetToken).toHaveBeenCalledOnce();
  expect(sent.map(({ method }) => method)).toEqual(["POST", "POST", "GET"]);

  sent = [];
  statuses = [401, 401];
  const failing = changeRoleMappings(api, makeSnapshot(), change, nothing);
  await expect(failing).rejects.toMatchObject({ failure: "notSignedIn", attempt: "addMappings" });
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
  const onWritten = vi.fn();
  const change = { add: [role("view-users")], remove: [] };
  const failing = changeRoleMappings(api, makeSnapshot(), change, onWritten);
  await expect(failing).rejects.toBeInstanceOf(AdminApiError);
  await expect(failing).rejects.toMatchObject({ failure, status });
  expect(sent).toHaveLength(1);
  expect(onWritten).not.toHaveBeenCalled();
});
