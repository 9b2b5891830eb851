import { describe, expect, test } from "vitest";
import { exportFormats } from "../../../src/formats/export-formats.ts";
import { userLookup } from "./any-handover.ts";

/** As a preset of realm roles of `master` is handed over. */
const realmCreation = {
  ...userLookup,
  ...{ realm: "master", adminClientId: "master-realm" },
  ...{ adminRoles: [], realmRoles: ["create-realm"] },
};

test("each format has a name of its own, and a file of its own to be saved in", () => {
  expect(new Set(exportFormats.map(({ id }) => id)).size).toBe(exportFormats.length);
  expect(new Set(exportFormats.map(({ fileName }) => fileName)).size).toBe(exportFormats.length);
});

describe.each(exportFormats)("$id", ({ write }) => {
  test("names the client and each of its roles", () => {
    const text = write(userLookup);
    for (const named of [/billing/i, "realm-management", "query-users", "view-users"]) {
      expect(text).toMatch(named);
    }
    expect(text.endsWith("\n")).toBe(true);
  });

  test("speaks of no admin client where there are realm roles alone", () => {
    for (const isScoped of [true, false]) {
      const text = write({ ...realmCreation, isScoped });
      expect(text).toContain("create-realm");
      expect(text).not.toContain("master-realm");
    }
  });

  test("says more where the client's scope is to have the roles too", () => {
    for (const handover of [userLookup, realmCreation]) {
      const [scoped, plain] = [true, false].map((isScoped) => write({ ...handover, isScoped }));
      expect(scoped).not.toBe(plain);
      expect(scoped?.length).toBeGreaterThan(plain?.length ?? 0);
    }
  });
});
