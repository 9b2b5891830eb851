import { expect, test } from "vitest";
import { parse } from "yaml";
import { kcwardenConfig, plainConfig } from "../../../../lab/peers/findings/kcwarden-config.ts";
import { kcwardenFindings } from "../../../../lab/peers/findings/kcwarden-findings.ts";
import { kcwardenLines, linesAbout } from "../../../../lab/peers/findings/sample.ts";

const finding = (entity_type: string, entity: string, details: object = {}) => ({
  ...{ fingerprint: "f", severity: "High", realm: "r", entity, entity_type },
  ...{ reporting_auditor: `Rule of ${entity_type}`, short_description: "Short" },
  ...{ long_description: "Long", reference: "", additional_details: details },
});

const read = (...all: object[]) => kcwardenFindings(JSON.stringify(all));

test.each([
  ["Client", "api", { kind: "client", name: "api" }],
  ["Client", "service-account-api", { kind: "client", name: "service-account-api" }],
  ["ServiceAccount", "service-account-api", { kind: "client", name: "api" }],
  ["ServiceAccount", "robot", { kind: "client", name: "robot" }],
  ["ClientScope", "roles", { kind: "clientScope", name: "roles" }],
  ["Group", "staff", { kind: "group", name: "staff" }],
  ["RealmRole", "tools", { kind: "role", name: "tools" }],
  ["ClientRole", "clerk", { kind: "role", name: "clerk" }],
  ["IdentityProvider", "partner", { kind: "identityProvider", name: "partner" }],
  ["Realm", "r", { kind: "realm", name: "r" }],
])("a finding about a %s %s is about what the cases call so", (type, entity, subject) => {
  expect(read(finding(type, entity))).toEqual([
    { subject: { realm: "r", ...subject }, rule: `Rule of ${type}` },
  ]);
});

test("a finding of an unknown kind isn't lost silently", () => {
  expect(() => read(finding("Organization", "o"))).toThrow("Organization");
});

test("output that isn't what kcwarden prints is refused", () => {
  expect(() => kcwardenFindings('[{"entity": "api"}]')).toThrow();
  expect(() => kcwardenFindings("No issues found")).toThrow();
});

test("a sample shows the service account of the client alone", () => {
  const details = { monitored_role: "<a>", matched_role: "<b>" };
  const all = [
    finding("ServiceAccount", "service-account-api", details),
    finding("Client", "api"),
    finding("ServiceAccount", "service-account-other", details),
  ];
  expect(kcwardenLines(JSON.stringify(all), "api")).toEqual([
    "High: Short: service-account-api\n  monitored_role: <a>\n  matched_role: <b>",
  ]);
  expect(linesAbout("r / api  |  x\nr / other\nNOT ALLOWED  r / api: y\n", "api")).toEqual([
    "r / api  |  x",
    "NOT ALLOWED  r / api: y",
  ]);
});

interface Entry {
  readonly role: string;
  readonly "role-client": string;
  readonly allowed: readonly string[];
}
const monitors = (text: string): Record<string, readonly Entry[]> =>
  Object.fromEntries(
    (parse(text) as { monitors: { monitor: string; config: Entry[] }[] }).monitors.map((it) => [
      it.monitor,
      it.config,
    ]),
  );

/** What kcwarden does with a role's pattern: only with some characters is it a regular expression. */
const matches = (role: string, pattern: string) =>
  role === pattern || (/[?!+*]/.test(pattern) && new RegExp(`^(?:${pattern})`).test(role));

test.each([
  ["realm-admin", "lookup", false],
  ["manage-users", "lookup", false],
  ["view-users", "lookup", true],
  ["query-groups", "lookup", true],
  ["view-users-too", "lookup", false],
  ["view-users", "direct", false],
])("kcwarden's monitor for %s allows %s: %s", (role, clientId, isAllowed) => {
  const { ServiceAccountWithSensitiveRole: all = [] } = monitors(
    kcwardenConfig("peers-access", ["realm-management"]),
  );
  const watching = all.filter((it) => matches(role, it.role));
  expect(watching.length).toBeGreaterThan(0);
  expect(watching.every(({ allowed }) => allowed.includes(`service-account-${clientId}`))).toBe(
    isAllowed,
  );
});

test("in master, its realm role admin is watched too", () => {
  const rolesOf = (realm: string) =>
    monitors(kcwardenConfig(realm, ["x-realm"]))
      ["ServiceAccountWithSensitiveRole"]?.filter((it) => it["role-client"] === "realm")
      .filter(({ role }) => matches("admin", role)).length;
  expect(rolesOf("master")).toBe(1);
  expect(rolesOf("peers-access")).toBe(0);
});

test("without monitors, its auditors run as with them", () => {
  const configured = parse(kcwardenConfig("r", ["realm-management"])) as { auditors: unknown };
  expect(parse(plainConfig())).toEqual({ auditors: configured.auditors, monitors: [] });
});
