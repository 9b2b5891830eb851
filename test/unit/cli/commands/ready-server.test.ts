import { afterEach, expect, test, vi } from "vitest";
import { createInMemoryKeycloak } from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";
import { runPresets } from "../run-presets.ts";

afterEach(() => vi.unstubAllGlobals());

const server = "https://kc.example.org";
const mayLook = ["view-clients", "view-users", "query-groups"];

/** A Keycloak with a realm `demo`, whose client `api` has full scope allowed and an admin role. */
function makeKeycloak() {
  const keycloak = createInMemoryKeycloak();
  const demo = keycloak.makeRealm("demo");
  demo.makeAdministrator({ token: "all of demo", adminRoles: [...mayLook, "view-realm"] });
  demo.makeAdministrator({ token: "no settings of demo", adminRoles: mayLook });
  demo.makeAdministrator({ token: "nothing" });
  const client = demo.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const role = demo.findRole("view-events", demo.adminClientUuid);
  demo.mapRoles(demo.serviceAccountUserId(client) ?? "", [role.id]);
  return keycloak;
}

async function ready(token: string, ...words: readonly string[]) {
  const { fetch } = makeKeycloak();
  const written: string[] = [];
  vi.stubGlobal("fetch", async (input: URL | string, init: RequestInit) => {
    if (String(input).endsWith("/token")) {
      return Response.json({ access_token: token, token_type: "Bearer", expires_in: 60 });
    }
    if ((init.method ?? "GET") !== "GET") written.push(String(input));
    return fetch(input, init);
  });
  const run = await runPresets(
    ["ready", "--server", server, "--client", "auditor", "--realm", "demo", ...words],
    { environment: { CLIENT_SECRET: "secret" } },
  );
  return { ...run, written };
}

test("ready asks a server for all of its clients, and writes nothing", async () => {
  const run = await ready("all of demo", "--for", "27");
  expect(run).toMatchObject({ exitCode: 1, errors: "", written: [] });
  expect(run.output).toContain("BREAKS  demo / api: It has full scope allowed");
  expect(run.output).toContain("BREAKS  demo / api: It has admin roles and lacks");
});

test("what the client can't see is told, and makes the answer incomplete", async () => {
  const run = await ready(
    "no settings of demo",
    ...["--for", "27", "--accept", "fullScope,adminClientScope", "--json"],
  );
  expect(run.exitCode).toBe(3);
  expect(run.errors).toContain("the themes couldn't be seen. It takes view-realm.");
  expect(JSON.parse(run.output).notSeen).toEqual(
    expect.arrayContaining([expect.stringContaining("themes")]),
  );
});

test("a client that may see nothing is told what it takes", async () => {
  const run = await ready("nothing", "--for", "27");
  expect(run.exitCode).toBe(2);
  expect(run.errors).toContain("view-clients");
});
