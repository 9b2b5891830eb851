import assert from "node:assert/strict";
import { assertRefused } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import { makeScene, type Scene } from "./make-scene.ts";
import { fieldsOf, itemsOf, namesIn } from "./names-in.ts";

/** The statuses of reads by a person with these admin roles. */
async function statuses(
  { realm }: Scene,
  adminRoles: readonly string[],
  paths: readonly string[],
): Promise<readonly number[]> {
  const { send } = await realm.makeAdministrator(adminRoles);
  const answers = [];
  for (const path of paths) answers.push((await send("GET", path)).status);
  return answers;
}

/** Who may read what. */
export const readingRightsCases: readonly ContractCase[] = [
  {
    name: "a client, its roles, its user and its scope need view-clients or manage-clients",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client } = scene;
      const paths = [
        client,
        `/clients/${realm.adminClientUuid}`,
        `${client}/roles`,
        `${client}/service-account-user`,
        `${client}/default-client-scopes`,
        `${client}/scope-mappings/realm`,
        `${client}/scope-mappings/clients/${realm.adminClientUuid}`,
        `${client}/evaluate-scopes/scope-mappings/${realm.adminClientUuid}/granted?scope=`,
      ];
      const all = (status: number) => paths.map(() => status);
      assert.deepEqual(await statuses(scene, ["view-clients"], paths), all(200));
      assert.deepEqual(await statuses(scene, ["manage-clients"], paths), all(200));
      const others = ["manage-users", "manage-realm", "create-client", "view-authorization"];
      assert.deepEqual(await statuses(scene, others, paths), all(403));
    },
  },
  {
    name: "who may only search for clients reads neither a client nor its roles",
    since: "26.7",
    run: async (server) => {
      await using scene = await makeScene(server);
      const paths = [scene.client, `${scene.client}/roles`];
      assert.deepEqual(await statuses(scene, ["query-clients"], paths), [403, 403]);
    },
  },
  {
    name: "who may only search for clients gets an empty list of client scopes",
    run: async (server) => {
      await using scene = await makeScene(server);
      const listFor = async (role: string) =>
        (await scene.realm.makeAdministrator([role])).send("GET", "/client-scopes");
      assert.deepEqual(await listFor("query-clients"), { status: 200, body: [] });
      assert.ok(itemsOf(await listFor("view-clients")).length > 0);
      assert.equal((await listFor("view-users")).status, 403);
    },
  },
  {
    name: "who may only search for clients finds none, and who may not even search gets 403",
    run: async (server) => {
      await using scene = await makeScene(server);
      const searching = await scene.realm.makeAdministrator(["query-clients"]);
      assert.deepEqual(await searching.send("GET", "/clients?clientId=api"), {
        status: 200,
        body: [],
      });
      const viewing = await scene.realm.makeAdministrator(["view-clients"]);
      assert.equal(itemsOf(await viewing.send("GET", "/clients?clientId=api")).length, 1);
      const other = await scene.realm.makeAdministrator(["manage-users"]);
      assertRefused(await other.send("GET", "/clients?clientId=api"), 403);
    },
  },
  {
    name: "mapped and effective roles of a client need the right to view users and to view clients",
    since: "26.7",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { adminMappings } = scene;
      const paths = [adminMappings, `${adminMappings}/composite`];
      assert.deepEqual(await statuses(scene, ["view-users", "view-clients"], paths), [200, 200]);
      assert.deepEqual(
        await statuses(scene, ["manage-users", "manage-clients"], paths),
        [200, 200],
      );
      assert.deepEqual(await statuses(scene, ["manage-users"], paths), [403, 403]);
      assert.deepEqual(await statuses(scene, ["manage-clients"], paths), [403, 403]);
    },
  },
  {
    name: "what is offered of a client, and realm roles, need the right to view users alone",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { adminMappings, realmMappings } = scene;
      const paths = [
        `${adminMappings}/available`,
        realmMappings,
        `${realmMappings}/composite`,
        `${realmMappings}/available`,
      ];
      const all = (status: number) => paths.map(() => status);
      assert.deepEqual(await statuses(scene, ["view-users"], paths), all(200));
      assert.deepEqual(await statuses(scene, ["manage-users"], paths), all(200));
      assert.deepEqual(await statuses(scene, ["query-users", "view-clients"], paths), all(403));
    },
  },
  {
    name: "the list of all mappings leaves out, without a word, what its reader may not view",
    since: "26.7",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId, adminMappings, adminRoles } = scene;
      await realm.send("POST", adminMappings, adminRoles("view-events"));
      const shownTo = async (names: readonly string[]) => {
        const { send } = await realm.makeAdministrator(names);
        const { status, body } = await send("GET", `/users/${userId}/role-mappings`);
        assert.equal(status, 200);
        return [...fieldsOf(body).keys()].sort();
      };
      assert.deepEqual(await shownTo(["view-users"]), []);
      assert.deepEqual(await shownTo(["view-users", "view-clients"]), ["clientMappings"]);
      assert.deepEqual(await shownTo(["manage-users", "view-realm"]), ["realmMappings"]);
      assert.deepEqual(await shownTo(["view-users", "view-realm", "view-clients"]), [
        "clientMappings",
        "realmMappings",
      ]);
    },
  },
  {
    name: "a client says what its reader may do to it",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client } = scene;
      const accessOf = async (names: readonly string[]) => {
        const { send } = await realm.makeAdministrator(names);
        return fieldsOf((await send("GET", client)).body).get("access");
      };
      const viewOnly = { view: true, configure: false, manage: false };
      const everything = { view: true, configure: true, manage: true };
      assert.deepEqual(await accessOf(["view-clients"]), viewOnly);
      assert.deepEqual(await accessOf(["view-clients", "manage-users"]), viewOnly);
      assert.deepEqual(await accessOf(["manage-clients"]), everything);
      assert.deepEqual(await accessOf(["realm-admin"]), everything);
    },
  },
  {
    name: "a role asked for by its id needs the right to view its container",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminRoles } = scene;
      const auditor = await realm.makeRealmRole("auditor");
      const [events = { id: "", name: "" }] = adminRoles("view-events");
      const paths = [`/roles-by-id/${events.id}`, `/roles-by-id/${auditor.id}`];
      assert.deepEqual(await statuses(scene, ["view-clients"], paths), [200, 403]);
      assert.deepEqual(await statuses(scene, ["view-realm"], paths), [403, 200]);
      assert.deepEqual(await statuses(scene, ["view-users"], paths), [403, 403]);
    },
  },
  {
    name: "granted realm roles are left out for who may not view the realm, unless full scope is on",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, client } = scene;
      const auditor = await realm.makeRealmRole("auditor");
      await realm.send("POST", `${client}/scope-mappings/realm`, [auditor]);
      const { send } = await realm.makeAdministrator(["view-clients"]);
      const container = encodeURIComponent(realm.name);
      const path = `${client}/evaluate-scopes/scope-mappings/${container}/granted?scope=`;
      assert.deepEqual(namesIn(await realm.send("GET", path)), ["auditor"]);
      assert.deepEqual(namesIn(await send("GET", path)), []);
      await realm.send("PUT", client, { fullScopeAllowed: true });
      assert.ok(namesIn(await send("GET", path)).includes("auditor"));
    },
  },
  {
    name: "what is not granted has, for who may not view the realm, realm roles that are granted",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, client } = scene;
      const auditor = await realm.makeRealmRole("auditor");
      await realm.send("POST", `${client}/scope-mappings/realm`, [auditor]);
      const container = encodeURIComponent(realm.name);
      const path = `${client}/evaluate-scopes/scope-mappings/${container}/not-granted?scope=`;
      const isListedFor = async (roles: readonly string[]) => {
        const { send } = await realm.makeAdministrator(roles);
        return namesIn(await send("GET", path)).includes("auditor");
      };
      assert.equal(await isListedFor(["view-clients"]), true);
      assert.equal(await isListedFor(["manage-clients"]), true);
      assert.equal(await isListedFor(["view-clients", "view-realm"]), false);
    },
  },
  {
    name: "granted roles of a client are shown to everyone who may list its roles",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, client, adminRoles } = scene;
      const roles = `/clients/${realm.adminClientUuid}/roles`;
      const mappings = `${client}/scope-mappings/clients/${realm.adminClientUuid}`;
      await realm.send("POST", mappings, adminRoles("view-events"));
      const path = `${client}/evaluate-scopes/scope-mappings/${realm.adminClientUuid}/granted?scope=`;
      for (const names of [["view-clients"], ["manage-clients"], ["view-clients", "view-users"]]) {
        const { send } = await realm.makeAdministrator(names);
        assert.equal((await send("GET", roles)).status, 200);
        assert.deepEqual(namesIn(await send("GET", path)), ["view-events"]);
      }
    },
  },
  {
    name: "who may not view the realm puts no realm role into a scope",
    since: "26.6",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, client } = scene;
      const auditor = await realm.makeRealmRole("auditor");
      const { send } = await realm.makeAdministrator(["manage-clients"]);
      assertRefused(await send("POST", `${client}/scope-mappings/realm`, [auditor]), 403);
    },
  },
  {
    name: "what isn't there answers 404 to who may search for it, else 403",
    since: "26.7",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm } = scene;
      const paths = ["/clients/none", "/clients/none/service-account-user"];
      const ofNobody = [`/users/nobody/role-mappings/clients/${realm.adminClientUuid}`];
      assert.deepEqual(await statuses(scene, ["query-clients"], paths), [404, 404]);
      assert.deepEqual(await statuses(scene, ["query-users"], paths), [403, 403]);
      assert.deepEqual(await statuses(scene, ["query-users"], ofNobody), [404]);
      assert.deepEqual(await statuses(scene, ["view-clients"], ofNobody), [403]);
    },
  },
  {
    name: "a token of nobody answers 401, as does one of a user who is disabled or deleted",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client } = scene;
      assertRefused(await realm.sendUnknown("GET", client), 401);
      const disabled = await realm.makeAdministrator(["realm-admin"]);
      const deleted = await realm.makeAdministrator(["realm-admin"]);
      assert.equal((await disabled.send("GET", client)).status, 200);
      await realm.enableUser(disabled.userId, false);
      await realm.deleteUser(deleted.userId);
      assertRefused(await disabled.send("GET", client), 401);
      assertRefused(await deleted.send("GET", client), 401);
    },
  },
];
