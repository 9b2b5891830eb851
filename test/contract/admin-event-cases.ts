import assert from "node:assert/strict";
import { assertDone, assertRefused } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import type { ContractRealm } from "./contract-server.ts";
import { makeScene, type Scene } from "./make-scene.ts";
import { fieldsOf, itemsOf } from "./names-in.ts";

/** Admin events as one line each, sorted: those of one request may have the same time. */
async function eventsOf({ send }: Pick<ContractRealm, "send">, query = "") {
  const events = itemsOf(await send("GET", `/admin-events?max=100${query}`));
  const lines = events.map((event) => {
    const text = (name: string) => String(event.get(name) ?? "");
    return `${text("operationType")} ${text("resourceType")} ${text("resourcePath")}`;
  });
  return { events, lines: lines.sort() };
}

const kept = { adminEventsEnabled: true, adminEventsDetailsEnabled: true };

/** Writes three times, and gives the places of events in that order. */
async function timesOfThree({ realm, adminMappings, adminRoles }: Scene) {
  await realm.send("PUT", "", { ...kept, adminEventsDetailsEnabled: false });
  for (const name of ["view-users", "view-events", "view-realm"]) {
    await realm.send("POST", adminMappings, adminRoles(name));
    // Events of the same millisecond have no order.
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const all = await pageOf({ realm }, "first=0&max=10");
  const inOrder = all.toSorted((a, b) => a - b);
  return (times: readonly number[]) => times.map((time) => inOrder.indexOf(time));
}

async function pageOf({ realm }: Pick<Scene, "realm">, query: string): Promise<readonly number[]> {
  const path = `/admin-events?resourceTypes=CLIENT_ROLE_MAPPING&${query}`;
  return itemsOf(await realm.send("GET", path)).map((event) => Number(event.get("time")));
}

/** The day so many days from now: the server counts days in its own time zone. */
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** What the realm keeps of writes. */
export const adminEventCases: readonly ContractCase[] = [
  {
    name: "what a change of a client writes leaves an admin event each, with its path, its roles and its user",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, client, clientUuid, userId, adminMappings } = scene;
      await realm.send("PUT", "", kept);
      const { send, userId: byId } = await realm.makeAdministrator(["manage-realm", "realm-admin"]);
      const roles = scene.adminRoles("view-users", "query-users");
      const scope = `${client}/scope-mappings/clients/${realm.adminClientUuid}`;
      assertDone(await send("POST", adminMappings, roles));
      assertDone(await send("POST", scope, roles));
      assertDone(await send("DELETE", adminMappings, roles));
      assertDone(await send("DELETE", scope, roles));
      assertDone(await send("PUT", client, { publicClient: false, serviceAccountsEnabled: true }));
      const { lines, events } = await eventsOf(realm, `&authUser=${byId}`);
      const users = `users/${userId}/role-mappings/clients/${realm.adminClientUuid}`;
      assert.deepEqual(lines, [
        `CREATE CLIENT_ROLE_MAPPING ${users}`,
        `CREATE CLIENT_SCOPE_MAPPING ${scope.slice(1)}`,
        `DELETE CLIENT_ROLE_MAPPING ${users}`,
        `DELETE CLIENT_SCOPE_MAPPING ${scope.slice(1)}`,
        `UPDATE CLIENT clients/${clientUuid}`,
      ]);
      for (const event of events) {
        assert.equal(fieldsOf(event.get("authDetails")).get("userId"), byId);
        assert.ok(Math.abs(Number(event.get("time")) - Date.now()) < 600_000);
        if (event.get("resourceType") === "CLIENT") continue;
        const named: unknown = JSON.parse(String(event.get("representation")));
        assert.ok(Array.isArray(named));
        assert.deepEqual(named.map((it) => it.id).sort(), roles.map(({ id }) => id).sort());
      }
    },
  },
  {
    name: "admin events are found by path, with * for anything, by type, and up to a day",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId, adminMappings, realmMappings } = scene;
      await realm.send("PUT", "", kept);
      const role = await realm.makeRealmRole("plain");
      await realm.send("POST", adminMappings, scene.adminRoles("view-users"));
      await realm.send("POST", realmMappings, [role]);
      const ofUser = `&resourcePath=users/${userId}/*`;
      assert.equal((await eventsOf(realm, ofUser)).lines.length, 2);
      const types = "&resourceTypes=REALM_ROLE_MAPPING&resourceTypes=GROUP_MEMBERSHIP";
      assert.deepEqual((await eventsOf(realm, ofUser + types)).lines, [
        `CREATE REALM_ROLE_MAPPING users/${userId}/role-mappings/realm`,
      ]);
      assert.deepEqual((await eventsOf(realm, `&resourcePath=users/${userId}`)).lines, []);
      assert.deepEqual((await eventsOf(realm, `&dateTo=${dayIn(-2)}`)).lines, []);
      assert.equal((await eventsOf(realm, `${ofUser}&dateTo=${dayIn(1)}`)).lines.length, 2);
    },
  },
  {
    name: "admin events are found by the client and by the user that wrote, and from a day on",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, clientUuid, adminMappings } = scene;
      await realm.send("PUT", "", kept);
      const { send, userId } = await realm.makeAdministrator(["manage-users", "realm-admin"]);
      assertDone(await send("POST", adminMappings, scene.adminRoles("view-users")));
      const byUser = await eventsOf(realm, `&authUser=${userId}&dateFrom=${dayIn(-2)}`);
      assert.equal(byUser.lines.length, 1);
      const [event] = byUser.events;
      const writer = String(fieldsOf(event?.get("authDetails")).get("clientId"));
      const ofWriter = `&resourceTypes=CLIENT_ROLE_MAPPING&authClient=${writer}`;
      assert.deepEqual((await eventsOf(realm, ofWriter)).lines, byUser.lines);
      assert.deepEqual((await eventsOf(realm, `&authClient=${clientUuid}`)).lines, []);
      assert.deepEqual((await eventsOf(realm, `&authUser=${scene.userId}`)).lines, []);
      assert.deepEqual((await eventsOf(realm, `${ofWriter}&dateFrom=${dayIn(2)}`)).lines, []);
    },
  },
  {
    name: "admin events come page by page, the newest first",
    run: async (server) => {
      await using scene = await makeScene(server);
      const times = await timesOfThree(scene);
      assert.deepEqual(times(await pageOf(scene, "first=0&max=2")), [2, 1]);
      assert.deepEqual(times(await pageOf(scene, "first=2&max=2")), [0]);
      assert.deepEqual(times(await pageOf(scene, "first=3&max=2")), []);
    },
  },
  {
    name: "admin events come with the oldest first where that is asked for",
    since: "26.3",
    run: async (server) => {
      await using scene = await makeScene(server);
      const times = await timesOfThree(scene);
      assert.deepEqual(times(await pageOf(scene, "first=0&max=1&direction=asc")), [0]);
    },
  },
  {
    name: "a membership of a group leaves an event with the group, and a removal one too",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId } = scene;
      const group = await realm.makeGroup(realm.adminClientUuid, scene.adminRoles("view-users"));
      await realm.send("PUT", "", kept);
      const path = `users/${userId}/groups/${group}`;
      assertDone(await realm.send("PUT", `/${path}`));
      assertDone(await realm.send("DELETE", `/${path}`));
      const { events, lines } = await eventsOf(realm, "&resourceTypes=GROUP_MEMBERSHIP");
      assert.deepEqual(lines, [
        `CREATE GROUP_MEMBERSHIP ${path}`,
        `DELETE GROUP_MEMBERSHIP ${path}`,
      ]);
      for (const event of events) {
        const named: unknown = JSON.parse(String(event.get("representation")));
        assert.equal(fieldsOf(named).get("id"), group);
      }
    },
  },
  {
    name: "without details, events say nothing of what was sent, and the configuration says so",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminMappings } = scene;
      await realm.send("PUT", "", { ...kept, adminEventsDetailsEnabled: false });
      await realm.send("POST", adminMappings, scene.adminRoles("view-users"));
      const { events } = await eventsOf(realm, "&resourceTypes=CLIENT_ROLE_MAPPING");
      assert.deepEqual(
        events.map((event) => event.get("representation")),
        [undefined],
      );
      const config = fieldsOf((await realm.send("GET", "/events/config")).body);
      assert.equal(config.get("adminEventsEnabled"), true);
      assert.equal(config.get("adminEventsDetailsEnabled"), false);
    },
  },
  {
    name: "admin events are shown to who may view events, and to nobody else",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm } = scene;
      const viewer = await realm.makeAdministrator(["view-events"]);
      assert.equal((await viewer.send("GET", "/admin-events")).status, 200);
      const other = await realm.makeAdministrator(["view-users", "view-realm"]);
      assertRefused(await other.send("GET", "/admin-events"), 403);
    },
  },
];
