import fc from "fast-check";
import { expect, test } from "vitest";
import { resolveRoles } from "../../../../src/access/model/resolve-roles.ts";
import { verdictOf } from "../../../../src/access/model/verdict-of.ts";
import { rolesForCalls } from "../../../../src/access/question/roles-for-calls.ts";
import type {
  MeasuredCall,
  MeasuredMatrix,
} from "../../../../src/catalog/measured/measured-matrix.ts";
import { callsOf, type SampleCall, sampleMatrix, sampleRoles } from "../sample-matrix.ts";

const matrix = sampleMatrix();

const rolesFor = (...names: readonly string[]) => rolesForCalls(callsOf(matrix, ...names), matrix);

test("lists the roles that allow a call on their own, lowest risk first", () => {
  expect(rolesFor("GET /users")).toEqual([["view-users"], ["manage-users"]]);
  expect(rolesFor("POST /users")).toEqual([["manage-users"]]);
});

test("lists no composite role if an included role is enough", () => {
  expect(rolesFor("GET /users/count")).toEqual([["query-users"], ["manage-users"]]);
});

test("lists only the composite role if another call needs it anyway", () => {
  expect(rolesFor("GET /users/count", "GET /users", "GET /groups")[0]).toEqual(["view-users"]);
});

test("names roles that allow a call together only", () => {
  expect(rolesFor("POST /users/{user-id}/impersonation")).toEqual([
    ["impersonation", "view-users"],
  ]);
});

test("lists only realm-admin if nothing else allows one of the calls", () => {
  expect(rolesFor("DELETE /admin/realms/{realm}")).toEqual([["realm-admin"]]);
  expect(rolesFor("DELETE /admin/realms/{realm}", "GET /users")).toEqual([["realm-admin"]]);
});

test("lists nothing if no role allows one of the calls, or without calls", () => {
  expect(rolesFor("GET /broken")).toEqual([]);
  expect(rolesFor("GET /broken", "GET /users")).toEqual([]);
  expect(rolesFor()).toEqual([]);
});

test("finds the fewest roles for several calls", () => {
  expect(rolesFor("GET /users", "GET /roles", "GET /clients")[0]).toEqual([
    "view-clients",
    "view-realm",
    "view-users",
  ]);
  expect(rolesFor("GET /users", "POST /users", "GET /groups/count")).toEqual([["manage-users"]]);
});

test("lists a larger set last if it has less risk", () => {
  const wide = sampleMatrix([
    ["GET /a", { allowed: ["manage-realm", "view-users"] }],
    ["GET /b", { allowed: ["manage-realm", "view-realm"] }],
  ]);
  expect(rolesForCalls(wide.calls, wide)).toEqual([["manage-realm"], ["view-realm", "view-users"]]);
});

test("names three sets at most, and repeats of a call change nothing", () => {
  const many = sampleMatrix([["GET /a", { allowed: sampleRoles }]]);
  expect(rolesForCalls(many.calls, many)).toEqual([
    ["query-groups"],
    ["query-clients"],
    ["view-realm"],
  ]);
  expect(rolesFor("GET /users", "GET /users")).toEqual(rolesFor("GET /users"));
});

test("a larger set that was found on the way is not named", () => {
  const some = sampleMatrix([
    ["GET /a", { allowed: ["manage-clients", "view-realm"] }],
    ["GET /b", { allowed: ["query-clients", "view-realm"] }],
  ]);
  expect(rolesForCalls(some.calls, some)).toEqual([["view-realm"]]);
});

test("a composite role is not named beside one that leaves it nothing to do but include", () => {
  const some = sampleMatrix([
    ["GET /a", { allowed: ["query-users"] }],
    ["GET /b", { allowed: ["query-groups"] }],
    ["GET /c", { allowed: ["view-users", "view-realm"] }],
    ["GET /d", { allowed: ["view-realm", "manage-realm", "view-clients"] }],
  ]);
  expect(rolesForCalls(some.calls, some)).toEqual([
    ["view-clients", "view-users"],
    ["manage-realm", "view-users"],
    ["query-groups", "query-users", "view-realm"],
  ]);
});

test("a composite role is found even if its parts were needed first", () => {
  const some = sampleMatrix([
    ["GET /a", { allowed: ["query-users", "manage-users"] }],
    ["GET /b", { allowed: ["query-groups", "manage-users"] }],
    ["GET /c", { allowed: ["view-users", "manage-users"] }],
  ]);
  expect(rolesForCalls(some.calls, some)).toEqual([["view-users"], ["manage-users"]]);
});

