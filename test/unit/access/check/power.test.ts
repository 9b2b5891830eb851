import { describe, expect, test } from "vitest";
import { checkAccess } from "../../../../src/access/check/check-access.ts";
import { powerOf } from "../../../../src/access/check/power.ts";
import type { Snapshot } from "../../../../src/access/model/snapshot.ts";
import { makeSnapshot } from "../make-snapshot.ts";

const now = Date.UTC(2026, 10, 24);
const mapped = ["realm-admin"];
const tokenSettings = { ...makeSnapshot().client.tokenSettings, secretExpiresAt: now / 1_000 - 1 };
const clientScope = { id: "scope", name: "kc-admin-api" };

const states: Readonly<Record<string, Snapshot>> = {
  "holds nothing": makeSnapshot(),
  "holds realm-admin": makeSnapshot({ mapped }),
  "is disabled": makeSnapshot({ mapped, client: { enabled: false } }),
  "has a disabled user": {
    ...makeSnapshot({ mapped }),
    account: { kind: "found", userId: "user-id", enabled: false },
  },
  "has a secret that ended": makeSnapshot({ mapped, client: { tokenSettings } }),
  "has no role in its scope": makeSnapshot({ mapped, inScope: [] }),
  "lacks the client scope": { ...makeSnapshot({ mapped }), adminClientScope: clientScope },
};

describe("the access of a client", () => {
  test("is that of its roles if nothing denies its calls", () => {
    const power = powerOf(makeSnapshot({ mapped }), now);
    expect(power.risk?.consequences.map(({ id }) => id)).toEqual(["isRealmAdmin"]);
    expect(power.denial).toBeUndefined();
  });

  test.each([
    "is disabled",
    "has a disabled user",
    "has a secret that ended",
    "lacks the client scope",
  ])("is none where the client %s, and what its roles would allow is told apart", (name) => {
    const power = powerOf(states[name] ?? makeSnapshot(), now);
    expect(power.risk).toBeUndefined();
    expect(power.carried).toBe(0);
    expect(power.heldRisk?.level).toBe("critical");
    expect(power.denial).toBeDefined();
  });

  test("is that of the roles in scope, and one change adds the others", () => {
    const roles = { mapped: ["view-events", "manage-users"], inScope: ["view-events"] };
    const power = powerOf(makeSnapshot(roles), now);
    expect(power.risk?.consequences.map(({ id }) => id)).not.toContain("takesOverAccounts");
    expect(power).toMatchObject({ held: 2, carried: 1, denial: { kind: "scope", count: 1 } });
    expect(power.denial).toHaveProperty("fix.add.0.role.name", "manage-users");
  });

  test("can't be fixed without the right to change the client", () => {
    const client = { isManageable: false };
    const { denial } = powerOf(makeSnapshot({ mapped, inScope: [], client }), now);
    expect(denial).toEqual({ kind: "scope", count: expect.any(Number), fix: undefined });
  });

  // The account check is another's job: without an account the header isn't shown.
  test.each(Object.entries(states))("agrees with the access check where the client %s", (_, it) => {
    const problems = checkAccess(it, "26.7.3", now).filter(
      ({ id, verdict }) => verdict === "problem" && id !== "roles" && id !== "account",
    );
    const isUserOff = it.account.kind === "found" && it.account.enabled === false;
    const { denial, held } = powerOf(it, now);
    expect(denial !== undefined).toBe(held > 0 && (problems.length > 0 || isUserOff));
    const fixes = problems.flatMap(({ fix }) => fix ?? []);
    expect(denial !== undefined && "fix" in denial ? [denial.fix] : []).toEqual(fixes);
  });
});
