import { expect, test } from "vitest";
import { loadMinor } from "../../../../src/catalog/measured/load-measurement.ts";
import type { MeasuredMatrix } from "../../../../src/catalog/measured/measured-matrix.ts";
import { withOrganizations } from "../../../../src/catalog/measured/with-organizations.ts";

async function measuredOn(minor: string): Promise<MeasuredMatrix> {
  const matrix = await loadMinor(minor);
  if (matrix === undefined) throw new Error(`${minor} was not measured.`);
  return matrix;
}

const ofExtension = (matrix: MeasuredMatrix) =>
  matrix.calls.filter(({ path }) => path.startsWith("/realms/{realm}/orgs"));

test("Phase Two's calls and roles are added to the server's own", async () => {
  const server = await measuredOn("26.6");
  const both = await withOrganizations(server, "phaseTwo");
  expect(both.version).toBe(server.version);
  expect(both.calls.slice(0, server.calls.length)).toEqual(server.calls);
  expect(ofExtension(both).length).toBeGreaterThan(30);
  expect(both.roles).toEqual([...new Set(both.roles)].sort());
  expect(both.roles).toEqual(expect.arrayContaining([...server.roles, "create-organization"]));
});

test.each(["native", "none"] as const)(
  "with %s there are the server's own alone",
  async (provider) => {
    const server = await measuredOn("26.7");
    expect(await withOrganizations(server, provider)).toBe(server);
    expect(ofExtension(server)).toEqual([]);
  },
);
