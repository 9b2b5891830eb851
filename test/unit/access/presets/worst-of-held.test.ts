import { expect, test } from "vitest";
import { worstOfHeld } from "../../../../src/access/presets/worst-of-held.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const server = makeSnapshot();

const named = (...names: readonly string[]) =>
  names.map((name) => ({ container: "admin" as const, name }));

test("the worst of roles is given as a risk, as consequences, and as a number to compare", () => {
  const few = worstOfHeld(named("view-users"), server);
  expect(few.risk?.level).toBe("medium");
  expect([...few.consequences]).toContain("readsPersonalData");
  const more = worstOfHeld(named("view-users", "manage-realm"), server);
  expect(more.risk?.level).toBe("critical");
  expect(more.danger).toBeGreaterThan(few.danger);
});

test("a reduced realm-admin counts only for what it includes", () => {
  const hollow = worstOfHeld(named("realm-admin", "view-users"), server);
  expect(hollow).toEqual(worstOfHeld(named("view-users"), server));
});

test("no roles have no risk", () => {
  expect(worstOfHeld([], server)).toEqual({ risk: undefined, consequences: new Set(), danger: 0 });
});
