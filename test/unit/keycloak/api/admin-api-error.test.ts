import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  AdminApiError,
  isForbidden,
  tellsThatNothingWasDone,
  toAdminApiError,
} from "../../../../src/keycloak/api/admin-api-error.ts";
import { type Fault, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;

beforeEach(() => {
  served = serveKeycloak();
});

afterEach(() => vi.unstubAllGlobals());

/** What a call throws that is answered so. */
async function thrownFor(fault: Fault): Promise<unknown> {
  // A token that is refused is renewed once, and so the call is made twice.
  for (let time = 0; time < 2; time += 1) served.faults.push({ request: /clients/, fault });
  const { call, clients } = served.apiOf();
  const request = () => clients.getServiceAccountUser({ id: "1" });
  return call("readServiceAccount", request).catch((thrown: unknown) => thrown);
}

const json =
  (status: number, body: unknown = {}): Fault =>
  async () =>
    Response.json(body, { status });

const page =
  (status: number): Fault =>
  async () =>
    new Response("<html>", { status, headers: { "content-type": "text/html; charset=utf-8" } });

test.each([
  [400, "refused"],
  [401, "notSignedIn"],
  [403, "forbidden"],
  [404, "notFound"],
  [409, "conflict"],
  [429, "tooManyRequests"],
  [413, "refused"],
  [500, "serverError"],
  [503, "serverError"],
])("an answer with %i is told as %s", async (status, failure) => {
  const thrown = await thrownFor(json(status));
  expect(thrown).toBeInstanceOf(AdminApiError);
  expect(thrown).toMatchObject({
    ...{ attempt: "readServiceAccount", failure, status },
    message: `readServiceAccount: ${failure} (${status})`,
  });
});

test.each([
  [404, "notKeycloak"],
  [502, "notKeycloak"],
  [401, "notSignedIn"],
  [403, "forbidden"],
])("a page with %i, such as a proxy's, is told as %s", async (status, failure) => {
  expect(await thrownFor(page(status))).toMatchObject({ failure });
});

test("an answer without a type is classified by its status", async () => {
  const bare: Fault = async () => new Response(null, { status: 404 });
  expect(await thrownFor(bare)).toMatchObject({ failure: "notFound", serverMessage: undefined });
});

test.each([
  [{ errorMessage: "Client api already exists", error: "x" }, "Client api already exists"],
  [{ error: "invalid", error_description: "Not so" }, "Not so"],
  [{ error: "Could not find client" }, "Could not find client"],
  [{ error: "HTTP 404 Not Found" }, undefined],
  [{ errorMessage: "", error: "Said there" }, "Said there"],
  [{ error: 404 }, undefined],
  ["no object", undefined],
  [null, undefined],
])("of the answer %j the server's words are %s", async (body, words) => {
  expect(await thrownFor(json(404, body))).toMatchObject({ serverMessage: words });
});

test.each([
  ["the network fails", new TypeError("Failed to fetch")],
  ["the time is up", new DOMException("Too late.", "TimeoutError")],
])("where %s, the server counts as unreachable", async (_, cause) => {
  const thrown = await thrownFor(() => Promise.reject(cause));
  expect(thrown).toMatchObject({ failure: "unreachable", status: undefined, cause });
  expect(String(thrown)).toContain("readServiceAccount: unreachable");
});

test.each([
  ["a browser, which hides where it leads", () => Response.error()],
  ["Node", () => new Response(null, { status: 302, headers: { location: "https://x.example" } })],
])("a request that is sent elsewhere is not followed, and told as such (%s)", async (_, make) => {
  const response = make();
  if (response.type === "error")
    Object.defineProperty(response, "type", { value: "opaqueredirect" });
  const thrown = await thrownFor(async () => response);
  expect(thrown).toMatchObject({ failure: "redirected" });
});

test("no request follows a redirect", async () => {
  let redirect: RequestRedirect | undefined;
  vi.stubGlobal("fetch", async (_: URL, init: RequestInit) => {
    redirect = init.redirect;
    return Response.json({});
  });
  const { call, clients } = served.apiOf();
  await call("readServiceAccount", () => clients.getServiceAccountUser({ id: "1" }));
  expect(redirect).toBe("manual");
});

test("an answer with an unexpected structure is classified as not Keycloak's", async () => {
  const { readClientState } = await import("../../../../src/keycloak/client/read-client-state.ts");
  for (let time = 0; time < 2; time += 1) {
    served.faults.push({ request: /clients/, fault: json(200, ["something"]) });
  }
  await expect(
    readClientState(served.apiOf(), {
      ...{ clientUuid: "1", adminClientId: "realm-management", isMaster: false },
      ...{ clientIdHint: undefined, loginRealm: "demo", asksClientScope: false },
    }),
  ).rejects.toMatchObject({ failure: "notKeycloak" });
});

test("other errors stay unchanged", () => {
  const gone = new Error("The session is gone.");
  expect(toAdminApiError("readClient", gone)).toBe(gone);
  expect(isForbidden(gone)).toBe(false);
});

test("only a rejection proves that nothing was done", () => {
  for (const failure of ["forbidden", "notFound", "conflict", "refused", "notSignedIn"] as const) {
    expect(tellsThatNothingWasDone(failure)).toBe(true);
  }
  for (const failure of [
    "unreachable",
    "serverError",
    "notKeycloak",
    "redirected",
    "hidden",
  ] as const) {
    expect(tellsThatNothingWasDone(failure)).toBe(false);
  }
});
