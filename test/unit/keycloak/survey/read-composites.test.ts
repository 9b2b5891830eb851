import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { readComposites } from "../../../../src/keycloak/survey/read-composites.ts";
import { createSurveyApi } from "../../../../src/keycloak/survey/survey-api.ts";
import type { RoleName } from "../../../in-memory-keycloak/arrange-roles.ts";
import { type SurveyedRealm, serveSurveyedRealm } from "./survey-realm.ts";

let served: SurveyedRealm;

beforeEach(() => {
  served = serveSurveyedRealm();
});

afterEach(() => vi.unstubAllGlobals());

/** What is in realm roles, by the names of the parts, each with what it is a role of. */
async function partsOf(roles: readonly RoleName[], isInMaster = false, token?: string) {
  const signal = new AbortController().signal;
  const api = createSurveyApi(served.apiOf(token), signal, () => undefined);
  const found = await readComposites(api, {
    adminClientUuid: served.realm.adminClientUuid,
    isInMaster,
    areRealmRolesHidden: false,
    composite: roles.map((role) => ({ ...role, container: "realm", isComposite: true })),
  });
  return roles.map(({ id }) =>
    found
      .get(id)
      ?.map(({ container, name }) => `${container} ${name}`)
      .sort(),
  );
}

/** A realm role that holds an admin role, and one of another client. */
function makeOuter(): RoleName {
  const { realm, adminRole } = served;
  const helper = realm.makeClientRole(realm.makeClient({ clientId: "app" }), "helper");
  const outer = realm.makeRealmRole("outer");
  realm.addComposites(outer.id, [adminRole("view-events"), helper.id]);
  return outer;
}

test("one request reads everything in a composite role", async () => {
  const outer = makeOuter();
  expect(await partsOf([outer])).toEqual([["admin view-events", "undefined helper"]]);
  expect(served.sent).toEqual([`GET /roles-by-id/${outer.id}/composites`]);
});

test("in master, where a role can include all roles of all realms, only the relevant ones are requested", async () => {
  expect(await partsOf([makeOuter()], true)).toEqual([["admin view-events"]]);
  expect(served.sent).toHaveLength(2);
});

test("roles that include each other are asked for once each", async () => {
  const { realm } = served;
  const [one, two] = [realm.makeRealmRole("one"), realm.makeRealmRole("two")];
  realm.addComposites(one.id, [two.id]);
  realm.addComposites(two.id, [one.id]);
  expect(await partsOf([one, two])).toEqual([["realm two"], ["realm one"]]);
  expect(served.sent).toHaveLength(2);
});

test("what may not be seen is not known", async () => {
  served.realm.makeAdministrator({ token: "viewer", adminRoles: ["view-clients"] });
  expect(await partsOf([makeOuter()], false, "viewer")).toEqual([undefined]);
});
