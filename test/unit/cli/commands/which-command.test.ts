import { expect, test } from "vitest";
import { measuredMinors } from "../../../../src/catalog/measured/load-measurement.ts";
import { runPresets } from "../run-presets.ts";

const which = (...words: readonly string[]) => runPresets(["which", ...words]);

test.each([
  ["POST /users", "user-management", "manage-users"],
  [
    "curl -X DELETE https://kc.example.org/admin/realms/demo/users/1",
    "user-management",
    "manage-users",
  ],
  ["GET /admin/realms/demo/events", "event-reader", "view-events"],
])("which names the presets and roles for %s", async (question, preset, role) => {
  const { exitCode, output, errors } = await which(question);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  expect(output).toContain(`  presets  ${preset}`);
  expect(output).toContain(`  roles    ${role}`);
});

test("which leads with the one recommendation, and what usually comes together with the call", async () => {
  const question = "POST /users/1/role-mappings/realm";
  const { output } = await which(question);
  expect(output).toMatch(/^Recommended {2}user-management-with-realm-roles {2}critical: /);
  expect(output).toMatch(
    /\n {2}also covers GET \/roles\/\{role-name\}\. Usually called first: .*id.*\n/,
  );
  expect(output).toMatch(/\n {2}user-management .*; without GET \/roles\/\{role-name\}\n/);
  const { recommended } = JSON.parse((await which("--json", question)).output);
  expect(recommended).toMatchObject({
    presets: ["user-management-with-realm-roles"],
    usuallyWith: { method: "GET", path: "/roles/{role-name}", why: "roleBody" },
  });
  expect(recommended.alsoSufficient[0]).toEqual({
    presets: ["user-management"],
    coversPair: false,
  });
  const alone = JSON.parse((await which("--json", "GET /events")).output).recommended;
  expect(alone).toMatchObject({ presets: ["event-reader"] });
  expect(alone).not.toHaveProperty("usuallyWith");
  expect(JSON.parse((await which("--json", "GET /userz")).output).recommended).toBe(null);
});

test("which takes a question without quotes around it", async () => {
  expect(await which("reset", "password")).toEqual(await which("reset password"));
});

test("which answers several calls one by one and all together", async () => {
  const question = "GET /users\nGET /events";
  const { together } = JSON.parse((await which("--json", question)).output);
  expect(together).toEqual({
    presets: [["event-reader-with-user-names"]],
    reach: [expect.objectContaining({ users: "reads", events: "readsSecrets", clients: "none" })],
    roles: expect.arrayContaining([["view-events", "view-users"]]),
  });
  const { output } = await which(question);
  expect(output).toMatch(
    /\n\nGET \/users .*\n.*\n.*\n {2}reach .*\nGET \/events .*\n.*\n.*\n {2}reach .*\nAll of them\n {2}presets {2}event-reader-with-user-names\n/,
  );
});

test("which names the realm role of master that opens a call outside of all realms", async () => {
  const { exitCode, output } = await which("POST /admin/realms");
  expect(exitCode).toBe(0);
  expect(output).toContain(
    "\n  presets  realm-creation\n  roles    create-realm (realm role of master)\n",
  );
  const { calls } = JSON.parse((await which("--json", "POST /admin/realms")).output);
  expect(calls).toMatchObject([{ presets: [["realm-creation"]], roles: [["create-realm"]] }]);
});

test.each(measuredMinors)("which knows the realm roles of master on %s", async (minor) => {
  const { exitCode, output } = await which("POST /admin/realms", "--keycloak", minor);
  expect(exitCode).toBe(0);
  expect(output).toContain("create-realm (realm role of master)");
});

test.each(["/admin/serverinfo", "GET /admin/realms"])(
  "which tells of %s who gets a part of it, where no role gets all",
  async (question) => {
    const { exitCode, output } = await which(question);
    expect(exitCode).toBe(0);
    expect(output).toMatch(
      /\n {2}roles {4}query-\S+ .*\n {2}reach {4}.*\n {2}partial results: .*\n$/,
    );
    expect(output).not.toContain("none");
    const { calls } = JSON.parse((await which("--json", question)).output);
    expect(calls).toMatchObject([{ partialResults: true }]);
  },
);

test("which names no role of master for a call within a realm", async () => {
  expect((await which("GET /localization/de")).output).not.toContain("create-realm");
});

test("show counts what Realm creation opens", async () => {
  const { allows } = JSON.parse((await runPresets(["show", "realm-creation", "--json"])).output);
  expect(allows).toContain("POST /admin/realms");
});

