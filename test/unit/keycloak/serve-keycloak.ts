import { vi } from "vitest";
import { type AdminApi, createAdminApi } from "../../../src/keycloak/api/admin-api.ts";
import {
  createInMemoryKeycloak,
  type InMemoryKeycloak,
} from "../../in-memory-keycloak/create-in-memory-keycloak.ts";
import type { InMemoryRealm } from "../../in-memory-keycloak/in-memory-realm.ts";

/** What happens to a request on its way. */
export type Fault = (answer: () => Promise<Response>) => Promise<Response>;

/** The request never comes to the server. */
export const cut: Fault = () => Promise.reject(new TypeError("network error"));

/** The server does what is asked, and its answer is lost. */
export const cutAfter: Fault = async (answer) => {
  await answer();
  throw new TypeError("network error");
};

/** Something between, or the server itself, answers this. */
export const answering =
  (status: number, body: unknown = { error: `HTTP ${status}` }): Fault =>
  async () =>
    Response.json(body, { status });

/** A Keycloak in memory that requests go to, with a realm `demo` and who administers it. */
export interface ServedKeycloak {
  readonly keycloak: InMemoryKeycloak;
  readonly realm: InMemoryRealm;
  /** The Admin API of a realm, for who has that token: `anna` is a realm admin of `demo`. */
  readonly apiOf: (token?: string, realm?: string) => AdminApi;
  /** What was asked: method and path, query included, below the realm. */
  readonly sent: string[];
  /** What happens to requests that match, by method and path; once each. */
  readonly faults: { readonly request: RegExp; readonly fault: Fault }[];
}

/** Serves a Keycloak in memory until `vi.unstubAllGlobals()`. */
export function serveKeycloak(): ServedKeycloak {
  const keycloak = createInMemoryKeycloak();
  const realm = keycloak.makeRealm("demo");
  realm.makeAdministrator({ token: "anna", adminRoles: ["realm-admin"] });
  const served: ServedKeycloak = {
    keycloak,
    realm,
    apiOf: (token = "anna", name = "demo") =>
      createAdminApi("https://kc.example.org", name, {
        accessToken: async () => token,
        forgetToken: () => undefined,
      }),
    sent: [],
    faults: [],
  };
  vi.stubGlobal("fetch", async (address: URL | string, init: RequestInit) => {
    const url = new URL(address);
    const path =
      url.pathname.replace(/^\/admin\/realms\/[^/]+/, "").replace(/\/$/, "") + url.search;
    const request = `${init.method ?? "GET"} ${path}`;
    served.sent.push(request);
    const index = served.faults.findIndex((it) => it.request.test(request));
    const [found] = index < 0 ? [] : served.faults.splice(index, 1);
    const answer = () => keycloak.fetch(url, init);
    return found === undefined ? answer() : found.fault(answer);
  });
  return served;
}
