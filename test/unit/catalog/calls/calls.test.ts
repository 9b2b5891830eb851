import { parse, parseLines } from "dot-properties";
import { expect, test } from "vitest";
import { type Family, families, familyOf } from "../../../../src/catalog/calls/families.ts";
import { readText } from "../../conventions/source-files.ts";

const text = readText("messages/calls_en.properties");
const texts = new Map(Object.entries(parse(text)).map(([key, name]) => [key, String(name)]));
const isFamily = (key: string) => key.startsWith("family.");
const calls = [...texts].filter(([key]) => !isFamily(key));
const pathOf = (key: string) => key.replace(/^[A-Z]+/, "");
const sorted = (values: Iterable<string>) => [...values].sort();

test("every call has a unique name", () => {
  const names = calls.map(([, name]) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(calls.length).toBeGreaterThan(500);
});

test("every name is a short line that begins with a capital letter and has no full stop", () => {
  expect(calls.filter(([, name]) => !/^[A-Z][a-zA-Z-]* .*[^.\s]$/.test(name))).toEqual([]);
  expect(calls.filter(([, name]) => name.length > 80)).toEqual([]);
});

test("no call is named twice", () => {
  const keys = parseLines(text).flatMap((line) => (Array.isArray(line) ? [line[0] ?? ""] : []));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(sorted(keys)).toEqual(sorted(texts.keys()));
});

test("every key is a method and a path with nameless parameters", () => {
  const isKey = /^(GET|POST|PUT|PATCH|DELETE)(\/([\w.-]|\{\})+)+$/;
  expect(calls.filter(([key]) => !isKey.test(key))).toEqual([]);
});

test("every call belongs to a family, and every family has calls", () => {
  expect(calls.filter(([key]) => familyOf(pathOf(key)) === "other")).toEqual([]);
  const used = new Set<string>(calls.map(([key]) => familyOf(pathOf(key))));
  expect(sorted([...used, "other"])).toEqual(sorted(families));
});

test("every family has a name, in the order in which the families are shown", () => {
  const named = [...texts.keys()].filter(isFamily);
  expect(named).toEqual(families.map((family) => `family.${family}`));
  expect(named.filter((key) => !texts.get(key))).toEqual([]);
});

test("calls are sorted by family, in the order of the families", () => {
  const inFile = new Set(calls.map(([key]) => familyOf(pathOf(key))));
  const changes = calls.filter(
    ([key], index) => familyOf(pathOf(key)) !== familyOf(pathOf(calls[index - 1]?.[0] ?? "")),
  );
  expect([...inFile]).toEqual(families.filter((family) => inFile.has(family)));
  expect(changes).toHaveLength(inFile.size);
});

test.each([
  ["PUT/users/{}/reset-password", "Reset a user's password"],
  ["POST/users/{}/role-mappings/realm", "Assign realm roles to a user"],
  ["GET/users/{}/role-mappings/realm/composite", "List effective realm roles of a user"],
  ["GET/roles/{}", "Get a realm role by name"],
  ["GET/roles-by-id/{}", "Get a role by ID"],
  ["GET/client-templates", "List client scopes (old address)"],
  ["POST/clients/{}/client-secret", "Regenerate a client's secret"],
  ["POST/partialImport", "Import parts of a realm"],
  ["GET/ui-ext/effective-roles/users/{}", "List effective client roles of a user (console)"],
])("%s is called: %s", (key, name) => {
  expect(texts.get(key)).toBe(name);
});

test.each<readonly [string, Family]>([
  ["/users/{user-id}/role-mappings/clients/{client-id}", "users"],
  ["/users/{}/sessions", "users"],
  ["/attack-detection/brute-force/users", "users"],
  ["/default-groups/{groupId}", "groups"],
  ["/clients/{client-uuid}/roles/{role-name}", "roles"],
  ["/clients/{client-uuid}/authz/resource-server", "authorization"],
  ["/clients/{client-uuid}/protocol-mappers/models", "clients"],
  ["/realms/{realm}/clients-registrations/default", "clients"],
  ["/organizations/{org-id}/groups/{group-id}/role-mappings", "organizations"],
  ["/ui-ext/sessions", "console"],
  ["/admin", "console"],
  ["/admin/{realm}/console/whoami", "console"],
  ["/admin/realms/{realm}", "realm"],
  ["/admin/realms", "server"],
  ["/admin/serverinfo", "server"],
  ["/users-of-an-extension", "other"],
  ["/admin/of-an-extension", "other"],
])("%s belongs to the family %s", (path, family) => {
  expect(familyOf(path)).toBe(family);
});
