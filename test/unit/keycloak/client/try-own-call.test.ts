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

const challenge = (words: string) => ({
  "www-authenticate": `Bearer realm="demo", error="invalid_token", error_description="${words}"`,
});

test.each([
  ["holds the role", ["view-users"], 200],
  ["does not", ["view-events"], 403],
] as const)("a call with a token of who %s tells the server's status", async (_, roles, status) => {
  served.realm.makeAdministrator({ token: "program", adminRoles: roles });
  expect(await tryOwnCall(new URL(address).href, "program")).toMatchObject({ status });
});

test.each([
  ["its body", Response.json({ errorMessage: "No" }, { status: 400 }), "No"],
  ["OAuth's fields", Response.json({ error: "x", error_description: "No" }, { status: 401 }), "No"],
  ["a challenge", new Response("<html>", { status: 401, headers: challenge("No") }), "No"],
  ["nothing", Response.json({ error: "HTTP 403 Forbidden" }, { status: 403 }), undefined],
  ["nothing", new Response(null, { status: 401 }), undefined],
])("a refusal that says why in %s is told with these words", async (_, response, serverMessage) => {
  vi.stubGlobal("fetch", async () => response);
  expect(await tryOwnCall(address, "program")).toEqual({ status: response.status, serverMessage });
});

test("a truncated rejection is reported as an unreachable server", async () => {
  const body = new ReadableStream({ pull: (stream) => stream.error(new TypeError("cut")) });
  vi.stubGlobal("fetch", async () => new Response(body, { status: 403 }));
  await expect(tryOwnCall(address, "program")).rejects.toMatchObject({ failure: "unreachable" });
});

test("an unanswered call is reported as such", async () => {
  served.faults.push({ request: /users/, fault: cut });
  await expect(tryOwnCall(address, "program")).rejects.toMatchObject({
    ...{ attempt: "ownCall", failure: "unreachable" },
  });
});

test("a redirected call is not followed but reported", async () => {
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
