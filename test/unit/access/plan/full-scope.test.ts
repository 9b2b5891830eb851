import { expect, test } from "vitest";
import {
  type FullScopeState,
  mergeRoles,
  namesOfRoles,
  planFullScope,
  type RolesOfContainer,
  withoutRoles,
} from "../../../../src/access/plan/full-scope.ts";

const rolesOf = (client: string | undefined, ...names: readonly string[]): RolesOfContainer => ({
  clientUuid: client && `uuid of ${client}`,
  clientId: client,
  roles: names.map((name) => ({ id: `${client ?? "realm"}/${name}`, name })),
});

const state: FullScopeState = {
  clientUuid: "uuid of api",
  fullScopeAllowed: true,
  peopleSignIn: false,
  held: [
    rolesOf("realm-management", "view-users", "view-events"),
    rolesOf(undefined, "default-roles-demo"),
    rolesOf("shop", "orders"),
    rolesOf("api", "own"),
  ],
  inScope: [rolesOf("realm-management", "view-users")],
  isManageable: true,
};

const planned = (changes: Partial<FullScopeState> = {}) => {
  const plan = planFullScope({ ...state, ...changes });
  return typeof plan === "string"
    ? plan
    : { ...plan, add: namesOfRoles(plan.add), inScope: namesOfRoles(plan.inScope) };
};

test("what the service account holds and its scope lacks is added; its client's own roles are in it anyway", () => {
  expect(planned()).toEqual({
    add: ["realm-management: view-events", "default-roles-demo", "shop: orders"],
    inScope: [
      ...["realm-management: view-users", "realm-management: view-events"],
      ...["default-roles-demo", "shop: orders"],
    ],
    loses: "nothing",
  });
});

test("nothing is added where all is in the scope, and full scope is turned off all the same", () => {
  expect(planned({ held: state.inScope })).toMatchObject({ add: [], loses: "nothing" });
});

test("where people sign in, their tokens lose what the scope lacks", () => {
  expect(planned({ peopleSignIn: true, held: [] })).toMatchObject({
    add: [],
    inScope: ["realm-management: view-users"],
    loses: "rolesOfPeople",
  });
});

test.each([
  ["alreadyOff", { fullScopeAllowed: false }],
  ["accountNotKnown", { held: undefined }],
  ["notManageable", { isManageable: false }],
] as const)("it stays on: %s", (obstacle, changes) => {
  expect(planned(changes)).toBe(obstacle);
});

test("roles of a container are together, each once; roles of the same name of others aren't mixed up", () => {
  const merged = mergeRoles([
    ...[rolesOf("a", "x"), rolesOf(undefined, "x"), rolesOf("a", "x", "y"), rolesOf("b")],
  ]);
  expect(namesOfRoles(merged)).toEqual(["a: x", "a: y", "x"]);
  expect(namesOfRoles(withoutRoles(merged, [rolesOf(undefined, "x")]))).toEqual(["a: x", "a: y"]);
});
