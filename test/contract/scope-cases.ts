import assert from "node:assert/strict";
import { assertDone, assertRefused } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import { makeScene, type Scene } from "./make-scene.ts";
import { fieldsOf, namesIn } from "./names-in.ts";

const adminScope = ({ client, realm }: Scene) =>
  `${client}/scope-mappings/clients/${realm.adminClientUuid}`;
const realmScope = ({ client }: Scene) => `${client}/scope-mappings/realm`;
const granted = ({ client, realm }: Scene, container: string = realm.adminClientUuid) =>
  `${client}/evaluate-scopes/scope-mappings/${encodeURIComponent(container)}/granted?scope=`;

/** Which roles a client may have in its tokens: scope mappings, and full scope. */
export const scopeCases: readonly ContractCase[] = [
  {
    name: "with full scope every role of a container is granted, without it only the client's own",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client, clientUuid } = scene;
      const own = await realm.makeClientRole(clientUuid, "own");
      const all = namesIn(await realm.send("GET", `/clients/${realm.adminClientUuid}/roles`));
      assert.deepEqual(namesIn(await realm.send("GET", granted(scene))), all);
      assertDone(await realm.send("PUT", client, { fullScopeAllowed: false }));
      assert.deepEqual(namesIn(await realm.send("GET", granted(scene))), []);
      assert.deepEqual(namesIn(await realm.send("GET", granted(scene, realm.name))), []);
      const ofOwn = namesIn(await realm.send("GET", granted(scene, clientUuid)));
      assert.deepEqual(ofOwn, [own.name]);
    },
  },
  {
    name: "a scope mapping grants the role and what comes with it, and its DELETE takes both away",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, adminRoles } = scene;
      const path = adminScope(scene);
      const roles = adminRoles("view-users", "view-events");
      assertDone(await realm.send("POST", path, roles));
      assertDone(await realm.send("POST", path, roles));
      assert.deepEqual(namesIn(await realm.send("GET", path)), ["view-events", "view-users"]);
      assert.deepEqual(namesIn(await realm.send("GET", granted(scene))), [
        "query-groups",
        "query-users",
        "view-events",
        "view-users",
      ]);
      assertDone(await realm.send("DELETE", path, adminRoles("view-users", "manage-users")));
      assert.deepEqual(namesIn(await realm.send("GET", path)), ["view-events"]);
      assert.deepEqual(namesIn(await realm.send("GET", granted(scene))), ["view-events"]);
    },
  },
  {
    name: "all scope mappings of a client are told at once, by container, to who may view clients",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, client, adminRoles } = scene;
      const bundle = await realm.makeRealmRole("bundle");
      assertDone(await realm.send("POST", adminScope(scene), adminRoles("view-users")));
      assertDone(await realm.send("POST", realmScope(scene), [bundle]));
      const path = `${client}/scope-mappings`;
      const found = fieldsOf((await realm.send("GET", path)).body);
      assert.deepEqual(namesIn({ status: 200, body: found.get("realmMappings") }), ["bundle"]);
      const [[container, entry] = []] = [...fieldsOf(found.get("clientMappings"))];
      assert.equal(container, "realm-management");
      assert.equal(fieldsOf(entry).get("id"), realm.adminClientUuid);
      const mappings = fieldsOf(entry).get("mappings");
      assert.deepEqual(namesIn({ status: 200, body: mappings }), ["view-users"]);
      const other = await realm.makeAdministrator(["view-users"]);
      assertRefused(await other.send("GET", path), 403);
    },
  },
  {
    name: "one scope mapping of a composite realm role grants the admin roles in it",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, adminRoles } = scene;
      const bundle = await realm.makeRealmRole("bundle");
      await realm.addComposites(bundle, adminRoles("view-events"));
      assertDone(await realm.send("POST", realmScope(scene), [bundle]));
      assert.deepEqual(namesIn(await realm.send("GET", realmScope(scene))), ["bundle"]);
      assert.deepEqual(namesIn(await realm.send("GET", adminScope(scene))), []);
      assert.deepEqual(namesIn(await realm.send("GET", granted(scene))), ["view-events"]);
      const ofRealm = namesIn(await realm.send("GET", granted(scene, realm.name)));
      assert.deepEqual(ofRealm, ["bundle"]);
      assertDone(await realm.send("DELETE", realmScope(scene), [bundle]));
      assert.deepEqual(namesIn(await realm.send("GET", granted(scene))), []);
    },
  },
  {
    name: "a client's role is put into scope by its name alone, whatever id is sent with it",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, adminRoles } = scene;
      const path = adminScope(scene);
      const [events = { id: "", name: "" }] = adminRoles("view-events");
      assertDone(await realm.send("POST", path, [{ name: "view-users" }]));
      assertDone(await realm.send("POST", path, [{ id: events.id, name: "view-realm" }]));
      assertDone(await realm.send("POST", path, [{ id: "stale", name: "view-clients" }]));
      assertRefused(await realm.send("POST", path, [{ id: events.id }]), 404, "Role not found");
      const mapped = namesIn(await realm.send("GET", path));
      assert.deepEqual(mapped, ["view-clients", "view-realm", "view-users"]);
      assertDone(await realm.send("DELETE", path, [{ id: "stale", name: "view-users" }]));
      assertRefused(await realm.send("DELETE", path, [{ id: events.id }]), 404, "Role not found");
      const left = namesIn(await realm.send("GET", path));
      assert.deepEqual(left, ["view-clients", "view-realm"]);
    },
  },
  {
    name: "a client's role is put into scope by its name alone",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      assertDone(await scene.realm.send("POST", adminScope(scene), [{ name: "view-events" }]));
      assert.deepEqual(namesIn(await scene.realm.send("GET", adminScope(scene))), ["view-events"]);
    },
  },
  {
    name: "a realm role is put into scope by its id alone, and the id of a client's role is taken too",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, adminRoles } = scene;
      const path = realmScope(scene);
      const auditor = await realm.makeRealmRole("auditor");
      const stale = [{ id: "stale", name: "auditor" }];
      assertRefused(await realm.send("POST", path, stale), 404, "Role not found");
      assertRefused(await realm.send("POST", path, [{ name: "auditor" }]), 500);
      assertDone(await realm.send("POST", path, [{ id: auditor.id }]));
      assertDone(await realm.send("POST", path, adminRoles("view-events")));
      assert.deepEqual(namesIn(await realm.send("GET", path)), ["auditor"]);
      assert.deepEqual(namesIn(await realm.send("GET", adminScope(scene))), ["view-events"]);
    },
  },
  {
    name: "one unknown role keeps the whole request from being applied, in scope mappings too",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, adminRoles } = scene;
      const path = adminScope(scene);
      await realm.send("POST", path, adminRoles("view-realm"));
      const unknown = { id: "stale", name: "no such role" };
      const added = [...adminRoles("view-users"), unknown];
      const taken = [...adminRoles("view-realm"), unknown];
      assertRefused(await realm.send("POST", path, added), 404, "Role not found");
      assertRefused(await realm.send("DELETE", path, taken), 404, "Role not found");
      assert.deepEqual(namesIn(await realm.send("GET", path)), ["view-realm"]);
    },
  },
  {
    name: "a DELETE of scope mappings without a body takes every one of that container",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, adminRoles } = scene;
      const path = adminScope(scene);
      await realm.send("POST", path, adminRoles("view-users", "view-realm"));
      await realm.send("POST", realmScope(scene), [await realm.makeRealmRole("auditor")]);
      assertRefused(await realm.send("POST", path), 500);
      assertDone(await realm.send("DELETE", path, []));
      assert.equal(namesIn(await realm.send("GET", path)).length, 2);
      assertDone(await realm.send("DELETE", path));
      assert.deepEqual(namesIn(await realm.send("GET", path)), []);
      assert.deepEqual(namesIn(await realm.send("GET", realmScope(scene))), ["auditor"]);
      assertDone(await realm.send("DELETE", realmScope(scene)));
      assert.deepEqual(namesIn(await realm.send("GET", realmScope(scene))), []);
    },
  },
  {
    name: "scope of a container that is not there answers 404",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, client } = scene;
      const ofNone = `${client}/scope-mappings/clients/none`;
      assertRefused(await realm.send("GET", ofNone), 404, "Could not find client");
      assertRefused(await realm.send("POST", ofNone, []), 404, "Could not find client");
      const answer = await realm.send("GET", granted(scene, "none"));
      assertRefused(answer, 404, "Role Container not found");
    },
  },
];
