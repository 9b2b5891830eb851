import { vi } from "vitest";
import { createInMemoryKeycloak } from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";
import type { InMemoryRealm } from "../../../in-memory-keycloak/in-memory-realm.ts";
import { runPresets } from "../run-presets.ts";

/** Roles that are enough for every command. */
const everything = ["manage-clients", "view-realm"];

/**
 * Serves a Keycloak with the realms `demo` and `other`, each with a client `billing` that has a role `write`, until
 * `vi.unstubAllGlobals()`.
 *
 * @param given.adminRoles the admin roles, in both realms, of the client that signs in
 */
export function customServer({ adminRoles = everything } = {}) {
  const keycloak = createInMemoryKeycloak();
  const names = ["demo", "other"];
  const realms = new Map<string, InMemoryRealm>(names.map((it) => [it, keycloak.makeRealm(it)]));
  const realm = (name: string) => {
    const found = realms.get(name);
    if (!found) throw new Error(`There is no realm ${name}.`);
    return found;
  };
  for (const name of names) {
    realm(name).makeClientRole(realm(name).makeClient({ clientId: "billing" }), "write");
    realm(name).makeAdministrator({ token: name, adminRoles });
  }
  const sent: string[] = [];
  const waiting: { readonly request: RegExp; readonly act: () => void }[] = [];
  vi.stubGlobal("fetch", async (input: URL | string, init: RequestInit = {}) => {
    const url = new URL(input);
    if (url.pathname.endsWith("/token")) {
      return Response.json({ access_token: "service", token_type: "Bearer", expires_in: 60 });
    }
    const request = `${init.method ?? "GET"} ${url.pathname}`;
    sent.push(request);
    // Stands for one client of master with roles in each realm.
    const [, name = ""] = /\/admin\/realms\/([^/]+)/.exec(url.pathname) ?? [];
    const headers = { ...init.headers, authorization: `Bearer ${name}` };
    const answer = await keycloak.fetch(url, { ...init, headers });
    const at = waiting.findIndex((it) => it.request.test(request));
    if (at >= 0) waiting.splice(at, 1)[0]?.act();
    return answer;
  });
  const storeOf = (name: string) =>
    realm(name)
      .dump()
      .clients.find(({ settings }) => settings.clientId === "service-account-presets");
  return {
    realm,
    sent,
    storeOf,
    /** Runs `presets custom` with these words. */
    run: (...words: readonly string[]) =>
      runPresets(["custom", ...words, "--server", "https://kc.example.org", "--client", "keeper"], {
        environment: { CLIENT_SECRET: "secret" },
      }),
    /** Has something happen right after the first request that matches. */
    between: (request: RegExp, act: () => void) => {
      waiting.push({ request, act });
    },
    /** Changes an attribute of a realm's store, as somebody else does. */
    change: (name: string, attribute: string, value: string) => {
      const store = storeOf(name);
      const attributes = { ...store?.settings.attributes, [attribute]: value };
      realm(name).changeClient(store?.id ?? "", { attributes });
    },
  };
}
