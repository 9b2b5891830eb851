import assert from "node:assert/strict";
import { assertDone, assertRefused } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import { makeScene } from "./make-scene.ts";
import { fieldsOf, namesIn } from "./names-in.ts";

/** What becomes of things that somebody else deletes, renames or makes again meanwhile. */
export const movingCases: readonly ContractCase[] = [
  {
    name: "a deleted role vanishes from what is mapped, in effect and in scope",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, client, userId } = scene;
      const other = await realm.makeClient({ clientId: "other" });
      const role = await realm.makeClientRole(other, "plain");
      const bundle = await realm.makeRealmRole("bundle");
      await realm.addComposites(bundle, [role]);
      const mappings = `/users/${userId}/role-mappings/clients/${other}`;
      const scope = `${client}/scope-mappings/clients/${other}`;
      assertDone(await realm.send("POST", mappings, [role]));
      assertDone(await realm.send("POST", scope, [role]));
      assertDone(await realm.send("POST", scene.realmMappings, [bundle]));
      await realm.deleteRole(role);
      for (const path of [mappings, `${mappings}/composite`, `${mappings}/available`, scope]) {
        assert.deepEqual(namesIn(await realm.send("GET", path)), []);
      }
      assertRefused(await realm.send("GET", `/roles-by-id/${role.id}`), 404);
      assertRefused(await realm.send("POST", mappings, [role]), 404, "Role not found");
      assertRefused(await realm.send("DELETE", mappings, [role]), 404, "Role not found");
    },
  },
  {
    name: "a role that is made again has another id, and nobody holds it",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId } = scene;
      const other = await realm.makeClient({ clientId: "other" });
      const first = await realm.makeClientRole(other, "plain");
      const mappings = `/users/${userId}/role-mappings/clients/${other}`;
      await realm.send("POST", mappings, [first]);
      await realm.deleteRole(first);
      const second = await realm.makeClientRole(other, "plain");
      assert.notEqual(second.id, first.id);
      assert.deepEqual(namesIn(await realm.send("GET", mappings)), []);
      assertRefused(await realm.send("POST", mappings, [first]), 404, "Role not found");
      assertDone(await realm.send("POST", mappings, [second]));
      assertRefused(await realm.send("DELETE", mappings, [first]), 404, "Role not found");
      assert.deepEqual(namesIn(await realm.send("GET", mappings)), ["plain"]);
    },
  },
  {
    name: "a renamed role stays mapped with its id, and answers 404 to its former name",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId } = scene;
      const other = await realm.makeClient({ clientId: "other" });
      const role = await realm.makeClientRole(other, "before");
      const mappings = `/users/${userId}/role-mappings/clients/${other}`;
      await realm.send("POST", mappings, [role]);
      await realm.renameRole(role, "after");
      assert.deepEqual(namesIn(await realm.send("GET", mappings)), ["after"]);
      assertRefused(await realm.send("DELETE", mappings, [role]), 404, "Role not found");
      assertRefused(await realm.send("POST", mappings, [role]), 404, "Role not found");
      const { body } = await realm.send("GET", `/roles-by-id/${role.id}`);
      assert.equal(fieldsOf(body).get("name"), "after");
      assertDone(await realm.send("DELETE", mappings, [{ id: role.id, name: "after" }]));
      assert.deepEqual(namesIn(await realm.send("GET", mappings)), []);
    },
  },
  {
    name: "a role that takes the name of another doesn't take its place",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId } = scene;
      const other = await realm.makeClient({ clientId: "other" });
      const meant = await realm.makeClientRole(other, "reader");
      const impostor = await realm.makeClientRole(other, "writer");
      await realm.renameRole(meant, "old reader");
      await realm.renameRole(impostor, "reader");
      const mappings = `/users/${userId}/role-mappings/clients/${other}`;
      assertRefused(await realm.send("POST", mappings, [meant]), 404, "Role not found");
      assert.deepEqual(namesIn(await realm.send("GET", mappings)), []);
    },
  },
  {
    name: "a realm that is gone answers 404 to the server's administrator and 401 to its own",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client, adminMappings, adminRoles } = scene;
      const own = await realm.makeAdministrator(["realm-admin"]);
      await realm.delete();
      assertRefused(await realm.send("GET", client), 404, "Realm not found.");
      const roles = adminRoles("view-users");
      assertRefused(await realm.send("POST", adminMappings, roles), 404, "Realm not found.");
      assertRefused(await own.send("GET", client), 401);
    },
  },
];
