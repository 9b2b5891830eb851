import { expect, test } from "vitest";
import { allSuites } from "../../../../lab/evidence/all-suites.ts";
import { scriptSuite } from "../../../../lab/evidence/suite.ts";
import packageJson from "../../../../package.json";
import { supportedVersions } from "../../../../tools/keycloak/supported-versions.ts";

const commands = allSuites.map(({ command }) => command);

test("each suite has its own id, which names a file on each system, and its own command", () => {
  const ids = allSuites.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^[a-z][a-z0-9.-]*$/.test(id))).toEqual([]);
  expect(new Set(commands).size).toBe(commands.length);
});

test("each test command of package.json is part of the evidence", () => {
  const tests = Object.keys(packageJson.scripts).filter((name) => name.startsWith("test:"));
  const missing = tests.filter(
    (name) => !commands.some((it) => `${it} `.startsWith(`npm run ${name} `)),
  );
  // It never ends.
  expect(missing).toEqual(["test:watch"]);
  expect(commands).toContain("npm test");
});

test("each supported minor has a suite, in which nothing is retried", () => {
  const ofVersions = commands.filter((it) => it.includes("test:versions"));
  expect(ofVersions).toEqual(supportedVersions.map((it) => `npm run test:versions -- ${it}`));
});

test("a suite says what it proves in one sentence", () => {
  for (const { proves } of allSuites) expect(proves).toMatch(/^[A-Z`][^|]*\.$/);
});

test("a script runs without npm, after what runs before it", () => {
  const suite = { id: "gate", proves: "", script: "test:gate" } as const;
  expect(scriptSuite({ ...suite, arguments: ["--seed", "1"] })).toMatchObject({
    command: "npm run test:gate -- --seed 1",
    programs: [
      ["node", "tools/ensure-dependencies.mjs"],
      ["node", "--import", "tsx", "lab/gate.ts", "--seed", "1"],
    ],
  });
});
