import { parse, parseLines } from "dot-properties";
import { expect, test } from "vitest";
import { phaseTwoExtension } from "../../../../lab/measure/phase-two/phase-two-extension.ts";
import { phaseTwoFixtures } from "../../../../lab/measure/phase-two/phase-two-fixtures.ts";
import { callKey } from "../../../../src/catalog/calls/call-template.ts";
import type { MeasuredFile } from "../../../../src/catalog/measured/measured-matrix.ts";
import { readText } from "../../conventions/source-files.ts";

const file: MeasuredFile = JSON.parse(readText("src/catalog/measured/phase-two.json"));
const text = readText("messages/calls-phase-two_en.properties");
const texts = new Map(Object.entries(parse(text)).map(([key, name]) => [key, String(name)]));
const names = [...texts].filter(([key]) => !key.startsWith("family."));
const keys = [...file.calls, ...file.notCalled].map(([method = "", path = ""]) =>
  callKey({ method, path }),
);
const sorted = (values: Iterable<string>) => [...values].sort();

test("every call of the extension has a name, and every name is one of a call", () => {
  expect(sorted(names.map(([key]) => key))).toEqual(sorted(keys));
});

test("every name is another one, short, and begins like a sentence without being one", () => {
  const all = names.map(([, name]) => name);
  expect(all.filter((name, index) => all.indexOf(name) !== index)).toEqual([]);
  expect(all.filter((name) => !/^[A-Z][a-z]+ .{3,65}[^.\s]$/.test(name))).toEqual([]);
});

test("no call is named twice", () => {
  const lines = parseLines(text).flatMap((line) => (Array.isArray(line) ? [line[0]] : []));
  expect(lines).toHaveLength(texts.size);
});

test("every fixture is one of a call of the extension", () => {
  expect([...phaseTwoFixtures.keys()].filter((key) => !keys.includes(key))).toEqual([]);
});

test("the measurement is of the release that the command measures", () => {
  expect(file).toMatchObject({
    extension: phaseTwoExtension.name,
    version: phaseTwoExtension.keycloakVersion,
  });
  expect(file.roles).toEqual(
    expect.arrayContaining(["create-organization", "manage-organizations", "view-organizations"]),
  );
});

test("every call that was made has an answer for each role, and each other one a reason", () => {
  expect(file.calls.filter(([, , cells]) => cells?.length !== file.roles.length)).toEqual([]);
  expect(file.calls.filter(([, , cells]) => /[^afd]/.test(cells ?? ""))).toEqual([]);
  expect(
    file.notCalled.filter(([, , reason]) => !/^Is about the caller's own/.test(reason ?? "")),
  ).toEqual([]);
});

test("viewing and managing together open the organizations, members and roles", () => {
  const together = ["manage-organizations", "view-organizations"];
  for (const call of ["POST", "PUT /{orgId}", "PUT /{orgId}/members/{userId}"]) {
    const [method, path = ""] = call.split(" ");
    expect(file.combinations[`${method} /realms/{realm}/orgs${path}`]).toEqual([together]);
  }
});
