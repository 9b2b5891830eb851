import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createInMemoryKeycloak } from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";
import { runPresets } from "../run-presets.ts";

const server = "https://kc.example.org";
const day = 86_400_000;
const now = Date.UTC(2026, 10, 30, 12);

/** The paths of the requests for admin events. */
let eventsAsked: string[];

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ["Date"] });
  eventsAsked = [];
  const keycloak = createInMemoryKeycloak();
  const { master } = keycloak;
  keycloak.makeRealm("shop");
  master.makeAdministrator({ token: "auditor", realmRoles: ["admin"] });
  const shop = master.makeClient({ clientId: "shop-realm" });
  const roles = ["view-users", "manage-users", "view-clients", "manage-clients", "query-users"];
  for (const role of roles) master.makeClientRole(shop, role);
  const operator = master.makeClient({ clientId: "operator", serviceAccountsEnabled: true });
  const userId = master.serviceAccountUserId(operator) ?? "";
  master.mapRoles(
    userId,
    ["manage-users", "manage-clients"].map((name) => master.findRole(name, shop).id),
  );
  const event = {
    ...{ time: now - day, operationType: "CREATE", resourceType: "USER", resourcePath: "users/1" },
    authDetails: { clientId: operator, userId },
  };
  vi.stubGlobal("fetch", async (input: URL | string, init: RequestInit) => {
    const url = new URL(input);
    if (url.pathname.endsWith("/token")) {
      return Response.json({ access_token: "auditor", token_type: "Bearer", expires_in: 60 });
    }
    if (!/\/admin-events|\/events\/config/.test(url.pathname)) return keycloak.fetch(input, init);
    if (url.pathname.endsWith("/config")) return Response.json({ adminEventsEnabled: true });
    eventsAsked.push(url.pathname);
    // The writes are in the realm that they change; in master there is none.
    return Response.json(url.pathname.includes("/shop/") ? [event] : []);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const advise = (...words: readonly string[]) =>
  runPresets(
    [
      "advise",
      "operator",
      "--server",
      server,
      "--realm",
      "master",
      "--client",
      "auditor",
      ...words,
    ],
    { environment: { CLIENT_SECRET: "secret" } },
  );

test("of a client of master, the events of the realm that it administers are read, and its roles there", async () => {
  const { exitCode, output, errors } = await advise("--administers", "shop");
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  expect(output).toContain("1 call (1 write from events)\n");
  expect(output).toMatch(/\n {2}smallest roles {2}manage-users\n/);
  expect(new Set(eventsAsked)).toEqual(new Set(["/admin/realms/shop/admin-events"]));
});

test("a client of master that has no roles in the realm is refused", async () => {
  const { exitCode, errors } = await advise("--administers", "nowhere");
  expect(exitCode).toBe(2);
  expect(errors).toContain("operator");
  expect(eventsAsked).toEqual([]);
});
