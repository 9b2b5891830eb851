import assert from "node:assert/strict";
import { assertDone, assertRefused } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import { makeScene } from "./make-scene.ts";
import { fieldsOf, namesIn } from "./names-in.ts";

/** Who may change a client: its settings, its scope mappings and its client scopes. */
export const changingRightsCases: readonly ContractCase[] = [
  {
    name: "settings, scope mappings and client scopes need manage-clients; otherwise the server answers 403 and changes nothing",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, client, adminRoles } = scene;
      const scopeId = await realm.makeClientScope("extra", realm.adminClientUuid, []);
      const scopePath = `${client}/scope-mappings/clients/${realm.adminClientUuid}`;
      const roles = adminRoles("view-users");
      const calls = [
        ["PUT", client, { fullScopeAllowed: true }],
        ["POST", scopePath, roles],
        ["DELETE", scopePath, roles],
        ["PUT", `${client}/default-client-scopes/${scopeId}`, undefined],
        ["DELETE", `${client}/default-client-scopes/${scopeId}`, undefined],
      ] as const;
      const weak = await realm.makeAdministrator(["manage-users", "view-clients", "create-client"]);
      for (const [method, path, body] of calls) {
        assertRefused(await weak.send(method, path, body), 403);
      }
      assert.deepEqual(namesIn(await realm.send("GET", scopePath)), []);
      const settings = fieldsOf((await realm.send("GET", client)).body);
      assert.equal(settings.get("fullScopeAllowed"), false);
      const strong = await realm.makeAdministrator(["manage-clients"]);
      for (const [method, path, body] of calls) assertDone(await strong.send(method, path, body));
    },
  },
  {
    name: "manage-clients puts every admin role into scope, even those that it may not map",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, client, adminRoles } = scene;
      const { send } = await realm.makeAdministrator(["manage-clients"]);
      const path = `${client}/scope-mappings/clients/${realm.adminClientUuid}`;
      assertDone(await send("POST", path, adminRoles("realm-admin", "manage-realm")));
      assert.deepEqual(namesIn(await send("GET", path)), ["manage-realm", "realm-admin"]);
    },
  },
  {
    name: "realm roles in scope need manage-realm beside manage-clients, and a bare DELETE skips them",
    since: "26.7",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, client } = scene;
      const path = `${client}/scope-mappings/realm`;
      const auditor = await realm.makeRealmRole("auditor");
      const weak = await realm.makeAdministrator(["manage-clients", "view-realm"]);
      assertRefused(await weak.send("POST", path, [auditor]), 403);
      const strong = await realm.makeAdministrator(["manage-clients", "manage-realm"]);
      assertDone(await strong.send("POST", path, [auditor]));
      assertRefused(await weak.send("DELETE", path, [auditor]), 403);
      assertDone(await weak.send("DELETE", path));
      assert.deepEqual(namesIn(await realm.send("GET", path)), ["auditor"]);
      assertDone(await strong.send("DELETE", path, [auditor]));
    },
  },
  {
    name: "the client with the admin roles can't be changed, not even by the server's administrator",
    since: "26.7",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, adminRoles } = scene;
      const path = `/clients/${realm.adminClientUuid}`;
      const own = await realm.makeAdministrator(["realm-admin"]);
      for (const send of [realm.send, own.send]) {
        assertRefused(await send("PUT", path, { description: "changed" }), 403);
        const scope = `${path}/scope-mappings/clients/${realm.adminClientUuid}`;
        assertRefused(await send("POST", scope, adminRoles("view-users")), 403);
        const access = fieldsOf((await send("GET", path)).body).get("access");
        assert.deepEqual(access, { view: true, configure: false, manage: false });
      }
    },
  },
];
