import { expect, test } from "vitest";
import { exportFormats } from "../../../src/formats/export-formats.ts";
import { exportWarnings } from "../../../src/formats/export-warnings.ts";
import { userLookup } from "./any-handover.ts";

const warningsFor = (id: string, changes: Partial<typeof userLookup> = {}) => {
  const format = exportFormats.find((it) => it.id === id);
  if (format === undefined) throw new Error(`There is no format ${id}.`);
  return exportWarnings(format, { ...userLookup, ...changes });
};

const adminClientScope = { name: "kc-admin-api", isThere: true, others: undefined };

test("a partial import takes other roles, and the scope of a client without full scope", () => {
  expect(warningsFor("realm-json", { isScoped: true })).toEqual(["overwrites", "losesScope"]);
  expect(warningsFor("realm-json", { isScoped: false })).toEqual(["overwrites"]);
  expect(warningsFor("kcadm", { isScoped: true })).toEqual([]);
});

test.each(["ansible", "realm-json", "operator"])(
  "%s says that it leaves out the client scope that the server may ask for",
  (id) => {
    expect(warningsFor(id, { adminClientScope })).toContain("leavesClientScope");
    expect(warningsFor(id, {})).not.toContain("leavesClientScope");
  },
);

test.each(["kcadm", "terraform", "curl"])("%s adds it, and says nothing", (id) => {
  expect(warningsFor(id, { adminClientScope })).toEqual([]);
});
