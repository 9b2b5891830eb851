import { afterAll, beforeAll, expect, test } from "vitest";
import { presets } from "../../../src/catalog/presets/presets.ts";
import { bundlePresets, type Presets } from "./run-presets.ts";

let cli: Presets;

beforeAll(async () => {
  cli = await bundlePresets();
}, 60_000);

afterAll(() => cli.remove());

test("list names every preset with its risk and roles", () => {
  const { exitCode, output, errors } = cli.run("list");
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  const lines = output.trimEnd().split("\n");
  expect(lines.map((line) => line.split(/\s+/)[0])).toEqual(presets.map(({ id }) => id));
  expect(lines[0]).toMatch(/^user-lookup\s+medium\s+view-users query-users$/);
});

test("list tells programs the same as JSON, for Phase Two's organizations too", () => {
  const { output } = cli.run("list", "--json", "--organizations", "phaseTwo");
  expect(JSON.parse(output)).toContainEqual({
    id: "organization-onboarding",
    name: "Organization onboarding",
    purpose: expect.any(String),
    group: "organizations",
    adminRoles: ["view-organizations", "manage-organizations"],
    realmRoles: [],
    risk: "high",
    consequences: expect.any(Array),
  });
});

test("show tells what a preset is for and what it was measured to allow", () => {
  const { output } = cli.run("show", "user-lookup");
  expect(output).toContain("Roles:    view-users, query-users");
  expect(output).toContain("Reads all personal data");
  expect(output).toMatch(/GET {4}\/users {2}List or search users/);
  const asJson = JSON.parse(cli.run("show", "user-lookup", "--json", "--keycloak", "26.0").output);
  expect(asJson).toMatchObject({
    id: "user-lookup",
    measuredOn: expect.stringMatching(/^26\.0\./),
  });
  expect(asJson.allows).toContain("GET /users/{user-id}");
});

test("a preset that there is not is told with the nearest one", () => {
  const { exitCode, output, errors } = cli.run("show", "user-lokup");
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain('There is no preset "user-lokup". Did you mean user-lookup?');
});

test("a version that was not measured is told with those that were", () => {
  const { exitCode, errors } = cli.run("which", "GET /users", "--keycloak", "25.0");
  expect(exitCode).toBe(2);
  expect(errors).toContain("26.7, 26.6");
});

test.each([
  ["POST /users", "user-management", "manage-users"],
  [
    "curl -X DELETE https://kc.example.org/admin/realms/demo/users/1",
    "user-management",
    "manage-users",
  ],
  ["GET /admin/realms/demo/events", "event-reader", "view-events"],
])("which answers %s", (question, preset, role) => {
  const { exitCode, output } = cli.run("which", question);
  expect(exitCode).toBe(0);
  expect(output).toContain(`  presets  ${preset}`);
  expect(output).toContain(`  roles    ${role}`);
});

test("which and show know the calls of Phase Two's extension where that is asked for", () => {
  const phaseTwo = ["--organizations", "phaseTwo"];
  const { exitCode, output } = cli.run("which", "POST /realms/demo/orgs", ...phaseTwo);
  expect(exitCode).toBe(0);
  expect(output).toContain("POST /realms/{realm}/orgs  Create an organization");
  expect(output).toMatch(
    / {2}presets {2}organization-creation .*\n {2}roles {4}create-organization/,
  );
  const shown = cli.run("show", "organization-lookup", ...phaseTwo).output;
  expect(shown).toMatch(/Made for.*:\n {2}GET {4}\/realms\/\{realm\}\/orgs\/\{orgId\} {2}/);
  expect(cli.run("which", "POST /realms/demo/orgs").exitCode).toBe(1);
});

