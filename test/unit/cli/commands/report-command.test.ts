import { afterEach, expect, test, vi } from "vitest";
import { nameOfWorkflow } from "../../../../src/access/ends/own-workflow.ts";
import { createInMemoryKeycloak } from "../../../in-memory-keycloak/create-in-memory-keycloak.ts";
import type { InMemoryRealm } from "../../../in-memory-keycloak/in-memory-realm.ts";
import { runPresets } from "../run-presets.ts";

afterEach(() => vi.unstubAllGlobals());

const server = "https://kc.example.org";

const tokenAnswer = (token: string) =>
  Response.json({ access_token: token, token_type: "Bearer", expires_in: 60 });

/** A Keycloak with a realm `demo` whose client `api` reads events. Tokens are called after what they allow. */
function makeKeycloak(arrange: (demo: InMemoryRealm, userId: string) => void = () => undefined) {
  const keycloak = createInMemoryKeycloak();
  keycloak.master.makeAdministrator({ token: "everything", realmRoles: ["admin"] });
  const demo = keycloak.makeRealm("demo");
  const mayLook = ["view-clients", "view-users", "query-groups"];
  demo.makeAdministrator({ token: "all of demo", adminRoles: [...mayLook, "view-realm"] });
  demo.makeAdministrator({ token: "some of demo", adminRoles: mayLook });
  demo.makeAdministrator({ token: "nothing" });
  const client = demo.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const role = demo.findRole("view-events", demo.adminClientUuid);
  const userId = demo.serviceAccountUserId(client) ?? "";
  demo.mapRoles(userId, [role.id]);
  arrange(demo, userId);
  return keycloak;
}

interface Served {
  /** A token, or what is answered to the given request for one. */
  readonly token: string | ((count: number) => Response);
  readonly adminApi?: typeof globalThis.fetch;
}

/** Runs `presets report` on a server that answers so; also the number of requests for tokens. */
async function report({ token, adminApi = makeKeycloak().fetch }: Served, ...words: string[]) {
  let tokens = 0;
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (input: URL | string, init: RequestInit) => {
    if (!String(input).endsWith("/token")) return adminApi(input, init);
    tokens += 1;
    asked.push(String(input));
    return typeof token === "string" ? tokenAnswer(token) : token(tokens);
  });
  const run = await runPresets(
    ["report", "--server", `${server}/`, "--client", "reporter", ...words],
    { environment: { CLIENT_SECRET: "secret" } },
  );
  return { ...run, tokens, asked };
}

test("report prints a line for each service account of a realm, as check does", async () => {
  const { exitCode, output, errors } = await report({ token: "all of demo" }, "--realm", "demo");
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  expect(output).toMatch(
    /^demo \/ api {2}\| {2}Event reader {2}\| {2}\w+: .+ {2}\| {2}reads secrets: events; .+\n$/,
  );
});

test("report gives programs JSON or CSV", async () => {
  const served = { token: "all of demo" };
  const json = await report(served, "--realm", "demo", "--json");
  expect(JSON.parse(json.output)).toEqual([
    expect.objectContaining({
      ...{ realm: "demo", clientId: "api", roles: ["view-events"] },
      reach: expect.objectContaining({ events: "readsSecrets", users: "none" }),
      reachMeasuredOn: expect.stringMatching(/^26\.7\./),
    }),
  ]);
  const csv = await report(served, "--realm", "demo", "--csv");
  expect(csv.output).toMatch(/^realm,client_id,.*,less_than_file,reach_measured_on,reach_users,/);
  expect(csv.output).toMatch(/\r\ndemo,api,.*view-events.*,26\.7\.\d,none,/);
});

/** A Keycloak whose client has these attributes too. */
function keycloakWith(attributes: Readonly<Record<string, string>>) {
  const keycloak = createInMemoryKeycloak();
  const demo = keycloak.makeRealm("demo");
  const adminRoles = ["view-clients", "view-users", "query-groups", "view-realm"];
  demo.makeAdministrator({ token: "all of demo", adminRoles });
  const client = demo.makeClient({ clientId: "api", serviceAccountsEnabled: true, attributes });
  const role = demo.findRole("view-events", demo.adminClientUuid);
  demo.mapRoles(demo.serviceAccountUserId(client) ?? "", [role.id]);
  return { token: "all of demo", adminApi: keycloak.fetch };
}

