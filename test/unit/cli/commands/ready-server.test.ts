import { afterEach, expect, test, vi } from "vitest";
import { createInMemoryKeycloak } from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";
import { runPresets } from "../run-presets.ts";

afterEach(() => vi.unstubAllGlobals());

const server = "https://kc.example.org";
const mayLook = ["view-clients", "view-users", "query-groups"];

/**
 * A Keycloak with a realm `demo`, whose client `api` has full scope allowed and an admin role, and a client `robot`
 * of `master`, which has a role in `demo`.
 */
function makeKeycloak() {
  const keycloak = createInMemoryKeycloak();
  const { master } = keycloak;
  master.makeAdministrator({ token: "everything", realmRoles: ["admin"] });
  const demo = keycloak.makeRealm("demo");
  demo.makeAdministrator({ token: "all of demo", adminRoles: [...mayLook, "view-realm"] });
  demo.makeAdministrator({ token: "no settings of demo", adminRoles: mayLook });
  demo.makeAdministrator({ token: "nothing" });
  const client = demo.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const role = demo.findRole("view-events", demo.adminClientUuid);
  demo.mapRoles(demo.serviceAccountUserId(client) ?? "", [role.id]);
  const demoInMaster = master.makeClient({ clientId: "demo-realm", protocol: "" });
  const seen = master.makeClientRole(demoInMaster, "view-events");
  const robot = master.makeClient({ clientId: "robot", serviceAccountsEnabled: true });
  master.mapRoles(master.serviceAccountUserId(robot) ?? "", [seen.id]);
  return keycloak;
}

/**
 * Runs `presets ready` as the holder of a token.
 *
 * @param fault answers a request in place of the server, by its path and how often it was asked
 */
async function readyAs(
  token: string,
  words: readonly string[],
  fault: (path: string, count: number) => Response | undefined = () => undefined,
) {
  const { fetch } = makeKeycloak();
  const written: string[] = [];
  const reads: string[] = [];
  const asked = new Map<string, number>();
  vi.stubGlobal("fetch", async (input: URL | string, init: RequestInit) => {
    const { pathname } = new URL(String(input));
    if (pathname.endsWith("/token")) {
      return Response.json({ access_token: token, token_type: "Bearer", expires_in: 60 });
    }
    if ((init.method ?? "GET") !== "GET") written.push(String(input));
    reads.push(String(input));
    const count = (asked.get(pathname) ?? 0) + 1;
    asked.set(pathname, count);
    return fault(pathname, count) ?? fetch(input, init);
  });
  const run = await runPresets(["ready", "--server", server, "--client", "auditor", ...words], {
    environment: { CLIENT_SECRET: "secret" },
  });
  return { ...run, written, reads };
}

const ready = (token: string, ...words: readonly string[]) =>
  readyAs(token, ["--realm", "demo", ...words]);

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

test("ready reads each realm's clients once, also those of master, which have roles in every realm", async () => {
  const { reads } = await readyAs("everything", ["--all-realms", "--for", "27"]);
  const lists = reads.filter((url) => /\/clients\/?\?.*\bfirst=/.test(url));
  expect(lists.map((url) => new URL(url).pathname).sort()).toEqual([
    "/admin/realms/demo/clients/",
    "/admin/realms/master/clients/",
  ]);
});

interface ClientInJson {
  readonly clientId: string;
  readonly problems: readonly { readonly kind: string; readonly verdict: string }[];
}

/** The verdict on the client scope of a client of `master`. */
function verdictOfMaster(output: string, clientId: string): string | undefined {
  const { realms }: { realms: { realm: string; clients: ClientInJson[] }[] } = JSON.parse(output);
  return realms
    .find(({ realm }) => realm === "master")
    ?.clients.find((it) => it.clientId === clientId)
    ?.problems.find(({ kind }) => kind === "adminClientScope")?.verdict;
}

test("a client of master is judged by its roles in every realm, which only --all-realms reads", async () => {
  const all = await readyAs("everything", ["--all-realms", "--for", "26.8", "--json"]);
  expect(all).toMatchObject({ exitCode: 1, errors: "" });
  expect(verdictOfMaster(all.output, "robot")).toBe("breaks");
  const one = await readyAs("everything", ["--realm", "master", "--for", "26.8", "--json"]);
  expect(verdictOfMaster(one.output, "robot")).toBe("notKnown");
  expect(one.exitCode).toBe(2);
});

test("a client that loses its rights while it reads is told what couldn't be seen", async () => {
  const run = await readyAs("all of demo", ["--realm", "demo", "--for", "27"], (path, count) =>
    path === "/admin/realms/demo/clients/" && count > 1
      ? Response.json({ error: "HTTP 403 Forbidden" }, { status: 403 })
      : undefined,
  );
  expect(run.exitCode).toBe(3);
  expect(run.errors).toContain("Realm demo: the clients couldn't be seen. It takes view-clients.");
  expect(run.output).toContain("of 0 clients, 0 are ready");
});

test("a realm that refuses its settings meanwhile is judged without its themes", async () => {
  const run = await readyAs("all of demo", ["--realm", "demo", "--for", "26.8"], (path, count) =>
    /^\/admin\/realms\/demo\/?$/.test(path) && count > 1
      ? Response.json({ error: "HTTP 403 Forbidden" }, { status: 403 })
      : undefined,
  );
  expect(run.errors).toContain("Realm demo: the themes couldn't be seen. It takes view-realm.");
  expect(run.output).toContain("BREAKS  demo / api: It has admin roles and lacks");
});

test("a server that stops while it is read is told, and nothing is judged", async () => {
  const run = await readyAs("all of demo", ["--realm", "demo", "--for", "27"], (path) =>
    /^\/admin\/realms\/demo\/?$/.test(path) ? new Response("{}", { status: 503 }) : undefined,
  );
  expect(run).toMatchObject({ exitCode: 2, output: "" });
  expect(run.errors).toContain("503");
});

test.each<[string, readonly string[], Readonly<Record<string, string>>, string]>([
  ["no client", ["--realm", "demo"], {}, "Pass --client, the client to sign in with."],
  [
    "no secret",
    ["--realm", "demo", "--client", "auditor"],
    {},
    "Set the environment variable CLIENT_SECRET to the secret of auditor.",
  ],
  [
    "what Keycloak shows in place of a secret",
    ["--realm", "demo", "--client", "auditor"],
    { CLIENT_SECRET: "**********" },
    "in place of the secret of auditor",
  ],
  [
    "files beside the server",
    ["realm.json", "--realm", "demo", "--client", "auditor"],
    { CLIENT_SECRET: "secret" },
    "specify either files or --server",
  ],
])("ready refuses to ask a server with %s", async (_, words, environment, reason) => {
  const run = await runPresets(["ready", "--for", "27", "--server", server, ...words], {
    environment,
  });
  expect(run).toMatchObject({ exitCode: 2, output: "" });
  expect(run.errors).toContain(reason);
});
