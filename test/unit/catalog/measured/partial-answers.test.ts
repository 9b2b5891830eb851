import { expect, test } from "vitest";
import { loadMinor, measuredMinors } from "../../../../src/catalog/measured/load-measurement.ts";
import type { Verdict } from "../../../../src/catalog/measured/measured-matrix.ts";

async function verdictFor(minor: string, call: string, role: string): Promise<Verdict | undefined> {
  const matrix = await loadMinor(minor);
  return matrix?.calls.find(({ method, path }) => `${method} ${path}` === call)?.verdicts.get(role);
}

test.each(["view-realm", "manage-realm"])(
  "%s sees no default group on 26.7, since these are groups",
  async (role) => {
    expect(await verdictFor("26.7", "GET /default-groups", role)).toBe("filtered");
  },
);

test.each(["view-organizations", "manage-organizations", "manage-realm"])(
  "%s sees a part of the roles of an organization's group",
  async (role) => {
    const call = "GET /organizations/{org-id}/groups/{group-id}/role-mappings";
    expect(await verdictFor("26.7", call, role)).toBe("filtered");
  },
);

test.each(measuredMinors)(
  "on %s view-clients isn't told which roles of another client can be added to a scope",
  async (minor) => {
    const call = "GET /clients/{client-uuid}/scope-mappings/clients/{client}/available";
    expect(await verdictFor(minor, call, "view-clients")).toBe("filtered");
    expect(await verdictFor(minor, call, "manage-clients")).toBe("allowed");
  },
);
