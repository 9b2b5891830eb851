import { describe, expect, test } from "vitest";
import { type Powers, powersOfHeld } from "../../../../../src/access/model/powers-of-held.ts";
import { loadMeasurement } from "../../../../../src/catalog/measured/load-measurement.ts";
import {
  describePowers,
  describePowersBriefly,
} from "../../../../../src/panel/new-client/job/describe-powers.ts";
import { inEnglish } from "../../../texts/english.ts";

const { matrix } = await loadMeasurement("main-BbID33M6.js", new Set());

const powersOf = (...names: readonly string[]): Powers =>
  powersOfHeld(
    { names: new Set(names), reduced: new Set(), possible: new Set() },
    matrix,
    "26.7.3",
  );

const tell = (powers: Powers, part: { isRealmAdmin?: boolean; isCritical?: boolean } = {}) =>
  describePowers(inEnglish, powers, {
    ...{ clientId: "reporting", realm: "acme", isRealmAdmin: false, isCritical: false },
    ...part,
  }).join(" ");

describe("in sentences", () => {
  test("a reader is said to change nothing", () => {
    expect(tell(powersOf("view-users", "query-users"))).toBe(
      "reporting can read users and groups of realm acme. It can read parts of realm settings and authentication flows. It can't change anything.",
    );
  });

  test("what only sees a part is said to see a part", () => {
    expect(tell(powersOf("query-users"))).toMatch(
      /^reporting can read parts of .* of realm acme\. It can't change anything\.$/,
    );
  });

  test("of what is critical nothing harmless is said", () => {
    const text = tell(powersOf("view-users"), { isCritical: true });
    expect(text).not.toContain("can't");
  });

  test("secrets, changes and the ways to more are named", () => {
    expect(tell(powersOf("view-events"))).toContain("It can read secrets of events.");
    expect(tell(powersOf("manage-users"), { isCritical: true })).toContain(
      "It can change users, groups, and sessions. It can change parts of realm settings. Through users and groups it can gain more access than it was given.",
    );
  });

  test("a client that can only write reads nothing", () => {
    const powers = { ...powersOf("create-realm"), readsPart: [] };
    expect(tell(powers)).toMatch(/^reporting can read nothing of realm acme\./);
  });

  test("a realm admin has full control, and that says everything", () => {
    expect(tell(powersOf("realm-admin"), { isRealmAdmin: true })).toBe(
      "reporting has full control of realm acme.",
    );
  });

  test("without roles, calls are said to be denied; where that isn't known, it is said", () => {
    expect(tell(powersOf())).toContain("can't call the Admin API of realm acme yet");
    expect(tell({ ...powersOf(), isMore: true })).toBe(
      "It may be able to do more: you can't see all of its roles.",
    );
  });
});

describe("in a few words", () => {
  test.each([
    [["view-users"], "Reads users and groups"],
    [
      ["manage-users"],
      "Reads users and groups · changes users, groups, sessions, and realm settings · can escalate",
    ],
    [
      ["manage-users", "manage-organizations"],
      "Reads users, groups, and organizations · changes users, groups, sessions, and 2 more · can escalate",
    ],
    [["view-events"], "Reads events · reads secrets"],
    [[], "No measured call"],
  ])("of %j they are: %s", (names, text) => {
    expect(describePowersBriefly(inEnglish, powersOf(...names))).toBe(text);
  });
});
