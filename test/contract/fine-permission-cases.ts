import assert from "node:assert/strict";
import type { ContractCase } from "./contract-case.ts";
import type { ContractRealm } from "./contract-server.ts";
import { makeScene, type Scene } from "./make-scene.ts";
import { fieldsOf, itemsOf, namesIn, rolesIn } from "./names-in.ts";

/** Switches fine-grained permissions on; tells the path of the client that carries them. */
async function switchOn({ send }: ContractRealm): Promise<string> {
  assert.equal((await send("PUT", "", { adminPermissionsEnabled: true })).status, 204);
  const client = fieldsOf(fieldsOf((await send("GET", "")).body).get("adminPermissionsClient"));
  return `/clients/${String(client.get("id"))}/authz/resource-server`;
}

/** Makes a policy that names the scene's account, and a permission for all users that uses it. */
async function makePermission({ realm, userId }: Scene, server: string): Promise<void> {
  const policy = { name: "by user", users: [userId] };
  assert.equal((await realm.send("POST", `${server}/policy/user`, policy)).status, 201);
  const [made] = rolesIn(await realm.send("GET", `${server}/policy?first=0&max=100`));
  const permission = {
    name: "see users",
    resourceType: "Users",
    resources: [],
    scopes: ["view"],
    policies: [made?.id],
  };
  assert.equal((await realm.send("POST", `${server}/permission/scope`, permission)).status, 201);
}

/** Fine-grained admin permissions, as far as they are looked for. */
export const finePermissionCases: readonly ContractCase[] = [
  {
    name: "a realm says whether fine-grained permissions are on; the client that carries them stays when they are off",
    since: "26.2",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { send } = scene.realm;
      const shown = async () => fieldsOf((await send("GET", "")).body);
      const before = await shown();
      assert.equal(before.get("adminPermissionsEnabled"), false);
      assert.equal(before.get("adminPermissionsClient") ?? undefined, undefined);
      await switchOn(scene.realm);
      const on = await shown();
      assert.equal(on.get("adminPermissionsEnabled"), true);
      await send("PUT", "", { adminPermissionsEnabled: false });
      const off = await shown();
      assert.equal(off.get("adminPermissionsEnabled"), false);
      assert.deepEqual(off.get("adminPermissionsClient"), on.get("adminPermissionsClient"));
    },
  },
  {
    name: "who may not view the realm isn't told whether fine-grained permissions are on",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { send } = await scene.realm.makeAdministrator(["view-clients", "view-users"]);
      const shown = fieldsOf((await send("GET", "")).body);
      assert.equal(shown.has("adminPermissionsEnabled"), false);
    },
  },
  {
    name: "before 26.2 a realm says nothing of fine-grained permissions",
    until: "26.0",
    run: async (server) => {
      await using scene = await makeScene(server);
      const shown = fieldsOf((await scene.realm.send("GET", "")).body);
      assert.equal(shown.has("accessTokenLifespan"), true);
      assert.equal(shown.has("adminPermissionsEnabled"), false);
    },
  },
  {
    name: "the client with the admin roles is no authorization server where no permissions of the older kind were made",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm } = scene;
      const client = await realm.send("GET", `/clients/${realm.adminClientUuid}`);
      assert.notEqual(fieldsOf(client.body).get("authorizationServicesEnabled"), true);
    },
  },
  {
    name: "policies and permissions stand in one list, with whom they name and what they are about",
    since: "26.2",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId } = scene;
      const path = await switchOn(realm);
      await makePermission(scene, path);
      const listed = itemsOf(await realm.send("GET", `${path}/policy?first=0&max=100`));
      const found = new Map(listed.map((it) => [it.get("name"), it] as const));
      const policy = found.get("by user");
      assert.equal(policy?.get("type"), "user");
      assert.equal(policy?.get("logic"), "POSITIVE");
      assert.equal(fieldsOf(policy?.get("config")).get("users"), JSON.stringify([userId]));
      const permission = found.get("see users");
      assert.equal(permission?.get("type"), "scope");
      assert.equal(fieldsOf(permission?.get("config")).get("defaultResourceType"), "Users");
      const dependent = `${path}/policy/${String(policy?.get("id"))}/dependentPolicies`;
      assert.deepEqual(namesIn(await realm.send("GET", dependent)), ["see users"]);
    },
  },
  {
    name: "policies are shown to who may view the realm, and to nobody who may only view clients",
    since: "26.7",
    run: async (server) => {
      await using scene = await makeScene(server);
      const path = await switchOn(scene.realm);
      const statusFor = async (roles: readonly string[]) => {
        const { send } = await scene.realm.makeAdministrator(roles);
        return (await send("GET", `${path}/policy`)).status;
      };
      assert.equal(await statusFor(["view-realm"]), 200);
      assert.equal(await statusFor(["view-clients", "view-users", "view-authorization"]), 403);
    },
  },
  {
    name: "the groups of an account name the groups that they are in",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId } = scene;
      const parent = await realm.makeGroup(realm.adminClientUuid, []);
      const child = await realm.makeGroup(realm.adminClientUuid, [], parent);
      await realm.joinGroup(userId, child);
      const groups = itemsOf(await realm.send("GET", `/users/${userId}/groups`));
      assert.deepEqual(
        groups.map((it) => [it.get("id"), it.get("parentId")]),
        [[child, parent]],
      );
      const above = fieldsOf((await realm.send("GET", `/groups/${parent}`)).body);
      assert.equal(above.get("parentId") ?? undefined, undefined);
    },
  },
];
