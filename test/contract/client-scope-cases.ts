import assert from "node:assert/strict";
import { assertDone, assertRefused } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import { makeScene, type Scene } from "./make-scene.ts";
import { namesIn, rolesIn } from "./names-in.ts";

const scopeNamed = async ({ realm }: Scene, name: string) => {
  const scope = rolesIn(await realm.send("GET", "/client-scopes")).find((it) => it.name === name);
  assert.ok(scope, `There is a client scope ${name}.`);
  return scope.id;
};

const defaultScopes = async ({ realm, client }: Scene) =>
  namesIn(await realm.send("GET", `${client}/default-client-scopes`));

const optionalScopes = async ({ realm, client }: Scene) =>
  namesIn(await realm.send("GET", `${client}/optional-client-scopes`));

/** What the default client scopes of a client do, and what changes them. */
export const clientScopeCases: readonly ContractCase[] = [
  {
    name: "a default client scope is added and taken by its id, as often as one likes",
    run: async (server) => {
      await using scene = await makeScene(server, { fullScopeAllowed: false });
      const { realm, client, adminRoles } = scene;
      const id = await realm.makeClientScope(
        "extra",
        realm.adminClientUuid,
        adminRoles("view-realm"),
      );
      const path = `${client}/default-client-scopes/${id}`;
      const granted = `${client}/evaluate-scopes/scope-mappings/${realm.adminClientUuid}/granted`;
      for (const { method, names } of [
        { method: "PUT", names: ["view-realm"] },
        { method: "DELETE", names: [] },
      ]) {
        assertDone(await realm.send(method, path));
        assertDone(await realm.send(method, path));
        assert.equal((await defaultScopes(scene)).includes("extra"), names.length > 0);
        assert.deepEqual(namesIn(await realm.send("GET", granted)), names);
      }
    },
  },
  {
    name: "a scope that the client has as an optional one is not made a default one, and it answers 204",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client } = scene;
      const path = `${client}/default-client-scopes/${await scopeNamed(scene, "phone")}`;
      assertDone(await realm.send("PUT", path));
      assert.ok(!(await defaultScopes(scene)).includes("phone"));
      // A DELETE takes it though; then it can be added.
      assertDone(await realm.send("DELETE", path));
      assertDone(await realm.send("PUT", path));
      assert.ok((await defaultScopes(scene)).includes("phone"));
    },
  },
  {
    name: "a client scope moves from optional to default in two requests, and back, each as often as one likes",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client } = scene;
      const id = await scopeNamed(scene, "phone");
      const optional = `${client}/optional-client-scopes/${id}`;
      const ofDefault = `${client}/default-client-scopes/${id}`;
      for (const { method, path, isOptional, isDefault } of [
        { method: "DELETE", path: optional, isOptional: false, isDefault: false },
        { method: "PUT", path: ofDefault, isOptional: false, isDefault: true },
        // What is a default one is not made an optional one.
        { method: "PUT", path: optional, isOptional: false, isDefault: true },
        { method: "DELETE", path: ofDefault, isOptional: false, isDefault: false },
        { method: "PUT", path: optional, isOptional: true, isDefault: false },
      ]) {
        assertDone(await realm.send(method, path));
        assertDone(await realm.send(method, path));
        assert.equal((await optionalScopes(scene)).includes("phone"), isOptional);
        assert.equal((await defaultScopes(scene)).includes("phone"), isDefault);
      }
    },
  },
  {
    name: "a scope of another protocol is not added, and it answers 204",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client } = scene;
      const saml = await scopeNamed(scene, "role_list");
      assertDone(await realm.send("PUT", `${client}/default-client-scopes/${saml}`));
      assert.ok(!(await defaultScopes(scene)).includes("role_list"));
    },
  },
  {
    name: "a client scope that is not there answers 404",
    run: async (server) => {
      await using scene = await makeScene(server);
      const path = `${scene.client}/default-client-scopes/none`;
      for (const method of ["PUT", "DELETE"]) {
        assertRefused(await scene.realm.send(method, path), 404, "Client scope not found");
      }
    },
  },
  {
    name: "a client made with chosen default scopes has no others, but service_account",
    since: "26.7",
    run: async (server) => {
      await using realm = await server.makeRealm();
      const uuid = await realm.makeClient({
        clientId: "chosen",
        serviceAccountsEnabled: true,
        defaultClientScopes: ["profile"],
      });
      const scopes = namesIn(await realm.send("GET", `/clients/${uuid}/default-client-scopes`));
      assert.deepEqual(scopes, ["profile", "service_account"]);
    },
  },
];
