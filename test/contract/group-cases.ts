import assert from "node:assert/strict";
import { assertRefused } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import { makeScene } from "./make-scene.ts";
import { fieldsOf, itemsOf, namesIn } from "./names-in.ts";

/** What is told of groups. */
export const groupCases: readonly ContractCase[] = [
  {
    name: "groups are counted with those below others",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm } = scene;
      const count = async () => (await realm.send("GET", "/groups/count")).body;
      assert.deepEqual(await count(), { count: 0 });
      const parent = await realm.makeGroup(realm.adminClientUuid, []);
      await realm.makeGroup(realm.adminClientUuid, [], parent);
      assert.deepEqual(await count(), { count: 2 });
    },
  },
  {
    name: "a group lists its own members, service accounts among them, and the groups right below it",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId } = scene;
      const { adminClientUuid } = realm;
      const top = await realm.makeGroup(adminClientUuid, []);
      const middle = await realm.makeGroup(adminClientUuid, [], top);
      const bottom = await realm.makeGroup(adminClientUuid, [], middle);
      await realm.joinGroup(userId, middle);
      const idsIn = async (path: string) =>
        itemsOf(await realm.send("GET", path)).map((item) => item.get("id"));
      assert.deepEqual(await idsIn(`/groups/${top}/members`), []);
      assert.deepEqual(await idsIn(`/groups/${middle}/members`), [userId]);
      assert.deepEqual(await idsIn(`/groups/${top}/children`), [middle]);
      assert.deepEqual(await idsIn(`/groups/${middle}/children`), [bottom]);
    },
  },
  {
    name: "a group's roles are without those of the groups above it, which it names, and need view-users",
    since: "26.6",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminRoles } = scene;
      const { adminClientUuid } = realm;
      const top = await realm.makeGroup(adminClientUuid, adminRoles("view-events"));
      const below = await realm.makeGroup(adminClientUuid, adminRoles("view-realm"), top);
      const path = `/groups/${below}/role-mappings/clients/${adminClientUuid}/composite`;
      const { send } = await realm.makeAdministrator(["view-clients", "view-users"]);
      assert.deepEqual(namesIn(await send("GET", path)), ["view-realm"]);
      const { body } = await send("GET", `/groups/${below}`);
      assert.equal(fieldsOf(body).get("parentId"), top);
      await realm.joinGroup(scene.userId, below);
      const [joined] = itemsOf(await send("GET", `/users/${scene.userId}/groups`));
      assert.equal(joined?.get("parentId"), top);
      const other = await realm.makeAdministrator(["view-clients"]);
      assertRefused(await other.send("GET", path), 403);
    },
  },
  {
    name: "all that a group gives itself is told at once, without what the groups above it give",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminRoles } = scene;
      const { adminClientUuid } = realm;
      const top = await realm.makeGroup(adminClientUuid, adminRoles("view-events"));
      const below = await realm.makeGroup(adminClientUuid, adminRoles("view-realm"), top);
      const path = `/groups/${below}/role-mappings`;
      const found = fieldsOf((await realm.send("GET", path)).body);
      const [[container, entry] = []] = [...fieldsOf(found.get("clientMappings"))];
      assert.equal(container, "realm-management");
      const mappings = fieldsOf(entry).get("mappings");
      assert.deepEqual(namesIn({ status: 200, body: mappings }), ["view-realm"]);
      const other = await realm.makeAdministrator(["view-clients"]);
      assertRefused(await other.send("GET", path), 403);
    },
  },
  {
    name: "groups are counted for who may search them; members need the right to view users",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm } = scene;
      const group = await realm.makeGroup(realm.adminClientUuid, []);
      const searching = await realm.makeAdministrator(["query-groups"]);
      assert.ok(fieldsOf((await searching.send("GET", "/groups/count")).body).has("count"));
      assertRefused(await searching.send("GET", `/groups/${group}/members`), 403);
      const viewing = await realm.makeAdministrator(["view-users"]);
      assert.deepEqual(itemsOf(await viewing.send("GET", `/groups/${group}/members`)), []);
      const other = await realm.makeAdministrator(["view-clients", "view-realm"]);
      assertRefused(await other.send("GET", "/groups/count"), 403);
      assertRefused(await other.send("GET", `/groups/${group}/members`), 403);
    },
  },
];
