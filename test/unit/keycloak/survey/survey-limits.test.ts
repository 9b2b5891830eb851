import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { nameOfWorkflow } from "../../../../src/access/ends/own-workflow.ts";
import { accountRows } from "../../../../src/access/survey/account-rows.ts";
import { unknownSignIns } from "../../../../src/access/survey/sign-ins.ts";
import { isWhole, type Survey } from "../../../../src/access/survey/survey.ts";
import type { InMemoryRealm } from "../../../in-memory-keycloak/in-memory-realm.ts";
import { answering } from "../serve-keycloak.ts";
import { givenTo, mapped, type SurveyedRealm, serveSurveyedRealm } from "./survey-realm.ts";

let served: SurveyedRealm;
let realm: InMemoryRealm;

beforeEach(() => {
  served = serveSurveyedRealm();
  realm = served.realm;
});

afterEach(() => vi.unstubAllGlobals());

test("without the right to see events, realm roles or groups, the rest is read and the gaps are reported", async () => {
  const userId = served.makeAccount("api", "view-users");
  realm.makeGroup("operators");
  realm.makeAdministrator({
    token: "viewer",
    adminRoles: ["view-clients", "view-users"],
  });
  const found = await served.survey({}, "viewer");
  expect(givenTo(found, userId)).toEqual([mapped("view-users")]);
  expect([...found.gaps]).toEqual(["realmRoles"]);
  expect(found.signIns).toEqual(unknownSignIns);
});

describe("an administrator who may list realm roles and not look into composite ones", () => {
  beforeEach(() => {
    const outer = realm.makeRealmRole("outer");
    realm.addComposites(outer.id, [served.adminRole("view-events")]);
    realm.makeAdministrator({
      token: "broker",
      adminRoles: ["view-clients", "view-users", "manage-identity-providers"],
    });
  });

  test("has that reported as a gap, and sends no request that is refused", async () => {
    expect([...(await served.survey({}, "broker")).gaps]).toEqual(["realmRoles"]);
    const asked = served.sent.filter((request) => request.includes("/composites"));
    const ofRealm = ["outer", "default-roles-demo"].map((name) => realm.findRole(name).id);
    expect(asked).not.toEqual([]);
    expect(asked.filter((request) => ofRealm.some((id) => request.includes(id)))).toEqual([]);
  });

  test("asks where it isn't known what the administrator may see", async () => {
    const unknown = { loginRealm: undefined };
    expect([...(await served.survey(unknown, "broker")).gaps]).toEqual(["realmRoles"]);
    expect((await served.survey(unknown)).gaps.has("realmRoles")).toBe(false);
  });
});

test("groups or clients that this administrator can't read are reported as gaps", async () => {
  realm.makeGroup("operators");
  served.faults.push(
    { request: /^GET \/groups\/count/, fault: answering(403) },
    { request: /^GET \/clients\?first/, fault: answering(403) },
  );
  const { gaps, progress } = await served.survey();
  expect([...gaps].sort()).toEqual(["clients", "groups"]);
  expect(progress.areClientsRead).toBe(false);
});

test("a role deleted meanwhile has no users", async () => {
  const composite = realm.makeRealmRole("bundle");
  realm.addComposites(composite.id, [served.adminRole("view-events")]);
  realm.mapRoles(served.makeAccount("api"), [composite.id]);
  served.faults.push({
    request: /^GET \/roles\/bundle\/users/,
    fault: (answer) => {
      realm.deleteRole(composite.id);
      return answer();
    },
  });
  expect((await served.survey()).given.size).toBe(1);
});

test("if only the realm's name is visible, the default role is assumed to have its usual name", async () => {
  const usual = realm.findRole("default-roles-demo");
  realm.addComposites(usual.id, [served.adminRole("view-users")]);
  served.faults.push({ request: /^GET $/, fault: answering(200, { realm: "demo" }) });
  expect((await served.survey()).givenToAll).toHaveLength(3);
});

test("many users of a role are read up to a limit, and the result says that there are more", async () => {
  const role = { adminRoles: ["view-events"] };
  for (let number = 0; number < 2_000; number += 1) {
    realm.makeAdministrator({ token: `person ${number}`, ...role });
  }
  expect((await served.survey()).gaps.has("manyMembers")).toBe(true);
  const pages = served.sent.filter((request) => request.includes("/roles/view-events/users"));
  expect(pages).toHaveLength(20);
});

test("a group with many members is read up to a limit too", async () => {
  const group = realm.makeGroup("people");
  realm.mapRoles(group, [served.adminRole("view-events")]);
  for (let number = 0; number < 2_000; number += 1) {
    realm.joinGroup(realm.makeAdministrator({ token: `person ${number}` }), group);
  }
  expect((await served.survey()).gaps.has("manyMembers")).toBe(true);
});

test("results are reported as they arrive, with more requests each time", async () => {
  served.makeAccount("api", "view-users");
  const told: Survey[] = [];
  const found = await served.survey({ onProgress: (now) => told.push(now) });
  const requests = told.map(({ progress }) => progress.requests);
  expect(requests).toEqual([...requests].sort((a, b) => a - b));
  expect(told.at(-1)).toEqual(found);
});

