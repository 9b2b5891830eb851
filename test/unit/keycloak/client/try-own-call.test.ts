import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readClientSecret } from "../../../../src/keycloak/client/read-client-secret.ts";
import { tryOwnCall } from "../../../../src/keycloak/client/try-own-call.ts";
import { answering, cut, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;

beforeEach(() => {
  served = serveKeycloak();
});

afterEach(() => vi.unstubAllGlobals());

const address = "https://kc.example.org/admin/realms/demo/users";

test.each([
  ["holds the role", ["view-users"], 200],
  ["does not", ["view-events"], 403],
] as const)("a call with a token of who %s tells the server's status", async (_, roles, status) => {
  served.realm.makeAdministrator({ token: "program", adminRoles: roles });
  expect(await tryOwnCall(new URL(address).href, "program")).toBe(status);
});

test("a call that is not answered is told as such", async () => {
  served.faults.push({ request: /users/, fault: cut });
  await expect(tryOwnCall(address, "program")).rejects.toMatchObject({
    ...{ attempt: "ownCall", failure: "unreachable" },
  });
});

test("a call that is sent elsewhere is not followed, and told as such", async () => {
  let followed: RequestRedirect | undefined;
  vi.stubGlobal("fetch", async (_: string, { redirect }: RequestInit) => {
    followed = redirect;
    return new Response(null, { status: 307, headers: { location: "https://x.example.org/" } });
  });
  await expect(tryOwnCall(address, "program")).rejects.toMatchObject({
    ...{ attempt: "ownCall", failure: "redirected" },
  });
  expect(followed).toBe("manual");
});

test("a client's secret is read for who may see it", async () => {
  const clientUuid = served.realm.makeClient({ clientId: "api", secret: "s3cret" });
  expect(await readClientSecret(served.apiOf(), clientUuid)).toBe("s3cret");
  served.realm.makeAdministrator({ token: "other", adminRoles: ["view-users"] });
  await expect(readClientSecret(served.apiOf("other"), clientUuid)).rejects.toMatchObject({
    failure: "forbidden",
  });
});

test.each([{ type: "secret" }, { type: "secret", value: "" }])(
  "an answer without a secret (%j) is told as a client that has none",
  async (body) => {
    const clientUuid = served.realm.makeClient({ clientId: "api" });
    served.faults.push({ request: /client-secret/, fault: answering(200, body) });
    await expect(readClientSecret(served.apiOf(), clientUuid)).rejects.toMatchObject({
      ...{ attempt: "readSecret", failure: "notFound" },
    });
  },
);
