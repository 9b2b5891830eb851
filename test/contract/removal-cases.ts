import assert from "node:assert/strict";
import { assertDone, assertRefused } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import { makeScene } from "./make-scene.ts";
import { namesIn } from "./names-in.ts";

/** What DELETE of role mappings does. */
export const removalCases: readonly ContractCase[] = [
  {
    name: "a DELETE takes the roles that it names, and no others",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, adminRoles } = scene;
      await realm.send(
        "POST",
        adminMappings,
        adminRoles("view-users", "view-realm", "view-events"),
      );
      const taken = adminRoles("view-users", "view-events");
      assertDone(await realm.send("DELETE", adminMappings, taken));
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), ["view-realm"]);
    },
  },
  {
    name: "a DELETE without a body takes every role of the client, and none of another container",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, realmMappings, adminRoles, userId } = scene;
      const other = await realm.makeClient({ clientId: "other" });
      const otherMappings = `/users/${userId}/role-mappings/clients/${other}`;
      const [plain, auditor] = [
        await realm.makeClientRole(other, "plain"),
        await realm.makeRealmRole("auditor"),
      ];
      await realm.send("POST", otherMappings, [plain]);
      await realm.send("POST", realmMappings, [auditor]);
      await realm.send("POST", adminMappings, adminRoles("view-users", "view-realm"));
      assertDone(await realm.send("DELETE", adminMappings));
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), []);
      assert.deepEqual(namesIn(await realm.send("GET", otherMappings)), ["plain"]);
      assert.ok(namesIn(await realm.send("GET", realmMappings)).includes("auditor"));
    },
  },
  {
    name: "a DELETE of realm roles without a body takes the default role too",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, realmMappings, adminRoles } = scene;
      await realm.send("POST", realmMappings, [await realm.makeRealmRole("auditor")]);
      await realm.send("POST", adminMappings, adminRoles("view-users"));
      assertDone(await realm.send("DELETE", realmMappings));
      assert.deepEqual(namesIn(await realm.send("GET", realmMappings)), []);
      assert.deepEqual(namesIn(await realm.send("GET", `${realmMappings}/composite`)), []);
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), ["view-users"]);
    },
  },
  {
    name: "a DELETE of null is one without a list: everything is taken",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, adminRoles } = scene;
      await realm.send("POST", adminMappings, adminRoles("view-users", "view-realm"));
      assertDone(await realm.send("DELETE", adminMappings, null));
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), []);
    },
  },
  {
    name: "a DELETE of an empty list takes nothing",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, adminRoles } = scene;
      await realm.send("POST", adminMappings, adminRoles("view-users"));
      assertDone(await realm.send("DELETE", adminMappings, []));
      assertRefused(await realm.send("DELETE", adminMappings, {}), 400, "unknown_error");
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), ["view-users"]);
    },
  },
  {
    name: "a DELETE of a role that isn't mapped is done with nothing changed",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, realmMappings, adminRoles } = scene;
      await realm.send("POST", adminMappings, adminRoles("view-users"));
      // query-users is in effect, as part of view-users, but not mapped itself.
      const others = adminRoles("view-events", "query-users");
      assertDone(await realm.send("DELETE", adminMappings, others));
      const auditor = await realm.makeRealmRole("auditor");
      assertDone(await realm.send("DELETE", realmMappings, [auditor]));
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), ["view-users"]);
      const effective = namesIn(await realm.send("GET", `${adminMappings}/composite`));
      assert.ok(effective.includes("query-users"));
    },
  },
  {
    name: "a DELETE with one role whose id and name don't both belong to it takes nothing",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings, adminRoles } = scene;
      const mapped = adminRoles("view-users", "view-events");
      await realm.send("POST", adminMappings, mapped);
      const [events = { id: "", name: "" }] = adminRoles("view-events");
      const wrong = [
        { id: "stale", name: events.name },
        { id: events.id, name: "view-realm" },
        { id: events.id },
        { name: events.name },
      ];
      for (const role of wrong) {
        const answer = await realm.send("DELETE", adminMappings, [...mapped, role]);
        assertRefused(answer, 404, "Role not found");
      }
      const left = namesIn(await realm.send("GET", adminMappings));
      assert.deepEqual(left, ["view-events", "view-users"]);
    },
  },
];