test("a survey that is stopped asks nothing more, and ends with the reason", async () => {
  const stop = new AbortController();
  const reason = new Error("The tab was left.");
  const onProgress = () => stop.abort(reason);
  await expect(served.survey({ signal: stop.signal, onProgress })).rejects.toBe(reason);
  const asked = served.sent.length;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(served.sent).toHaveLength(asked);
});

test("a request that fails ends the survey, and what waits is not asked any more", async () => {
  served.faults.push({ request: /^GET \/roles/, fault: answering(500) });
  await expect(served.survey()).rejects.toMatchObject({ failure: "serverError" });
});

test("a role that can't be looked into since the server fails ends the survey too", async () => {
  served.faults.push({ request: /composites/, fault: answering(500) });
  await expect(served.survey()).rejects.toMatchObject({ failure: "serverError" });
});

test.each([404, 403, 500])(
  "a client whose account can't be asked for since the server answers %i is left out, or ends the survey",
  async (status) => {
    const userId = served.makeAccount("off", "view-events");
    realm.renameUser(userId, "service-account-former");
    const off = realm.dump().clients.find(({ clientId }) => clientId === "off")?.id ?? "";
    realm.changeClient(off, { serviceAccountsEnabled: false });
    const request = new RegExp(`^GET /clients/${off}/service-account-user$`);
    served.faults.push({ request, fault: answering(status) });
    const survey = served.survey();
    if (status === 500) await expect(survey).rejects.toMatchObject({ failure: "serverError" });
    else expect([...(await survey).clientsByUserId]).toEqual([]);
  },
);

test("sign-ins that can't be read since the server fails end the survey too", async () => {
  served.faults.push({ request: /^GET \/events/, fault: answering(500) });
  await expect(served.survey()).rejects.toMatchObject({ failure: "serverError" });
});

test("an admin client that this administrator can't see is reported as hidden", async () => {
  realm.makeAdministrator({ token: "seeker", adminRoles: ["query-clients", "view-users"] });
  await expect(served.survey({}, "seeker")).rejects.toMatchObject({ failure: "hidden" });
});

test("with the right to search users but not view them, accounts are unknown, not absent", async () => {
  served.makeAccount("api", "view-events");
  const adminRoles = ["view-clients", "query-users", "view-realm"];
  realm.makeAdministrator({ token: "finder", adminRoles });
  // Servers answer with no user, and some with the holders of roles.
  const none = Array.from({ length: 40 }, () => ({
    request: /^GET \/(clients\/[^/]+\/)?roles\/[^/]+\/users/,
    fault: answering(200, []),
  }));
  served.faults.push(...none);
  const found = await served.survey({}, "finder");
  expect([...found.gaps]).toContain("users");
  expect(isWhole(found)).toBe(false);
});

test("an account without a client is not unlinked for who may not see all clients", async () => {
  served.makeAccount("api", "view-events");
  served.makeAccount("hidden", "view-events");
  const hidden = { realm_access: { demo: ["view-users", "query-clients", "view-realm"] } };
  served.faults.push(
    {
      request: /^GET \/clients\?first/,
      fault: async (answer) => {
        const clients: { clientId: string }[] = await (await answer()).json();
        return Response.json(clients.filter(({ clientId }) => clientId !== "hidden"));
      },
    },
    { request: /whoami/, fault: answering(200, hidden) },
  );
  const found = await served.survey();
  expect([...found.gaps]).toEqual(["clients"]);
  const states = accountRows(found, new Map()).map(({ state }) => state);
  expect(states).toEqual(["active", undefined]);
});

test("a realm whose users may be viewed and that has no service account has none", async () => {
  realm.makeAdministrator({ token: "viewer", adminRoles: ["view-clients", "view-users"] });
  const found = await served.survey({}, "viewer");
  expect(isWhole(found)).toBe(true);
  expect(found.users).toEqual([]);
});

test("workflows that end roles are read once for a realm admin, and not asked for by others", async () => {
  const userId = served.makeAccount("api", "view-users");
  const at = Date.now() + 86_400_000;
  served.realm.makeWorkflow(nameOfWorkflow({ clientId: "api", userId, at }, "k"), [
    "realm-management/view-users",
  ]);
  const { workflows } = await served.survey({ hasWorkflows: true });
  expect(workflows?.workflows.map((workflow) => workflow.userId)).toEqual([userId]);
  const asked = () => served.sent.filter((request) => request.includes("/workflows"));
  expect(asked()).toHaveLength(2);
  served.sent.length = 0;
  served.realm.makeAdministrator({ token: "bob", adminRoles: ["view-clients", "view-users"] });
  expect((await served.survey({ hasWorkflows: true }, "bob")).workflows).toBe(undefined);
  expect((await served.survey()).workflows).toBe(undefined);
  expect(asked()).toEqual([]);
  const unasked = { loginRealm: undefined, hasWorkflows: true };
  expect((await served.survey(unasked, "bob")).workflows).toBe(undefined);
});
