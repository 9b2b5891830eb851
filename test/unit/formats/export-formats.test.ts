import { describe, expect, test } from "vitest";
import { exportFormats } from "../../../src/formats/export-formats.ts";
import { userLookup } from "./any-handover.ts";

/** As a preset of realm roles of `master` is handed over. */
const realmCreation = {
  ...userLookup,
  ...{ realm: "master", adminClientId: "master-realm" },
  ...{ adminRoles: [], realmRoles: ["create-realm"] },
};

test("each format has its own name and file name", () => {
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

  test("doesn't mention the admin client if there are only realm roles", () => {
    for (const isScoped of [true, false]) {
      const text = write({ ...realmCreation, isScoped });
      expect(text).toContain("create-realm");
      expect(text).not.toContain("master-realm");
    }
  });

  test("says more if the roles are added to the client's scope too", () => {
    for (const handover of [userLookup, realmCreation]) {
      const [scoped, plain] = [true, false].map((isScoped) => write({ ...handover, isScoped }));
      expect(scoped).not.toBe(plain);
      expect(scoped?.length).toBeGreaterThan(plain?.length ?? 0);
    }
  });
});
