import { describe, expect, test } from "vitest";
import { wholePath } from "../../../../src/catalog/calls/call-template.ts";
import { reachFamilies, reachFamilyOf } from "../../../../src/catalog/calls/reach.ts";
import { fitsCall, reachOfCall } from "../../../../src/catalog/calls/reach-of-call.ts";
import { reachRules } from "../../../../src/catalog/calls/reach-rules.ts";
import escalations from "../../../../src/catalog/measured/escalations.json" with { type: "json" };
import { loadMinor, measuredMinors } from "../../../../src/catalog/measured/load-measurement.ts";
import {
  type MeasuredMatrix,
  readMeasurement,
} from "../../../../src/catalog/measured/measured-matrix.ts";
import phaseTwo from "../../../../src/catalog/measured/phase-two.json" with { type: "json" };

async function loadAll(): Promise<readonly MeasuredMatrix[]> {
  const own = await Promise.all(measuredMinors.map(loadMinor));
  return [...own.filter((matrix) => matrix !== undefined), readMeasurement(phaseTwo)];
}
const matrices = await loadAll();
const calls = matrices.flatMap((matrix) => [...matrix.calls, ...matrix.notCalled]);

const reachOf = (text: string, version?: string) => {
  const [method = "", path = ""] = text.split(" ");
  return reachOfCall({ method, path }, version);
};

describe("the reach of a call", () => {
  test.each([
    ["GET /users", "reads"],
    ["GET /clients/{client-uuid}/client-secret", "readsSecrets"],
    ["GET /clients/{client-uuid}/evaluate-scopes/generate-example-access-token", "readsSecrets"],
    ["DELETE /users/{user-id}", "changes"],
    ["DELETE /users/{user-id}/role-mappings/realm", "changes"],
    ["POST /users/{user-id}/role-mappings/clients/{client-id}", "canEscalate"],
    ["POST /groups/{group-id}/role-mappings/realm", "canEscalate"],
    ["PUT /users/{user-id}/reset-password", "canEscalate"],
    ["POST /users/{user-id}/impersonation", "canEscalate"],
    ["POST /components", "canEscalate"],
    ["POST /partialImport", "canEscalate"],
    ["POST /partial-export", "reads"],
    ["POST /clients/{client-uuid}/authz/resource-server/policy/evaluate", "reads"],
    ["PUT /clients/{client-uuid}/authz/resource-server/policy/{type}/{id}", "canEscalate"],
    ["PUT /clients/{client-uuid}/management/permissions", "canEscalate"],
    ["PUT /admin/realms/{realm}", "canEscalate"],
    ["DELETE /admin/realms/{realm}", "changes"],
    ["DELETE /admin-events", "changes"],
  ])("of %s is: %s", (call, reach) => {
    expect(reachOf(call)).toBe(reach);
  });

  test("of an authenticator's settings ends when Keycloak masks their secrets", () => {
    const call = "GET /authentication/config/{id}";
    expect(reachOf(call, "26.6.4")).toBe("readsSecrets");
    expect(reachOf(call, "26.7.3")).toBe("reads");
    expect(reachOf(call)).toBe("readsSecrets");
  });

  test("never grows from a reading method alone, nor shrinks from a writing one without a rule", () => {
    const named = (call: (typeof calls)[number]) =>
      reachRules.some((rule) => rule.calls.some((it) => fitsCall(it, call)));
    for (const call of calls.filter((it) => !named(it))) {
      expect(reachOfCall(call)).toBe(call.method === "GET" ? "reads" : "changes");
    }
  });
});

describe("the rules of reach", () => {
  test("each names calls that a measured server has", () => {
    const all = reachRules.flatMap((rule) => rule.calls);
    expect(all.filter((it) => !calls.some((call) => fitsCall(it, call)))).toEqual([]);
  });

  test("each rule counts: none is fully covered by an earlier one", () => {
    const hidden = reachRules.filter(
      (rule, place) =>
        !calls.some(
          (call) =>
            rule.calls.some((it) => fitsCall(it, call)) &&
            reachRules.findIndex((other) => other.calls.some((it) => fitsCall(it, call))) === place,
        ),
    );
    expect(hidden).toEqual([]);
  });

  test("no call is named as reading by GET or as changing by another method", () => {
    const idle = reachRules.filter(({ reach }) => reach === "changes");
    expect(idle).toEqual([]);
  });
});

// What these did is no escalation: they read what their roles let them read, or harmed others.
const noEscalation = new Set([
  "erase-audit-trail",
  "guess-email-address-by-counting-users",
  "guess-group-by-counting-groups",
  // Its proof is that it may do everything.
  "do-everything-in-realm",
]);

describe("every escalation test that did its harm", () => {
  const worked = escalations.filter(({ outcomes }) =>
    Object.values(outcomes).includes("succeeded"),
  );

  test.each(worked.map(({ id }) => id).filter((id) => !noEscalation.has(id)))(
    "has a call that can escalate or read secrets: %s",
    (id) => {
      const rules = reachRules.filter(({ tried }) => tried?.includes(id));
      const wanted = id.startsWith("read-") ? "readsSecrets" : "canEscalate";
      expect(rules.length).toBeGreaterThan(0);
      expect(new Set(rules.map(({ reach }) => reach))).toEqual(new Set([wanted]));
    },
  );

  test("is one of the tests, and no rule goes back to one that was refused", () => {
    const ids = new Set(worked.map(({ id }) => id));
    const tried = reachRules.flatMap((rule) => rule.tried ?? []);
    expect(tried.filter((id) => !ids.has(id))).toEqual([]);
  });
});

test("every measured call of every minor belongs to a family of reach, or is the console's own", () => {
  const lost = calls.filter(
    (call) =>
      reachFamilyOf(call) === undefined &&
      !/^\/(localization|ui-ext)(\/|$)|^\/admin(\/serverinfo|\/index.*|\/.*console.*)?$/.test(
        call.path,
      ),
  );
  expect(lost.map(({ method, path }) => `${method} ${wholePath(path)}`)).toEqual([]);
  const used = new Set(calls.map(reachFamilyOf));
  expect(reachFamilies.filter((family) => !used.has(family))).toEqual([]);
});
