/** What `export` takes beside presets: single roles, and what a client holds in a file or on a server. */
import { afterEach, expect, test, vi } from "vitest";
import { createInMemoryKeycloak } from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";
import { account, client, demoRealm, ofManagement } from "../exported-realm.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();
const demo = folder.write("demo.json", JSON.stringify(demoRealm));

afterEach(() => vi.unstubAllGlobals());

const exported = (...words: readonly string[]) =>
  runPresets(["export", "--format", "kcadm", "--realm", "demo", ...words]);

const rolesIn = (output: string) =>
  [...output.matchAll(/--rolename '?([\w-]+)/g)].map(([, role]) => role);

test("export writes single roles, beside those of presets", async () => {
  const { exitCode, output } = await exported("--client", "api", "--role", "view-events");
  expect(exitCode).toBe(0);
  expect(rolesIn(output)).toEqual(["view-events"]);
  const both = await exported(
    "user-lookup",
    "--role",
    "view-events",
    "--role",
    "view-users",
    "--client",
    "a",
  );
  expect(new Set(rolesIn(both.output))).toEqual(
    new Set(["query-users", "view-events", "view-users"]),
  );
});

test("export writes a client's roles in a file, including those from groups and composite roles", async () => {
  const of = async (name: string) =>
    rolesIn((await exported("--client", name, "--from", demo)).output);
  expect(await of("Billing")).toEqual(["view-users"]);
  expect(await of("team")).toEqual(["view-events"]);
  expect(await of("ops")).toEqual(["manage-users"]);
});

test("export reads a file from standard input", async () => {
  const words = [
    "export",
    "--format",
    "curl",
    "--realm",
    "demo",
    "--client",
    "team",
    "--from",
    "-",
  ];
  const { output } = await runPresets(words, { input: JSON.stringify(demoRealm) });
  expect(output).toContain("view-events");
});

test.each([
  ["a client that isn't there", ["--client", "nobody"], "It has: "],
  ["a client that holds nothing", ["--client", "idle"], "idle has no admin roles of realm demo"],
])("export refuses %s, and writes nothing", async (_, words, reason) => {
  const { exitCode, output, errors } = await exported("--from", demo, ...words);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain(reason);
});

test("export writes nothing of a file that it doesn't understand", async () => {
  const realm = {
    realm: "demo",
    clients: [client("api")],
    users: [account("api", { clientRoles: ofManagement("view-users"), someRoles: ["x"] })],
  };
  const file = folder.write("odd.json", JSON.stringify(realm));
  const { exitCode, output, errors } = await exported("--client", "api", "--from", file);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain("someRoles");
});

/** Runs on a Keycloak whose client `api` reads events, asked by a client with these roles. */
function exportFromServer(mayLook: readonly string[]) {
  const keycloak = createInMemoryKeycloak();
  const realm = keycloak.makeRealm("demo");
  realm.makeAdministrator({ token: "auditor", adminRoles: mayLook });
  const api = realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const role = realm.findRole("view-events", realm.adminClientUuid);
  realm.mapRoles(realm.serviceAccountUserId(api) ?? "", [role.id]);
  vi.stubGlobal("fetch", async (input: URL | string, init: RequestInit) =>
    String(input).endsWith("/token")
      ? Response.json({ access_token: "auditor", token_type: "Bearer", expires_in: 60 })
      : keycloak.fetch(input, init),
  );
  const words = [
    "--client",
    "api",
    "--from-server",
    "auditor",
    "--server",
    "https://kc.example.org",
  ];
  return runPresets(["export", "--format", "kcadm", "--realm", "demo", ...words], {
    environment: { CLIENT_SECRET: "secret" },
  });
}

const viewer = ["view-clients", "view-users", "query-groups", "view-realm"];

test("export writes a client's roles on a server", async () => {
  const { exitCode, output, errors } = await exportFromServer(viewer);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  expect(rolesIn(output)).toEqual(["view-events"]);
});

test("export says if the client can't see everything, and exits with 3", async () => {
  const { exitCode, errors } = await exportFromServer(viewer.slice(0, 3));
  expect(exitCode).toBe(3);
  expect(errors).toContain("there may be more roles");
});

test("export asks no server without a secret", async () => {
  const { exitCode, errors } = await exported("--client", "a", "--from-server", "auditor");
  expect(exitCode).toBe(2);
  expect(errors).toContain("CLIENT_SECRET");
});

test.each([
  ["--client", ["--client", ""]],
  ["--realm", ["--client", "a", "--realm", " "]],
  ["--administers", ["--client", "a", "--administers", ""]],
  ["--role", ["--client", "a", "--role", ""]],
])("an empty name for %s is an error", async (option, words) => {
  const { exitCode, output, errors } = await exported("user-lookup", ...words);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain(`option '${option}`);
  expect(errors).toContain("It is empty.");
});

test.each([
  ["nothing to export", [], "specify presets, --role"],
  ["a role that Keycloak doesn't have", ["--role", "view-user"], 'no admin role "view-user"'],
  ["a role of master", ["--role", "create-realm"], "realm role of master"],
])("export refuses %s", async (_, words, reason) => {
  const { exitCode, errors } = await exported("--client", "a", ...words);
  expect(exitCode).toBe(2);
  expect(errors).toContain(reason);
});

test("a realm role of master is exported for a client of master", async () => {
  const words = ["export", "--format", "kcadm", "--realm", "master", "--client", "a"];
  const { output } = await runPresets([...words, "--role", "create-realm"]);
  expect(rolesIn(output)).toEqual(["create-realm"]);
});
