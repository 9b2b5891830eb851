import { expect, test } from "vitest";
import { type Role, roleKey } from "../../../../src/access/model/snapshot.ts";
import { presetsForServer } from "../../../../src/access/presets/presets-for-server.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";

/** The presets of a server with this role, in the client with the admin roles or in the realm. */
function presetsWith(name: string, container: Role["container"] = "admin") {
  const role: Role = { container, name, id: "id" };
  return presetsForServer({ roles: new Map([[roleKey(role), role]]) });
}

test("organizations have the variant that fits who gives them to the server", () => {
  expect(presetsWith("query-organizations")).toEqual(presets);
  expect(presetsWith("create-organization").map(({ provider }) => provider)).toContain("phaseTwo");
});

test("a role of the realm tells nothing of who gives the organizations", () => {
  expect(presetsWith("create-organization", "realm")).toEqual(presets);
});
