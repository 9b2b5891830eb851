import { describe, expect, test } from "vitest";
import { type Powers, powersOfHeld } from "../../../../src/access/model/powers-of-held.ts";
import { loadMeasurement } from "../../../../src/catalog/measured/load-measurement.ts";
import { presets } from "../../../../src/catalog/presets/presets.ts";

const { matrix } = await loadMeasurement("main-BbID33M6.js", new Set());

const powersOf = (names: readonly string[], possible: readonly string[] = []): Powers =>
  powersOfHeld(
    { names: new Set(names), reduced: new Set(), possible: new Set(possible) },
    matrix,
    "26.7.3",
  );

test("view-users reads users and groups, parts of others, and nothing else", () => {
  expect(powersOf(["view-users", "query-users"])).toEqual({
    reads: ["users", "groups"],
    readsPart: ["realm", "authentication"],
    readsSecrets: [],
    changes: [],
    changesPart: [],
    escalates: [],
    isReadOnly: true,
    isMore: false,
  });
});

test("manage-users changes users, and can end with more than it was given", () => {
  const powers = powersOf(["manage-users"]);
  expect(powers.changes).toEqual(["users", "groups", "sessions"]);
  expect(powers.changesPart).toEqual(["realm"]);
  expect(powers.escalates).toEqual(["users", "groups"]);
  expect(powers.isReadOnly).toBe(false);
});

test("what reads secrets isn't called read-only", () => {
  const powers = powersOf(["view-events"]);
  expect(powers.changes).toEqual([]);
  expect(powers.readsSecrets).toEqual(["events"]);
  expect(powers.isReadOnly).toBe(false);
});

test("a list of clients that is answered with less than an administrator sees reads no secret", () => {
  expect(powersOf(["query-clients"])).toMatchObject({
    readsPart: expect.arrayContaining(["clients"]),
    readsSecrets: [],
    isReadOnly: true,
  });
});

test("roles that may be held are said to allow more, and nothing is called read-only", () => {
  const powers = powersOf(["view-users"], ["manage-users"]);
  expect(powers.changes).toEqual([]);
  expect(powers.isMore).toBe(true);
  expect(powers.isReadOnly).toBe(false);
});

test("without roles nothing is allowed", () => {
  expect(powersOf([])).toMatchObject({ reads: [], readsPart: [], changes: [], isReadOnly: true });
});

describe("presets that can't change anything", () => {
  const readOnly = presets.filter(
    ({ roles }) => powersOf(roles.map(({ name }) => name)).isReadOnly,
  );

  test("are those that are made for reading, and read no secret", () => {
    expect(readOnly.map(({ id }) => id)).toEqual([
      "user-lookup",
      "access-review",
      "usage-statistics",
      ...["organization-lookup", "organization-and-member-lookup", "organization-creation"],
      "identity-provider-lookup",
      "realm-settings-reader",
    ]);
  });
});
