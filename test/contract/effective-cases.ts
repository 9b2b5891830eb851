import assert from "node:assert/strict";
import { assertDone } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import { makeScene } from "./make-scene.ts";
import { fieldsOf, namesIn } from "./names-in.ts";

/** What is in effect beyond what is mapped, and what is offered to be mapped. */
export const effectiveCases: readonly ContractCase[] = [
  {
    name: "a composite admin role brings the roles in it into effect, and none of them is mapped",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, adminRoles } = scene;
      await realm.send("POST", adminMappings, adminRoles("view-users", "view-clients"));
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), [
        "view-clients",
        "view-users",
      ]);
      assert.deepEqual(namesIn(await realm.send("GET", `${adminMappings}/composite`)), [
        "query-clients",
        "query-groups",
        "query-users",
        "view-clients",
        "view-users",
      ]);
    },
  },
  {
    name: "a role that is in effect through another is still offered, and can be mapped",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, adminRoles } = scene;
      await realm.send("POST", adminMappings, adminRoles("view-users"));
      const offered = namesIn(await realm.send("GET", `${adminMappings}/available`));
      assert.ok(offered.includes("query-users"));
      assert.ok(!offered.includes("view-users"));
      assertDone(await realm.send("POST", adminMappings, adminRoles("query-users")));
      assert.equal(namesIn(await realm.send("GET", adminMappings)).length, 2);
    },
  },
  {
    name: "realm-admin brings every admin role into effect",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, adminRoles } = scene;
      await realm.send("POST", adminMappings, adminRoles("realm-admin"));
      const all = namesIn(await realm.send("GET", `/clients/${realm.adminClientUuid}/roles`));
      assert.deepEqual(namesIn(await realm.send("GET", `${adminMappings}/composite`)), all);
    },
  },
  {
    name: "a realm role can hold admin roles, and a change of it reaches its holders at once",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, realmMappings, adminRoles } = scene;
      const [inner, outer] = [
        await realm.makeRealmRole("inner"),
        await realm.makeRealmRole("outer"),
      ];
      await realm.addComposites(inner, adminRoles("view-events"));
      await realm.addComposites(outer, [inner]);
      await realm.send("POST", realmMappings, [outer]);
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), []);
      const effective = `${adminMappings}/composite`;
      assert.deepEqual(namesIn(await realm.send("GET", effective)), ["view-events"]);
      const ofRealm = namesIn(await realm.send("GET", `${realmMappings}/composite`));
      assert.ok(ofRealm.includes("inner") && ofRealm.includes("outer"));
      await realm.addComposites(inner, adminRoles("view-realm"));
      assert.deepEqual(namesIn(await realm.send("GET", effective)), ["view-events", "view-realm"]);
    },
  },
  {
    name: "composite roles may hold each other in a circle",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, realmMappings, adminRoles } = scene;
      const [left, right] = [await realm.makeRealmRole("left"), await realm.makeRealmRole("right")];
      await realm.addComposites(left, [right, ...adminRoles("view-events")]);
      await realm.addComposites(right, [left]);
      await realm.send("POST", realmMappings, [right]);
      const effective = namesIn(await realm.send("GET", `${adminMappings}/composite`));
      assert.deepEqual(effective, ["view-events"]);
    },
  },
  {
    name: "roles of a group and of its parents are in effect, and a DELETE doesn't take them",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, adminRoles, userId } = scene;
      const { adminClientUuid } = realm;
      const parent = await realm.makeGroup(adminClientUuid, adminRoles("view-users"));
      const child = await realm.makeGroup(adminClientUuid, adminRoles("view-events"), parent);
      await realm.joinGroup(userId, child);
      const expected = ["query-groups", "query-users", "view-events", "view-users"];
      const effective = `${adminMappings}/composite`;
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), []);
      assert.deepEqual(namesIn(await realm.send("GET", effective)), expected);
      assertDone(await realm.send("DELETE", adminMappings, adminRoles("view-users")));
      assertDone(await realm.send("DELETE", adminMappings));
      assert.deepEqual(namesIn(await realm.send("GET", effective)), expected);
      const offered = namesIn(await realm.send("GET", `${adminMappings}/available`));
      assert.ok(offered.includes("view-users"));
    },
  },
  {
    name: "a default role brings what it holds into effect until it is taken",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId, realmMappings } = scene;
      const [account] = (await realm.send("GET", "/clients?clientId=account")).body as [
        { id: string },
      ];
      const mappings = `/users/${userId}/role-mappings/clients/${account.id}`;
      assert.deepEqual(namesIn(await realm.send("GET", mappings)), []);
      const effective = namesIn(await realm.send("GET", `${mappings}/composite`));
      assert.deepEqual(effective, ["manage-account", "manage-account-links", "view-profile"]);
      await realm.send("DELETE", realmMappings);
      assert.deepEqual(namesIn(await realm.send("GET", `${mappings}/composite`)), []);
    },
  },
  {
    name: "all mappings are listed by their container, and a container without any is left out",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId, adminMappings, realmMappings, adminRoles } = scene;
      const all = `/users/${userId}/role-mappings`;
      await realm.send("POST", adminMappings, adminRoles("view-users"));
      const { body, status } = await realm.send("GET", all);
      const fields = fieldsOf(body);
      const ofClients = fieldsOf(fields.get("clientMappings"));
      assert.deepEqual([...ofClients.keys()], ["realm-management"]);
      const entry = fieldsOf(ofClients.get("realm-management"));
      assert.equal(entry.get("id"), realm.adminClientUuid);
      assert.deepEqual(namesIn({ status, body: entry.get("mappings") }), ["view-users"]);
      assert.deepEqual(namesIn({ status, body: fields.get("realmMappings") }), [
        `default-roles-${realm.name.toLowerCase()}`,
      ]);
      await realm.send("DELETE", adminMappings);
      await realm.send("DELETE", realmMappings);
      assert.deepEqual((await realm.send("GET", all)).body, {});
    },
  },
];