test("report fails for an overdue review, and says whose it is", async () => {
  const owned = keycloakWith({ owner: "Team\u202eBilling", "review-date": "2020-01-31" });
  const { exitCode, output } = await report(owned, "--realm", "demo");
  expect(exitCode).toBe(1);
  expect(output).toContain(
    "REVIEW OVERDUE  demo / api: since 2020-01-31, owner Team\\u202eBilling\n",
  );
  const json = await report(owned, "--realm", "demo", "--json");
  expect(json).toMatchObject({ exitCode: 1, errors: expect.stringContaining("REVIEW OVERDUE") });
  expect(JSON.parse(json.output)).toEqual([
    expect.objectContaining({ reviewDate: "2020-01-31", review: "overdue", purpose: null }),
  ]);
  const alone = await report(keycloakWith({ "review-date": "2020-01-31" }), "--realm", "demo");
  expect(alone.output).toContain("since 2020-01-31, no owner\n");
});

test("report doesn't fail for a review date that is no date, and says that it is none", async () => {
  const served = keycloakWith({ "review-date": "2020-31-01" });
  const { exitCode, output } = await report(served, "--realm", "demo", "--json");
  expect(exitCode).toBe(0);
  expect(JSON.parse(output)).toEqual([expect.objectContaining({ review: "notADate" })]);
});