test("Phase Two's extension goes with the newest minor without roles of that name, if none is named", () => {
  const measuredOn = (...words: readonly string[]) =>
    JSON.parse(cli.run("show", "user-lookup", "--json", ...words).output).measuredOn;
  const phaseTwo = ["--organizations", "phaseTwo"];
  expect(measuredOn()).toMatch(/^26\.7\./);
  expect(measuredOn(...phaseTwo)).toMatch(/^26\.6\./);
  expect(measuredOn(...phaseTwo, "--keycloak", "26.4")).toMatch(/^26\.4\./);
});

test("which fails for a call that there is not, and names near ones", () => {
  const { exitCode, output } = cli.run("which", "GET /userz");
  expect(exitCode).toBe(1);
  expect(output).toContain("GET /userz is no call of Keycloak");
  expect(output).toContain("GET /users");
  const { calls, unknown } = JSON.parse(cli.run("which", "--json", "GET /userz").output);
  expect({ calls, unknown }).toEqual({ calls: [], unknown: ["GET /userz"] });
});

test("several calls are answered one by one and together", () => {
  const { output } = cli.run("which", "--json", "GET /users\nGET /events");
  expect(JSON.parse(output).together).toEqual({
    presets: [["event-reader-with-user-names"]],
    roles: expect.arrayContaining([["view-events", "view-users"]]),
  });
});

test("export writes several presets into one file, roles once", () => {
  const target = ["--format", "ansible", "--client", 'it\'s "x"', "--realm", "demo", "--scoped"];
  const { exitCode, output } = cli.run("export", "user-lookup", "access-review", ...target);
  expect(exitCode).toBe(0);
  expect(output.match(/view-users/g)).toHaveLength(2);
  expect(output).toContain("keycloak_client_rolescope");
});

test("export gives a client of master the roles over another realm", () => {
  const target = ["--format", "kcadm", "--client", "api", "--realm", "master"];
  const { output } = cli.run("export", "user-lookup", ...target, "--administers", "demo");
  expect(output).toContain("demo-realm");
  const wrong = ["--format", "kcadm", "--client", "api", "--realm", "other"];
  expect(cli.run("export", "user-lookup", ...wrong, "--administers", "demo")).toMatchObject({
    exitCode: 2,
    output: "",
    errors: expect.stringContaining("only clients of master administer others"),
  });
  expect(cli.run("export", "realm-creation", ...wrong)).toMatchObject({ exitCode: 2 });
});

test.each([
  [["export", "user-lookup", "--format", "word"], "Allowed choices are kcadm, terraform"],
  [["export", "user-lookup", "--format", "kcadm"], "--client"],
  [["report", "--server", "https://kc.example.org", "--client", "x"], "--realm or --all-realms"],
  [["report", "--server", "nowhere", "--client", "x", "--realm", "demo"], "no address"],
  [
    ["report", "--server", "localhost:8080", "--client", "x", "--realm", "d"],
    "https:// or http://",
  ],
  [
    [
      ...["export", "user-lookup", "--format", "kcadm", "--client", "x", "--realm", "d"],
      ...["--server", "localhost:8080"],
    ],
    "https:// or http://",
  ],
  [
    ["report", "--server", "https://kc.example.org", "--client", "x", "--realm", "d"],
    "CLIENT_SECRET",
  ],
  [["lits"], "Did you mean list?"],
])("%j is refused with the reason on standard error", (words, reason) => {
  const { exitCode, output, errors } = cli.run(...words);
  expect({ exitCode, output }).toEqual({ exitCode: 2, output: "" });
  expect(errors).toContain(reason);
});

test("who has read enough of an answer ends it without an error", async () => {
  expect(await cli.runUnread("list", "--json")).toEqual({ exitCode: 0, output: "", errors: "" });
});

test("help and version are answers, not errors", () => {
  const help = cli.run("--help");
  expect(help).toMatchObject({ exitCode: 0, errors: "" });
  expect(help.output).toContain("Exit codes");
  expect(cli.run("--version").output).toMatch(/^\d+\.\d+\.\d+\n$/);
});
