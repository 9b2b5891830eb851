import { expect, test, vi } from "vitest";
import { verdictOf } from "../../../../src/access/model/verdict-of.ts";
import { reachOf } from "../../../../src/access/presets/preset-reach.ts";
import { loadMeasurement } from "../../../../src/catalog/measured/load-measurement.ts";
import phaseTwo from "../../../../src/catalog/measured/phase-two.json";
import { presets } from "../../../../src/catalog/presets/presets.ts";
import { presetsForProvider } from "../../../../src/catalog/presets/presets-for-provider.ts";
import { promisedBy } from "../../../../src/catalog/presets/promised-by.ts";
import { organizationProviderOf } from "../../../../src/catalog/server/organization-provider.ts";
import { releasedPhaseTwoRoleSets } from "./released-role-sets.ts";

const offered = new Set(phaseTwo.roles);
const { matrix } = await loadMeasurement("main-PxdaHJps.js", offered);
const variants = presetsForProvider("phaseTwo").filter(({ provider }) => provider !== undefined);

test("the roles of a server identify its provider of organizations", () => {
  expect(organizationProviderOf(offered)).toBe("phaseTwo");
  expect(organizationProviderOf(new Set(["view-organizations", "query-organizations"]))).toBe(
    "native",
  );
  // What the extension left behind on a server that has roles of its own.
  expect(organizationProviderOf(new Set(["create-organization", "query-organizations"]))).toBe(
    "native",
  );
  expect(organizationProviderOf(new Set(["manage-realm"]))).toBe("none");
});

test("the extension's calls are added only with the extension", async () => {
  const paths = matrix.calls.map(({ path }) => path);
  expect(paths).toContain("/realms/{realm}/orgs");
  expect(paths).toContain("/users");
  const { matrix: native } = await loadMeasurement("main-CB1rIpj1.js", new Set(["realm-admin"]));
  expect(native.calls.map(({ path }) => path)).not.toContain("/realms/{realm}/orgs");
});

test.each(variants)("with Phase Two's extension, $id allows all that it was made for", (preset) => {
  const names = preset.roles.map(({ name }) => name);
  const { promised } = reachOf(preset.roles, promisedBy(preset), matrix);
  expect(promised.map(({ method, path }) => `${method} ${path}`)).toHaveLength(
    promisedBy(preset).length,
  );
  const refused = promised.filter((call) => verdictOf(call, names, matrix) !== "allowed");
  expect(refused.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

test.each(variants)(
  "with Phase Two's extension, $id has no role that its calls could do without, but those it says so of",
  (preset) => {
    const names = preset.roles.map(({ name }) => name);
    const { promised } = reachOf(preset.roles, promisedBy(preset), matrix);
    const needless = names.filter((role) =>
      promised.every(
        (call) =>
          verdictOf(
            call,
            names.filter((it) => it !== role),
            matrix,
          ) === "allowed",
      ),
    );
    expect(needless).toEqual(preset.redundant ?? []);
  },
);

test("presets that have nothing to do with organizations are the same everywhere", () => {
  const others = presets.filter(({ group }) => group !== "organizations");
  expect(presetsForProvider("phaseTwo")).toEqual(expect.arrayContaining([...others]));
  expect(presetsForProvider("native")).toBe(presets);
});

test("the roles of presets for Phase Two's extension are as released, unless a change lists the former ones", () => {
  const released = [...releasedPhaseTwoRoleSets.values()].flatMap((sets) => [...sets]);
  const differing = presetsForProvider("phaseTwo").flatMap(({ id, roles }): [string, string][] => {
    const plain = presets.find((preset) => preset.id === id);
    const names = roles.map(({ name }) => name).join(" ");
    return plain?.roles.map(({ name }) => name).join(" ") === names ? [] : [[id, names]];
  });
  expect(new Map(differing)).toEqual(new Map(released));
});

test("a preset for Phase Two's extension is the same object each time, because presets are compared by identity", () => {
  expect(presetsForProvider("phaseTwo")).toBe(presetsForProvider("phaseTwo"));
});

test("roles that a release removed from a preset were never part of it if the extension's roles replace them", async () => {
  const formerly = [{ changedIn: "2.0.0", roles: [] }];
  vi.resetModules();
  vi.doMock("../../../../src/catalog/presets/presets.ts", () => ({
    presets: presets.map((preset) => ({ ...preset, formerly })),
  }));
  const changed = await import("../../../../src/catalog/presets/presets-for-provider.ts");
  vi.doUnmock("../../../../src/catalog/presets/presets.ts");
  // Other files must not import what was made of the mock.
  vi.resetModules();
  const formerlyOf = (id: string) =>
    changed.presetsForProvider("phaseTwo").find((preset) => preset.id === id)?.formerly;
  expect(formerlyOf("tenant-onboarding")).toBeUndefined();
  expect(formerlyOf("organization-management")).toBe(formerly);
});
