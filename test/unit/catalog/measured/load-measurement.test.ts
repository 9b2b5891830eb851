import { expect, test } from "vitest";
import {
  loadMeasurement,
  loadMinor,
  measuredMinors,
} from "../../../../src/catalog/measured/load-measurement.ts";
import consoleVersions from "../../../../src/catalog/server/console-versions.json" with {
  type: "json",
};
import { minorOf } from "../../../../src/catalog/server/minor-of.ts";

const newest = measuredMinors[0] ?? "";
const oldest = measuredMinors.at(-1) ?? "";

/** The names of the admin roles of a measured minor. */
async function rolesOf(minor: string): Promise<ReadonlySet<string>> {
  return new Set((await loadMinor(minor))?.roles);
}

const scriptOf = (minor: string) => {
  const entry = Object.entries(consoleVersions).find(([version]) => minorOf(version) === minor);
  return `main-${entry?.[1]}.js`;
};

test("minor versions are listed newest first, and each has its measurement", async () => {
  const numbers = measuredMinors.map((minor) => Number(minor.split(".")[1]));
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  for (const minor of measuredMinors) {
    expect((await loadMinor(minor))?.version.startsWith(`${minor}.`)).toBe(true);
  }
});

test.each([undefined, "", "25.0", "26.1"])(
  "of the minor %s nothing was measured",
  async (minor) => {
    expect(await loadMinor(minor)).toBeUndefined();
  },
);

test.each(measuredMinors)("on a server of %s its own measurement applies", async (minor) => {
  const { matrix, isOwnMinor } = await loadMeasurement(scriptOf(minor), await rolesOf(newest));
  expect(matrix.version.startsWith(`${minor}.`)).toBe(true);
  expect(isOwnMinor).toBe(true);
});

test("on an unknown server the newest measurement applies whose roles it has", async () => {
  const nearest = async (offered: ReadonlySet<string>) => {
    const { matrix, isOwnMinor } = await loadMeasurement("main-unknown1.js", offered);
    expect(isOwnMinor).toBe(false);
    return matrix.version;
  };
  expect(await nearest(await rolesOf(newest))).toMatch(new RegExp(`^${newest}\\.`));
  // 26.7 is the first with roles for organizations.
  const before = [...(await rolesOf(newest))].filter((role) => !role.endsWith("-organizations"));
  expect(await nearest(new Set(before))).toMatch(/^26\.6\./);
  // The roles of a realm that is administered from master lack realm-admin.
  const fromMaster = [...(await rolesOf(newest))].filter((role) => role !== "realm-admin");
  expect(await nearest(new Set(fromMaster))).toMatch(new RegExp(`^${newest}\\.`));
});

test("on a server that offers less than all that was measured the oldest is gone by", async () => {
  const { matrix } = await loadMeasurement(undefined, new Set(["view-users"]));
  expect(matrix.version).toMatch(new RegExp(`^${oldest}\\.`));
});

test("with Phase Two's extension its roles and calls come with the server's", async () => {
  const plain = await loadMeasurement(scriptOf("26.4"), await rolesOf("26.4"));
  const offered = new Set([...(await rolesOf("26.4")), "create-organization"]);
  const { matrix, isOwnMinor } = await loadMeasurement(scriptOf("26.4"), offered);
  expect(isOwnMinor).toBe(true);
  expect(matrix.calls.length).toBeGreaterThan(plain.matrix.calls.length);
  expect(matrix.calls.slice(0, plain.matrix.calls.length)).toEqual(plain.matrix.calls);
  expect(matrix.roles).toContain("create-organization");
  expect(matrix.roles).toEqual([...new Set(matrix.roles)].sort());
});
