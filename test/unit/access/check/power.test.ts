import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { denialOf } from "../../../../src/access/check/denial.ts";
import { overallVerdict } from "../../../../src/access/check/overall-verdict.ts";
import { findingsOf, powerOf } from "../../../../src/access/check/power.ts";
import { roleKey, type Snapshot } from "../../../../src/access/model/snapshot.ts";
import { makeRealmSettings } from "../make-realm-settings.ts";
import { makeSnapshot, withoutAccount } from "../make-snapshot.ts";

const now = Date.UTC(2026, 10, 24);
const circumstances = {
  ...{ realm: makeRealmSettings(), version: "26.7.3", now },
  tokenEndpoint: "https://kc.example.org/realms/demo/protocol/openid-connect/token",
};
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

describe("the power of a client", () => {
  test("is that of its roles where nothing denies its calls", () => {
    const power = powerOf(makeSnapshot({ mapped }), circumstances);
    expect(power.risk?.consequences.map(({ id }) => id)).toEqual(["isRealmAdmin"]);
    expect(power.denial).toBeUndefined();
  });

  test("is that of admin roles alone, whatever else presets of the realm give", () => {
    const snapshot = makeSnapshot({ mapped: ["view-events"] });
    const other = { container: "otherRealm", name: "bookkeeper", id: "b" } as const;
    const completed = {
      ...snapshot,
      roles: new Map([...snapshot.roles, [roleKey(other), other]]),
      effective: new Set([...snapshot.effective, roleKey(other)]),
    };
    expect(powerOf(completed, circumstances)).toEqual(powerOf(snapshot, circumstances));
    expect(powerOf(completed, circumstances)).toMatchObject({ held: 1, carried: 1 });
  });

  test.each([
    "is disabled",
    "has a disabled user",
    "has a secret that ended",
    "lacks the client scope",
  ])("is none where the client %s, and what its roles would allow is told apart", (name) => {
    const power = powerOf(states[name] ?? makeSnapshot(), circumstances);
    expect(power.risk).toBeUndefined();
    expect(power.carried).toBe(0);
    expect(power.heldRisk?.level).toBe("critical");
    expect(power.denial).toBeDefined();
  });

  test("is that of the roles in scope, and one change adds the others", () => {
    const roles = { mapped: ["view-events", "manage-users"], inScope: ["view-events"] };
    const power = powerOf(makeSnapshot(roles), circumstances);
    expect(power.risk?.consequences.map(({ id }) => id)).not.toContain("takesOverAccounts");
    expect(power).toMatchObject({ held: 2, carried: 1, denial: { extent: "some", roles: 2 } });
    expect(power.denial).toHaveProperty("fix.add.0.role.name", "manage-users");
  });

  test("can't be fixed without the right to change the client", () => {
    const client = { isManageable: false };
    const { denial } = powerOf(makeSnapshot({ mapped, inScope: [], client }), circumstances);
    expect(denial).toMatchObject({ finding: { id: "scope" }, extent: "all", fix: undefined });
  });

  test.each(Object.entries(states))(
    "is denied by what the access check finds first where the client %s",
    (_, it) => {
      const findings = findingsOf(it, circumstances);
      expect(powerOf(it, circumstances).denial).toEqual(denialOf(findings));
    },
  );

  test("is not taken from a client whose tokens are bound: a program that sends the proof has it", () => {
    const bound = makeSnapshot({ mapped, client: { tokenBinding: "DPoP" } });
    const power = powerOf(bound, circumstances);
    expect(power).toMatchObject({ carried: power.held, denial: { extent: "plain" } });
    expect(powerOf(bound, { ...circumstances, version: "26.0.8" }).denial).toBeUndefined();
  });

  test("is denied by a realm that gives out no tokens, once that is known", () => {
    const realm = makeRealmSettings({ isEnabled: false });
    const it = makeSnapshot({ mapped });
    expect(powerOf(it, { ...circumstances, realm }).denial?.finding.id).toBe("realm");
    expect(powerOf(it, { ...circumstances, realm: undefined }).denial).toBeUndefined();
  });
});

const anySnapshot: fc.Arbitrary<Snapshot> = fc
  .record({
    holding: fc.record({
      mapped: fc.subarray(["realm-admin", "view-users", "query-users", "manage-events"]),
      inScope: fc.option(fc.subarray(["view-users", "query-users"])),
      client: fc.record({
        enabled: fc.boolean(),
        publicClient: fc.boolean(),
        isManageable: fc.boolean(),
        tokenBinding: fc.constantFrom(undefined, "DPoP" as const, "mutual TLS" as const),
        tokenSettings: fc.constantFrom(tokenSettings, makeSnapshot().client.tokenSettings),
      }),
    }),
    adminClientScope: fc.constantFrom(clientScope, "notKnown" as const, undefined),
    enabled: fc.constantFrom(true, false, undefined),
    isReadable: fc.boolean(),
    isOff: fc.boolean(),
  })
  .map(({ holding: { inScope, ...holding }, adminClientScope, enabled, isReadable, isOff }) => {
    const made = makeSnapshot(inScope === null ? holding : { ...holding, inScope });
    const account = { kind: "found", userId: "user-id", enabled } as const;
    const read = { ...made, adminClientScope, account, isReadable };
    return isOff ? withoutAccount(read) : read;
  });

const anyCircumstances = fc.record({
  realm: fc.option(
    fc
      .record({
        isEnabled: fc.boolean(),
        sslRequired: fc.constantFrom("all", "external", "none"),
        notBefore: fc.constantFrom(0, now / 1_000 + 60),
        lifespan: fc.constantFrom(0, 5, 300),
      })
      .map(makeRealmSettings),
    { nil: undefined },
  ),
  version: fc.constantFrom(undefined, "26.0.8", "26.7.3"),
  tokenEndpoint: fc.constantFrom(undefined, "http://kc/token", "https://kc/token"),
  now: fc.constant(now),
});

describe("header and access check", () => {
  test("never say different things: calls are denied in the one exactly where they are in the other", () => {
    fc.assert(
      fc.property(anySnapshot, anyCircumstances, (snapshot, around) => {
        const findings = findingsOf(snapshot, around);
        const header = powerOf(snapshot, around).denial;
        const check = overallVerdict(
          findings.map(({ verdict }) => verdict),
          "unknown",
        );
        expect(check.verdict === "problem").toBe(header !== undefined);
        expect(header).toEqual(denialOf(findings));
      }),
      { numRuns: 1_000 },
    );
  });

  test("show no power where all calls are denied", () => {
    fc.assert(
      fc.property(anySnapshot, anyCircumstances, (snapshot, around) => {
        const { denial, carried } = powerOf(snapshot, around);
        if (denial?.extent === "all") expect(carried).toBe(0);
      }),
      { numRuns: 1_000 },
    );
  });
});