test("which fails for a call that was not measured, and says that it exists and why", async () => {
  const { exitCode, output } = await which("GET /admin/realms/demo/ssf/config");
  expect(exitCode).toBe(1);
  expect(output).toMatch(
    /^GET \/ssf\/config .*\n {2}not measured on Keycloak 26\.7\.\d+: Needs the feature ssf, .*\n$/,
  );
  const answer = JSON.parse((await which("--json", "GET /ssf/config")).output);
  expect(answer).toMatchObject({
    ...{ calls: [], together: null, unknown: [] },
    notMeasured: [{ method: "GET", path: "/ssf/config", reason: expect.stringContaining("ssf") }],
  });
});

test("which distinguishes measured and unmeasured calls in one question", async () => {
  const { exitCode, output } = await which("GET /users\nGET /ssf/config");
  expect(exitCode).toBe(1);
  expect(output).toContain("  roles    view-users");
  expect(output).toContain("not measured on Keycloak");
});

test("which fails for a call that does not exist, and names near ones", async () => {
  const { exitCode, output } = await which("GET /userz");
  expect(exitCode).toBe(1);
  expect(output).toMatch(
    /^No exact match for GET \/userz on Keycloak 26\.7\.\d+\. Matching calls: .*GET \/users\b/,
  );
  const { calls, together, unknown } = JSON.parse((await which("--json", "GET /userz")).output);
  expect({ calls, together, unknown }).toEqual({
    calls: [],
    together: null,
    unknown: ["GET /userz"],
  });
});

test("which fails if only the path of an unknown call is given", async () => {
  const { exitCode, output } = await which("/admin/realms/demo/userz");
  expect(exitCode).toBe(1);
  expect(output).toMatch(/^No exact match for \/userz on Keycloak/);
});

test("which fails if one of several calls doesn't exist", async () => {
  expect((await which("GET /users\nGET /userz")).exitCode).toBe(1);
});

test("which says that an address outside the Admin API needs no admin role", async () => {
  const address = "https://kc.example.org/realms/demo/protocol/openid-connect/token";
  const { exitCode, output } = await which(`curl ${address}`);
  expect(exitCode).toBe(1);
  expect(output).toContain("/realms/demo/protocol/openid-connect/token needs no admin role.");
  const { noAdminRole } = JSON.parse((await which("--json", `curl ${address}`)).output);
  expect(noAdminRole).toEqual([expect.stringContaining("/protocol/openid-connect/token")]);
});

test("which says which other methods a path has that was given alone", async () => {
  const { output } = await which("--json", "/admin/realms/demo/users");
  expect(JSON.parse(output).calls).toMatchObject([
    { path: "/users", otherMethods: expect.arrayContaining(["POST"]) },
  ]);
});

test("which repeats only the beginning of a long text that names no call", async () => {
  const { exitCode, output } = await which("xyzzy ".repeat(100));
  expect(exitCode).toBe(1);
  expect(output).toMatch(/^Nothing in "(xyzzy ){16}xyzz…" names a call\.\n$/);
});

test("which fails for words that name no call, and repeats them", async () => {
  const { exitCode, output } = await which("qqqq xyzzy");
  expect(exitCode).toBe(1);
  expect(output).toBe('Nothing in "qqqq xyzzy" names a call.\n');
  expect(JSON.parse((await which("--json", "qqqq xyzzy")).output).calls).toEqual([]);
});

test("which includes the calls of Phase Two's extension on request", async () => {
  const question = "POST /realms/demo/orgs";
  const { exitCode, output } = await which(question, "--organizations", "phaseTwo");
  expect(exitCode).toBe(0);
  expect(output).toContain("POST /realms/{realm}/orgs  Create an organization");
  expect(output).toMatch(
    / {2}presets {2}organization-creation .*\n {2}roles {4}create-organization/,
  );
  expect((await which(question)).exitCode).toBe(1);
});

test("which refuses a minor that was not measured, and names those that were", async () => {
  const { exitCode, output, errors } = await which("GET /users", "--keycloak", "25.0");
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain("26.7, 26.6");
});

test("which says what a call asks for depending on what it is made on", async () => {
  const { output } = await which("PUT /roles-by-id/1");
  expect(output).toContain("depends  Measured on a realm role");
  const json = await which("PUT /roles-by-id/1", "--json");
  expect(json.output).toContain('"condition": "Measured on a realm role');
});
