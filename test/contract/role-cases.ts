import assert from "node:assert/strict";
import type { ContractCase } from "./contract-case.ts";
import { makeScene, type Scene } from "./make-scene.ts";
import { itemsOf, namesIn } from "./names-in.ts";

/** The users that an address lists, by their ids. */
const idsIn = async ({ realm }: Scene, path: string) =>
  itemsOf(await realm.send("GET", path)).map((user) => user.get("id"));

/** The status that somebody with these admin roles gets. */
async function statusFor({ realm }: Scene, roles: readonly string[], path: string) {
  const { send } = await realm.makeAdministrator(roles);
  return (await send("GET", path)).status;
}

/** How it is found which roles give power, and who has them. */
export const roleCases: readonly ContractCase[] = [
  {
    name: "the realm's roles are listed page by page, and say whether they are composite ones",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminRoles } = scene;
      const [plain, outer] = [
        await realm.makeRealmRole("plain"),
        await realm.makeRealmRole("outer"),
      ];
      await realm.addComposites(outer, adminRoles("view-events"));
      const all = itemsOf(await realm.send("GET", "/roles"));
      const isComposite = (id: string) =>
        all.find((role) => role.get("id") === id)?.get("composite");
      assert.equal(isComposite(plain.id), false);
      assert.equal(isComposite(outer.id), true);
      const pages = [];
      for (let first = 0; first < all.length; first += 2) {
        pages.push(...namesIn(await realm.send("GET", `/roles?first=${first}&max=2`)));
      }
      assert.deepEqual(pages.sort(), all.map((role) => String(role.get("name"))).sort());
    },
  },
  {
    name: "roles of the realm and of a client are searched for by a part of their name, whatever the case, page by page",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client, clientUuid } = scene;
      const names = ["Bill-read", "bill-write", "rebill", "other"];
      for (const name of names) {
        await realm.makeRealmRole(name);
        await realm.makeClientRole(clientUuid, name);
      }
      for (const roles of ["/roles", `${client}/roles`]) {
        const find = async (query: string) => namesIn(await realm.send("GET", `${roles}?${query}`));
        assert.deepEqual(await find("search=BILL"), ["Bill-read", "bill-write", "rebill"]);
        const pages = await Promise.all(
          [0, 1, 2, 3].map((first) => find(`search=bill&first=${first}&max=1`)),
        );
        assert.deepEqual(pages.flat().sort(), ["Bill-read", "bill-write", "rebill"]);
        assert.deepEqual(pages[3], []);
        const all = await find("");
        const parts = await Promise.all(
          [0, 2, 4, 6, 8].map((first) => find(`first=${first}&max=2`)),
        );
        assert.deepEqual(parts.flat().sort(), all);
      }
    },
  },
  {
    name: "the realm's roles are listed for who may view or manage the realm",
    since: "26.6",
    run: async (server) => {
      await using scene = await makeScene(server);
      assert.equal(await statusFor(scene, ["view-realm"], "/roles"), 200);
      assert.equal(await statusFor(scene, ["manage-realm"], "/roles"), 200);
      assert.equal(await statusFor(scene, ["view-clients", "view-users"], "/roles"), 403);
    },
  },
  {
    name: "a composite role lists the roles in it by their container, and not what these hold",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminRoles } = scene;
      const [inner, outer] = [
        await realm.makeRealmRole("inner"),
        await realm.makeRealmRole("outer"),
      ];
      await realm.addComposites(inner, adminRoles("view-realm"));
      await realm.addComposites(outer, [inner, ...adminRoles("view-users")]);
      const together = await realm.send("GET", `/roles-by-id/${outer.id}/composites`);
      assert.deepEqual(namesIn(together), ["inner", "view-users"]);
      const composites = `/roles-by-id/${outer.id}/composites`;
      assert.deepEqual(namesIn(await realm.send("GET", `${composites}/realm`)), ["inner"]);
      const ofClient = `${composites}/clients/${realm.adminClientUuid}`;
      assert.deepEqual(namesIn(await realm.send("GET", ofClient)), ["view-users"]);
    },
  },
  {
    name: "a composite role lists all roles in it at once, each with its container and whether it is composite",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminRoles } = scene;
      const outer = await realm.makeRealmRole("outer");
      const helper = await realm.makeClientRole(scene.clientUuid, "helper");
      await realm.addComposites(outer, [helper, ...adminRoles("view-users", "view-events")]);
      const listed = itemsOf(await realm.send("GET", `/roles-by-id/${outer.id}/composites`));
      const told = listed.map((role) =>
        ["name", "clientRole", "containerId", "composite"].map((field) => role.get(field)),
      );
      const byName = (a: readonly unknown[], b: readonly unknown[]) =>
        String(a[0]) < String(b[0]) ? -1 : 1;
      assert.deepEqual(told.sort(byName), [
        ["helper", true, scene.clientUuid, false],
        ["view-events", true, realm.adminClientUuid, false],
        ["view-users", true, realm.adminClientUuid, true],
      ]);
    },
  },
  {
    name: "who may not view clients is not shown the client roles in a composite role",
    since: "26.7",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminRoles } = scene;
      const outer = await realm.makeRealmRole("outer");
      await realm.addComposites(outer, adminRoles("view-users"));
      const path = `/roles-by-id/${outer.id}/composites/clients/${realm.adminClientUuid}`;
      const namesFor = async (roles: readonly string[]) =>
        namesIn(await (await realm.makeAdministrator(roles)).send("GET", path));
      assert.deepEqual(await namesFor(["view-realm"]), []);
      assert.deepEqual(await namesFor(["view-realm", "view-clients"]), ["view-users"]);
      assert.equal(await statusFor(scene, ["view-clients"], path), 403);
    },
  },
  {
    name: "the users with a role are those who have it mapped, service accounts among them",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId, adminMappings, realmMappings, adminRoles } = scene;
      const outer = await realm.makeRealmRole("outer");
      await realm.addComposites(outer, adminRoles("view-realm"));
      await realm.send("POST", realmMappings, [outer]);
      await realm.send("POST", adminMappings, adminRoles("view-events"));
      const admin = `/clients/${realm.adminClientUuid}/roles`;
      assert.deepEqual(await idsIn(scene, `${admin}/view-events/users`), [userId]);
      assert.deepEqual(await idsIn(scene, "/roles/outer/users"), [userId]);
      // It has this one through the composite role alone.
      assert.deepEqual(await idsIn(scene, `${admin}/view-realm/users`), []);
    },
  },
  {
    name: "the groups with a role tell the names above them",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminRoles } = scene;
      const { adminClientUuid } = realm;
      const parent = await realm.makeGroup(adminClientUuid, adminRoles("view-events"));
      const child = await realm.makeGroup(adminClientUuid, adminRoles("view-realm"), parent);
      const groupsWith = async (role: string) =>
        itemsOf(await realm.send("GET", `/clients/${adminClientUuid}/roles/${role}/groups`));
      const [above = new Map(), ...more] = await groupsWith("view-events");
      const [below = new Map()] = await groupsWith("view-realm");
      assert.deepEqual([above.get("id"), more], [parent, []]);
      assert.equal(below.get("id"), child);
      assert.equal(above.get("path"), `/${above.get("name")}`);
      assert.equal(below.get("path"), `${above.get("path")}/${below.get("name")}`);
    },
  },
  {
    name: "who has a role is told to who may view its container, and users or groups",
    since: "26.7",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm } = scene;
      await realm.makeRealmRole("plain");
      const ofClient = `/clients/${realm.adminClientUuid}/roles/view-events`;
      for (const [container, right] of [
        [ofClient, "view-clients"],
        ["/roles/plain", "view-realm"],
      ] as const) {
        const status = (roles: readonly string[], what: string) =>
          statusFor(scene, roles, `${container}/${what}`);
        assert.equal(await status([right, "view-users"], "users"), 200);
        assert.equal(await status([right], "users"), 403);
        assert.equal(await status(["view-users"], "users"), 403);
        assert.equal(await status([right, "query-groups"], "groups"), 200);
        assert.equal(await status([right], "groups"), 403);
        assert.equal(await status(["view-users"], "groups"), 403);
      }
    },
  },
];
