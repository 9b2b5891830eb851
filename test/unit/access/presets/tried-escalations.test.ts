import { readFileSync } from "node:fs";
import { parse } from "dot-properties";
import { expect, test } from "vitest";
import { triedEscalations } from "../../../../src/access/presets/tried-escalations.ts";
import { type EscalationEntry, readEscalations } from "../../../../src/catalog/roles/escalation.ts";

const entries: readonly EscalationEntry[] = JSON.parse(
  readFileSync("src/catalog/measured/escalations.json", "utf8"),
);
const harm = "critical";
const escalations = readEscalations([
  { id: "fails", roles: ["manage-users"], harm, outcomes: { "26.7.3": "refused" } },
  {
    id: "works",
    roles: ["manage-users"],
    harm,
    outcomes: { "26.0.8": "refused", "26.10.1": "succeeded", "26.7.3": "succeeded" },
  },
  {
    id: "needs-two",
    roles: ["manage-users", "view-realm"],
    harm,
    outcomes: { "26.7.3": "succeeded" },
  },
  { id: "not-known", roles: ["manage-users"], harm, outcomes: { "26.7.3": "unknown" } },
]);
const manageUsers = [{ container: "admin", name: "manage-users" }] as const;

test("what worked comes first, and what came to nothing certain is left out", () => {
  expect(triedEscalations(manageUsers, escalations, "26.7.3")).toEqual([
    { id: "works", version: "26.7.3", hasWorked: true },
    { id: "fails", version: "26.7.3", hasWorked: false },
  ]);
});

test("an outcome is of the server's own version, or of the newest that was tried", () => {
  const versions = (wanted: string) =>
    triedEscalations(manageUsers, escalations, wanted).map(({ id, version }) => [id, version]);
  expect(versions("26.0.8")).toContainEqual(["works", "26.0.8"]);
  expect(versions("26.4.7")).toContainEqual(["works", "26.10.1"]);
});

test("an escalation that needs more roles than assigned is not listed", () => {
  const ids = triedEscalations(manageUsers, escalations, "26.7.3").map(({ id }) => id);
  expect(ids).not.toContain("needs-two");
});

test("a role of the same name that is not an admin role opens no way", () => {
  const ofRealm = [{ container: "realm", name: "manage-users" }] as const;
  expect(triedEscalations(ofRealm, escalations, "26.7.3")).toEqual([]);
});

test("every way that was tried has a text", () => {
  const texts = parse(readFileSync("messages/escalations_en.properties", "utf8"));
  expect(entries.filter(({ id }) => !(`escalation.${id}` in texts))).toEqual([]);
});
