import { readFileSync } from "node:fs";
import { parse } from "dot-properties";
import { expect, test } from "vitest";
import { allAttempts } from "../../../../lab/escalations/all-attempts.ts";
import type { Escalation } from "../../../../lab/escalations/escalations-file.ts";
import { adminRoles } from "../../../../src/catalog/roles/admin-roles.ts";
import { consequences } from "../../../../src/catalog/roles/consequences.ts";

const read = (path: string) =>
  readFileSync(new URL(`../../../../${path}`, import.meta.url).pathname, "utf8");
const texts = parse(read("messages/escalations_en.properties"));
const stored: Escalation[] = JSON.parse(read("src/catalog/measured/escalations.json"));
const ids = allAttempts.map(({ id }) => id);

test("every attempt has a unique id in kebab-case", () => {
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
});

test("every attempt has a text and every text an attempt", () => {
  expect(Object.keys(texts).sort()).toEqual(ids.map((id) => `escalation.${id}`).sort());
});

test("every text is a short sentence without a full stop", () => {
  for (const text of Object.values(texts)) expect(text).toMatch(/^[A-Z].{5,180}[^.]$/);
});

test("every attempt is stored with its roles", () => {
  const rolesById = (list: readonly Pick<Escalation, "id" | "roles">[]) =>
    new Map(list.map(({ id, roles }) => [id, roles]));
  expect(rolesById(stored)).toEqual(rolesById(allAttempts));
});

test("every admin role is tried, of Keycloak's own", () => {
  const tried = new Set(allAttempts.flatMap(({ roles }) => roles));
  // Phase Two's extension brings this one; Keycloak alone has nothing to try it on.
  const untried = [...adminRoles.keys()].filter((role) => !tried.has(role));
  expect(untried).toEqual(["create-organization"]);
});

test("every critical role did its harm on some version", () => {
  const levels = new Map<string, string>(consequences.map(({ id, level }) => [id, level]));
  const critical = [...adminRoles]
    .filter(([, role]) => role.consequences.some((id) => levels.get(id) === "critical"))
    .map(([name]) => name);
  const harmful = stored
    .filter(({ outcomes }) => Object.values(outcomes).includes("succeeded"))
    .flatMap(({ roles }) => roles);
  expect(critical.filter((role) => !harmful.includes(role))).toEqual([]);
  expect(critical.length).toBeGreaterThan(5);
});