test("at most three sets are listed, even if the last one has less risk", () => {
  const dangerous = ["manage-realm", "manage-users", "manage-clients", "view-clients"];
  const some = sampleMatrix([
    ["GET /a", { allowed: [...dangerous, "view-users"] }],
    ["GET /b", { allowed: [...dangerous, "view-realm"] }],
  ]);
  expect(rolesForCalls(some.calls, some)).toEqual([
    ["view-clients"],
    ["manage-clients"],
    ["view-realm", "view-users"],
  ]);
});

test("of roles that are equally dangerous the one that gives less goes first, then the name decides", () => {
  const equal = ["manage-identity-providers", "manage-realm"];
  const call: MeasuredCall = {
    ...{ method: "GET", path: "/a", combinations: [] },
    verdicts: new Map(equal.map((role) => [role, "allowed"])),
  };
  const some = { ...matrix, roles: equal, calls: [call] };
  expect(rolesForCalls(some.calls, some)).toEqual([
    ["manage-identity-providers"],
    ["manage-realm"],
  ]);
  const includes = new Map([["manage-identity-providers", ["query-users"]]]);
  expect(rolesForCalls(some.calls, { ...some, includes })).toEqual([
    ["manage-realm"],
    ["manage-identity-providers"],
  ]);
});

test("of sets that are alike in all else the names decide", () => {
  const call = (path: string, ...roles: readonly string[]): MeasuredCall => ({
    method: "GET",
    path,
    verdicts: new Map(roles.map((role) => [role, "allowed"])),
    combinations: [],
  });
  const calls = [call("/a", "b", "c"), call("/b", "a", "d")];
  const some = { ...matrix, roles: ["a", "b", "c", "d"], includes: new Map(), calls };
  expect(rolesForCalls(calls, some)).toEqual([
    ["a", "b"],
    ["a", "c"],
    ["b", "d"],
  ]);
});

const belowRealmAdmin = sampleRoles.filter((role) => role !== "realm-admin");

/** A few calls with any verdicts. */
const anyMatrix = fc
  .array(
    fc.record({
      allowed: fc.subarray(belowRealmAdmin, { maxLength: 4 }),
      filtered: fc.subarray(belowRealmAdmin, { maxLength: 2 }),
      combinations: fc.array(fc.subarray(belowRealmAdmin, { minLength: 2, maxLength: 3 }), {
        maxLength: 2,
      }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((verdicts) => sampleMatrix(verdicts.map((it, index): SampleCall => [`GET /${index}`, it])));

const allows = (roles: Iterable<string>, calls: readonly MeasuredCall[], all: MeasuredMatrix) => {
  const held = [...roles];
  return calls.every((call) => verdictOf(call, held, all) === "allowed");
};

/** All sets of roles below realm-admin that allow everything and give nothing in vain, by trying each. */
function minimalSets(all: MeasuredMatrix): readonly (readonly string[])[] {
  const closures = Array.from({ length: 2 ** belowRealmAdmin.length }, (_, bits) =>
    belowRealmAdmin.filter((__, place) => bits & (1 << place)),
  ).filter(
    (roles) =>
      resolveRoles(roles, all.includes).size === roles.length && allows(roles, all.calls, all),
  );
  const minimal = closures.filter(
    (roles) =>
      !closures.some((it) => it.length < roles.length && it.every((role) => roles.includes(role))),
  );
  const included = (role: string, roles: readonly string[]) =>
    roles.some((other) => other !== role && resolveRoles([other], all.includes).has(role));
  return minimal.map((roles) => roles.filter((role) => !included(role, roles)));
}

test("each named set allows all calls, and none of its roles could be left out", () => {
  fc.assert(
    fc.property(anyMatrix, (any) => {
      for (const roles of rolesForCalls(any.calls, any)) {
        expect(allows(roles, any.calls, any)).toBe(true);
        for (const role of roles) {
          const rest = roles.filter((it) => it !== role);
          expect(allows(rest, any.calls, any)).toBe(false);
        }
      }
    }),
  );
});

test("no set that gives nothing in vain is smaller than the first one that is named", () => {
  fc.assert(
    fc.property(anyMatrix, (any) => {
      const [first] = rolesForCalls(any.calls, any);
      const all = minimalSets(any).map((roles) => roles.join(" "));
      const sizes = all.map((roles) => roles.split(" ").length);
      if (all.length === 0) expect(first).toEqual(["realm-admin"]);
      else expect(all).toContain(first?.join(" "));
      if (all.length > 0) expect(first).toHaveLength(Math.min(...sizes));
    }),
    { numRuns: 60 },
  );
});