/** A Keycloak that keeps admin events, in which the role was assigned by someone, and a group by someone deleted. */
async function keycloakWithOrigins(mayLook: readonly string[] = ["view-events"]) {
  const keycloak = createInMemoryKeycloak();
  const demo = keycloak.makeRealm("demo");
  const adminRoles = ["view-clients", "view-users", "query-groups", "view-realm", ...mayLook];
  demo.makeAdministrator({ token: "all of demo", adminRoles });
  demo.makeAdministrator({ token: "anna", username: "anna", adminRoles: ["realm-admin"] });
  const bert = demo.makeAdministrator({ token: "bert", adminRoles: ["realm-admin"] });
  const client = demo.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const userId = demo.serviceAccountUserId(client) ?? "";
  const imported = demo.findRole("view-realm", demo.adminClientUuid);
  demo.mapRoles(userId, [imported.id]);
  const group = demo.makeGroup("staff");
  demo.mapRoles(group, [demo.findRole("view-authorization", demo.adminClientUuid).id]);
  const composite = demo.makeRealmRole("ops");
  demo.addComposites(composite.id, [demo.findRole("manage-events", demo.adminClientUuid).id]);
  demo.changeSettings({ adminEventsEnabled: true, adminEventsDetailsEnabled: true });
  const send = (token: string, method: string, path: string, body?: unknown) =>
    keycloak.fetch(`${server}/admin/realms/demo/users/${userId}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const assigned = demo.findRole("view-events", demo.adminClientUuid);
  await send("anna", "POST", `/role-mappings/clients/${demo.adminClientUuid}`, [assigned]);
  await send("anna", "POST", "/role-mappings/realm", [composite]);
  await send("bert", "PUT", `/groups/${group}`);
  demo.deleteUser(bert);
  return { served: { token: "all of demo", adminApi: keycloak.fetch }, demo, bert };
}

test("report --origin says who assigned roles and when, and what isn't recorded", async () => {
  const { served, bert, demo } = await keycloakWithOrigins();
  const { exitCode, output, errors } = await report(served, "--realm", "demo", "--origin");
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  const time = String.raw`\d{4}-\d\d-\d\dT[\d:.]+Z`;
  const lines = output.split("\n").filter((line) => line.startsWith("ORIGIN  demo / api: "));
  const said = lines.map((line) => line.replace("ORIGIN  demo / api: ", ""));
  expect(said.sort()).toEqual([
    expect.stringMatching(RegExp(`^group /staff: ${time} by ${bert} \\(deleted\\)$`)),
    expect.stringMatching(RegExp(`^role ops: ${time} by anna$`)),
    expect.stringMatching(RegExp(`^role view-events: ${time} by anna$`)),
    "role view-realm: not recorded",
  ]);
  const json = await report(served, "--realm", "demo", "--origin", "--json");
  const [account] = JSON.parse(json.output);
  expect(account.origins).toContainEqual({
    ...{ through: "role view-realm", assignedAt: null, assignedBy: null, origin: "notRecorded" },
  });
  demo.changeSettings({ adminEventsEnabled: false });
  const off = await report(served, "--realm", "demo", "--origin");
  expect(off).toMatchObject({
    exitCode: 0,
    errors: expect.stringContaining("admin events are off"),
  });
});

test("report --origin without view-events is incomplete, and claims nothing", async () => {
  const { served } = await keycloakWithOrigins([]);
  const run = await report(served, "--realm", "demo", "--origin", "--json");
  expect(run.exitCode).toBe(3);
  expect(run.errors).toContain("Realm demo: who assigned roles is not known.");
  expect(JSON.parse(run.output)[0].origins).toBe(null);
});

test("report tells how far roles reach by the minor that is named", async () => {
  const served = { token: "all of demo" };
  const words = ["--realm", "demo", "--json", "--keycloak", "26.4"];
  const [account] = JSON.parse((await report(served, ...words)).output);
  expect(account.reachMeasuredOn).toMatch(/^26\.4\./);
});

test("report claims no reach that tokens don't have: what the scope leaves out, and a disabled client's", async () => {
  const keycloak = createInMemoryKeycloak();
  const demo = keycloak.makeRealm("demo");
  const adminRoles = ["view-clients", "view-users", "query-groups", "view-realm"];
  demo.makeAdministrator({ token: "all of demo", adminRoles });
  const client = demo.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const role = demo.findRole("view-events", demo.adminClientUuid);
  demo.mapRoles(demo.serviceAccountUserId(client) ?? "", [role.id]);
  const json = async () =>
    JSON.parse(
      (
        await report(
          { token: "all of demo", adminApi: keycloak.fetch },
          "--realm",
          "demo",
          "--json",
        )
      ).output,
    );
  demo.changeClient(client, { fullScopeAllowed: false });
  expect(await json()).toMatchObject([{ roles: ["view-events"], reach: { events: "none" } }]);
  demo.changeClient(client, { fullScopeAllowed: true, enabled: false });
  expect(await json()).toMatchObject([{ roles: ["view-events"], reach: { events: "none" } }]);
});

/** A Keycloak whose realm has a client whose name a terminal would obey, and a spreadsheet. */
function makeHostileKeycloak() {
  const keycloak = createInMemoryKeycloak();
  const demo = keycloak.makeRealm("demo");
  const adminRoles = ["view-clients", "view-users", "query-groups", "view-realm"];
  demo.makeAdministrator({ token: "all of demo", adminRoles });
  const clientId = "a\u001b[2K\u202e\u009b\u2028\n=b;=1+1";
  const client = demo.makeClient({ clientId, serviceAccountsEnabled: true });
  const role = demo.findRole("view-events", demo.adminClientUuid);
  demo.mapRoles(demo.serviceAccountUserId(client) ?? "", [role.id]);
  return { adminApi: keycloak.fetch, clientId };
}

test.each(["--json", "--csv", undefined])(
  "report %s prints no control or bidirectional characters",
  async (format) => {
    const { adminApi } = makeHostileKeycloak();
    const words = format === undefined ? [] : [format];
    const served = { token: "all of demo", adminApi };
    const { exitCode, output } = await report(served, "--realm", "demo", ...words);
    expect(exitCode).toBe(0);
    expect(output.replaceAll("\r\n", "\n")).not.toMatch(
      /[^\P{Cc}\n]|[\p{Bidi_Control}\p{Zl}\p{Zp}]/u,
    );
    expect(output).toContain("a\\u001b[2K\\u202e\\u009b\\u2028\\");
    if (format === "--csv") expect(output).toContain("\\u000a=b;'=1+1");
  },
);

test("report --json is read back with the names as they are", async () => {
  const { adminApi, clientId } = makeHostileKeycloak();
  const served = { token: "all of demo", adminApi };
  const { output } = await report(served, "--realm", "demo", "--json");
  expect(JSON.parse(output)).toEqual([expect.objectContaining({ clientId })]);
});

test("report says on standard error what the client may not see, and prints the rest", async () => {
  const { exitCode, output, errors } = await report({ token: "some of demo" }, "--realm", "demo");
  expect(exitCode).toBe(3);
  expect(output).toContain("demo / api");
  expect(errors).toMatch(
    /^Realm demo: whether fine-grained .+ is not known\.\nRealm demo: some data couldn't be seen \(.+\)\.\n$/,
  );
});

test("report signs in to the realm that it reads, to master for all realms, or to a given realm", async () => {
  const askedAt = async (...words: string[]) =>
    (await report({ token: "everything" }, ...words)).asked;
  const tokenOf = (realm: string) => [`${server}/realms/${realm}/protocol/openid-connect/token`];
  expect(await askedAt("--realm", "demo")).toEqual(tokenOf("demo"));
  expect(await askedAt("--all-realms")).toEqual(tokenOf("master"));
  expect(await askedAt("--realm", "demo", "--login-realm", "ops")).toEqual(tokenOf("ops"));
});

test("requests whose token was refused at the same time share one new token", async () => {
  const token = (count: number) => tokenAnswer(count === 1 ? "ended" : "everything");
  const { exitCode, tokens } = await report({ token }, "--realm", "master");
  expect({ exitCode, tokens }).toEqual({ exitCode: 0, tokens: 2 });
});

test("a realm's name can't add a line to the terminal, nor wipe one", async () => {
  const keycloak = createInMemoryKeycloak();
  keycloak.master.makeAdministrator({ token: "everything", realmRoles: ["admin"] });
  // Its admin roles are not in master, so that it can't be read from there.
  keycloak.makeRealm("a\u001b[2K\nrealm");
  const served = { token: "everything", adminApi: keycloak.fetch };
  const { exitCode, errors } = await report(served, "--all-realms");
  expect(exitCode).toBe(3);
  expect(errors).toBe("Realm a\\u001b[2K\\u000arealm could not be read.\n");
});

test("report fails if the server rejects the client, with the server's message in one line", async () => {
  const error_description = "no\u001b[2K\nsuch client";
  const body = { error: "unauthorized_client", error_description };
  const token = () => Response.json(body, { status: 400 });
  const { exitCode, output, errors } = await report({ token }, "--all-realms");
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain(`${server} rejected the client in realm master: `);
  expect(errors).toContain("If it is in another realm, name that realm with --login-realm.");
  expect(errors).toContain("no\\u001b[2K\\u000asuch client");
  expect(errors.trimEnd()).not.toContain("\n");
});

test("report fails if the address isn't Keycloak's", async () => {
  const token = () => new Response("<html>", { status: 404 });
  const { exitCode, output, errors } = await report({ token }, "--realm", "demo");
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain(`${server} couldn't be reached: it answered 404`);
});

test("report follows no redirect, with its secret least of all, and says so", async () => {
  const headers = { location: "https://x.example.org/" };
  const token = () => new Response(null, { status: 308, headers });
  const { exitCode, output, errors } = await report({ token }, "--realm", "demo");
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain(`${server} redirects to another address`);
});

test("report fails if the client can read nothing, and names the roles that it needs", async () => {
  const { exitCode, output, errors } = await report({ token: "nothing" }, "--realm", "demo");
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain("(403)");
  expect(errors).toContain("view-clients");
});

test("report fails if the server stops", async () => {
  const adminApi = () => Promise.reject(new TypeError("fetch failed"));
  const served = { token: "all of demo", adminApi };
  const { exitCode, output, errors } = await report(served, "--realm", "demo");
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toMatch(/^The Admin API of .* failed at "\w+": unreachable\. /);
});

test("report doesn't blame the server for its own errors", async () => {
  const adminApi = () => Promise.reject(new RangeError("a mistake"));
  const served = { token: "all of demo", adminApi };
  const { exitCode, errors } = await report(served, "--realm", "demo");
  expect(exitCode).toBe(2);
  expect(errors).toContain("presets has failed unexpectedly:\nRangeError: a mistake");
});

const target = ["--server", server, "--client", "x"];

test.each([
  ["neither one realm nor all realms", target, "--realm or --all-realms"],
  [
    "one realm and all realms",
    [...target, "--realm", "demo", "--all-realms"],
    "'--realm <realm>' cannot be used with option '--all-realms'",
  ],
  [
    "two formats",
    [...target, "--realm", "demo", "--csv", "--json"],
    "'--csv' cannot be used with option '--json'",
  ],
  [
    "no secret",
    [...target, "--realm", "demo"],
    "Set the environment variable CLIENT_SECRET to the secret of x",
  ],
  [
    "no address",
    ["--server", "nowhere", "--client", "x", "--realm", "demo"],
    "This isn't an address",
  ],
  [
    "an address without https:// or http://",
    ["--server", "localhost:8080", "--client", "x", "--realm", "demo"],
    "https:// or http://",
  ],
])("report refuses %s, and asks no server", async (_, words, reason) => {
  vi.stubGlobal("fetch", () => expect.unreachable());
  const { exitCode, output, errors } = await runPresets(["report", ...words]);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain(reason);
});

test("report fails where roles were to end and are still assigned, and says which", async () => {
  const { fetch: adminApi } = makeKeycloak((demo, userId) => {
    const name = nameOfWorkflow({ clientId: "api", userId, at: Date.UTC(2026, 0, 2) }, "k");
    demo.makeWorkflow(name, ["realm-management/view-events"]);
  });
  const served = { token: "everything", adminApi };
  const plain = await report(served, "--realm", "demo");
  expect(plain.exitCode).toBe(1);
  expect(plain.output).toContain(
    "ENDED, STILL ASSIGNED  demo / api: since 2026-01-02: view-events",
  );
  const json = await report(served, "--realm", "demo", "--json");
  expect(json.exitCode).toBe(1);
  expect(json.errors).toContain("ENDED, STILL ASSIGNED");
  const [account] = JSON.parse(json.output);
  expect(account.ends).toEqual([
    { at: "2026-01-02T00:00:00.000Z", roles: ["view-events"], state: "stillAssigned" },
  ]);
});
