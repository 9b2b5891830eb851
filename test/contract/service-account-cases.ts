import assert from "node:assert/strict";
import { assertDone, assertRefused } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import { makeScene, serviceAccountUserId } from "./make-scene.ts";
import { fieldsOf, itemsOf, namesIn } from "./names-in.ts";

const switchOn = { publicClient: false, serviceAccountsEnabled: true };

/** What switching service accounts on and off does, and what it leaves alone. */
export const serviceAccountCases: readonly ContractCase[] = [
  {
    name: "a client without a service account answers 400 when asked for its user",
    run: async (server) => {
      await using realm = await server.makeRealm();
      const uuid = await realm.makeClient({ clientId: "web", publicClient: true });
      const answer = await realm.send("GET", `/clients/${uuid}/service-account-user`);
      assertRefused(answer, 400, "Service account not enabled for the client 'web'");
    },
  },
  {
    name: "asking for the user of a client with service accounts on makes a missing one",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client, clientUuid, userId } = scene;
      await realm.deleteUser(userId);
      const named = "/users?username=service-account-api&exact=true";
      assert.deepEqual((await realm.send("GET", named)).body, []);
      assert.notEqual(await serviceAccountUserId(realm, clientUuid), userId);
      assert.equal(itemsOf(await realm.send("GET", named)).length, 1);
      assertDone(
        await realm.send("PUT", client, { publicClient: true, serviceAccountsEnabled: true }),
      );
      await realm.deleteUser(await serviceAccountUserId(realm, clientUuid));
      assert.equal((await realm.send("GET", `${client}/service-account-user`)).status, 200);
    },
  },
  {
    name: "a user that is called like a client's account is found by name and isn't linked to it",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client, userId } = scene;
      await realm.deleteUser(userId);
      const made = await realm.send("POST", "/users", { username: "service-account-api" });
      assert.equal(made.status, 201);
      assertRefused(await realm.send("GET", `${client}/service-account-user`), 409);
    },
  },
  {
    name: "a user is read by its id, with whether it is enabled",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId } = scene;
      await realm.enableUser(userId, false);
      assert.equal(
        fieldsOf((await realm.send("GET", `/users/${userId}`)).body).get("enabled"),
        false,
      );
      await realm.deleteUser(userId);
      assertRefused(await realm.send("GET", `/users/${userId}`), 404, "User not found");
    },
  },
  {
    name: "a PUT of two settings switches service accounts on and leaves all else as it was",
    run: async (server) => {
      await using realm = await server.makeRealm();
      const path = `/clients/${await realm.makeClient({
        clientId: "web",
        publicClient: true,
        fullScopeAllowed: false,
      })}`;
      const before = fieldsOf((await realm.send("GET", path)).body);
      assert.equal(before.has("secret"), false);
      assertDone(await realm.send("PUT", path, switchOn));
      const after = fieldsOf((await realm.send("GET", path)).body);
      const changed = [...after.keys()].filter(
        (field) => JSON.stringify(after.get(field)) !== JSON.stringify(before.get(field)),
      );
      const expected = ["publicClient", "secret", "serviceAccountsEnabled"];
      // These hold the time of the secret, lists in no fixed order, and what 26.0 adds of its own.
      const others = [
        ...["attributes", "defaultClientScopes", "optionalClientScopes"],
        ...["protocolMappers"],
      ];
      assert.deepEqual(changed.filter((field) => !others.includes(field)).sort(), expected);
      assert.equal(typeof after.get("secret"), "string");
      const { status, body } = await realm.send("GET", `${path}/default-client-scopes`);
      assert.ok(namesIn({ status, body }).includes("roles"));
    },
  },
  {
    name: "a client that logs out through the browser goes on so where the PUT names it",
    run: async (server) => {
      await using realm = await server.makeRealm();
      const path = `/clients/${await realm.makeClient({ clientId: "web", publicClient: true })}`;
      assertDone(await realm.send("PUT", path, { frontchannelLogout: true }));
      assertDone(await realm.send("PUT", path, { ...switchOn, frontchannelLogout: true }));
      const after = fieldsOf((await realm.send("GET", path)).body);
      assert.equal(after.get("frontchannelLogout"), true);
    },
  },
  {
    name: "a public client that doesn't log out through the browser goes on so where the PUT names it, also once it is public again",
    run: async (server) => {
      await using realm = await server.makeRealm();
      const path = `/clients/${await realm.makeClient({ clientId: "web", publicClient: true })}`;
      for (const publicClient of [false, true]) {
        const settings = { ...switchOn, publicClient, frontchannelLogout: false };
        assertDone(await realm.send("PUT", path, settings));
        const after = fieldsOf((await realm.send("GET", path)).body);
        assert.equal(after.get("publicClient"), publicClient);
        assert.equal(after.get("frontchannelLogout"), false);
      }
    },
  },
  {
    name: "switching on what is on keeps the user and what is mapped to it",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client, clientUuid, userId, adminMappings, adminRoles } = scene;
      await realm.send("POST", adminMappings, adminRoles("view-users"));
      assertDone(await realm.send("PUT", client, switchOn));
      assert.equal(await serviceAccountUserId(realm, clientUuid), userId);
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), ["view-users"]);
    },
  },
  {
    name: "switching off deletes the user with all its mappings, and on again makes another user",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client, clientUuid, userId, adminMappings, adminRoles } = scene;
      await realm.send("POST", adminMappings, adminRoles("view-users"));
      assertDone(await realm.send("PUT", client, { serviceAccountsEnabled: false }));
      assertRefused(await realm.send("GET", `${client}/service-account-user`), 400);
      assertRefused(await realm.send("GET", adminMappings), 404, "User not found");
      const roles = adminRoles("view-events");
      assertRefused(await realm.send("POST", adminMappings, roles), 404, "User not found");
      assertRefused(await realm.send("DELETE", adminMappings, roles), 404, "User not found");
      assertDone(await realm.send("PUT", client, switchOn));
      const newUserId = await serviceAccountUserId(realm, clientUuid);
      assert.notEqual(newUserId, userId);
      const mappings = `/users/${newUserId}/role-mappings/clients/${realm.adminClientUuid}`;
      assert.deepEqual(namesIn(await realm.send("GET", mappings)), []);
    },
  },
  {
    name: "a PUT of other settings that names service accounts as on keeps the user and its roles",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client, clientUuid, userId, adminMappings, adminRoles } = scene;
      await realm.send("POST", adminMappings, adminRoles("view-users"));
      for (const change of [{ fullScopeAllowed: false }, { publicClient: true }]) {
        const body = { ...change, serviceAccountsEnabled: true };
        assertDone(await realm.send("PUT", client, body));
        assert.equal(await serviceAccountUserId(realm, clientUuid), userId);
        assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), ["view-users"]);
      }
    },
  },
  {
    name: "a PUT that doesn't name service accounts keeps the user and its roles",
    since: "26.7",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client, clientUuid, userId, adminMappings, adminRoles } = scene;
      await realm.send("POST", adminMappings, adminRoles("view-users"));
      assertDone(await realm.send("PUT", client, { fullScopeAllowed: false }));
      assert.equal(await serviceAccountUserId(realm, clientUuid), userId);
      assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), ["view-users"]);
    },
  },
  {
    name: "a PUT that doesn't name service accounts deletes the user with all its mappings",
    until: "26.0",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client, adminMappings, adminRoles } = scene;
      await realm.send("POST", adminMappings, adminRoles("view-users"));
      assertDone(await realm.send("PUT", client, { fullScopeAllowed: false }));
      assertRefused(await realm.send("GET", adminMappings), 404, "User not found");
      const settings = fieldsOf((await realm.send("GET", client)).body);
      assert.equal(settings.get("serviceAccountsEnabled"), true);
    },
  },
  {
    name: "a client made public, bearer-only or disabled keeps its service-account user and its roles",
    since: "26.7",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client, clientUuid, userId, adminMappings, adminRoles } = scene;
      await realm.send("POST", adminMappings, adminRoles("view-users"));
      for (const change of [{ publicClient: true }, { bearerOnly: true }, { enabled: false }]) {
        assertDone(await realm.send("PUT", client, change));
        assert.equal(await serviceAccountUserId(realm, clientUuid), userId);
        assert.deepEqual(namesIn(await realm.send("GET", adminMappings)), ["view-users"]);
      }
    },
  },
  {
    name: "the default client scope service_account comes and goes with service accounts",
    since: "26.7",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client } = scene;
      const hasScope = async () => {
        const scopes = namesIn(await realm.send("GET", `${client}/default-client-scopes`));
        return scopes.includes("service_account");
      };
      assert.equal(await hasScope(), true);
      await realm.send("PUT", client, { serviceAccountsEnabled: false });
      assert.equal(await hasScope(), false);
      await realm.send("PUT", client, switchOn);
      assert.equal(await hasScope(), true);
    },
  },
  {
    name: "a client with another client ID keeps its user, which takes a name that goes with it",
    since: "26.7",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client, userId } = scene;
      assertDone(await realm.send("PUT", client, { clientId: "Renamed" }));
      const { body } = await realm.send("GET", `${client}/service-account-user`);
      const user = fieldsOf(body);
      assert.equal(user.get("id"), userId);
      assert.equal(user.get("username"), "service-account-renamed");
    },
  },
  {
    name: "a PUT that can't be done answers 409 or 400 and changes nothing",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client } = scene;
      assertRefused(await realm.send("PUT", client, { clientId: "account" }), 409);
      const wrong = [{ fullScopeAllowed: "maybe" }, { enabled: false, noSuchField: 1 }, []];
      for (const body of wrong) assertRefused(await realm.send("PUT", client, body), 400);
      const settings = fieldsOf((await realm.send("GET", client)).body);
      assert.equal(settings.get("clientId"), "api");
      assert.equal(settings.get("enabled"), true);
      assert.equal(settings.get("fullScopeAllowed"), true);
    },
  },
  {
    name: "a deleted client takes its service-account user and its own roles with it",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client, userId, adminMappings, clientUuid } = scene;
      const other = await realm.makeClient({ clientId: "other" });
      const plain = await realm.makeClientRole(other, "plain");
      const inOther = `/users/${userId}/role-mappings/clients/${other}`;
      assertDone(await realm.send("POST", inOther, [plain]));
      await realm.deleteClient(other);
      assertRefused(await realm.send("GET", inOther), 404, "Client not found");
      assertRefused(await realm.send("DELETE", inOther, [plain]), 404, "Client not found");
      const all = fieldsOf((await realm.send("GET", `/users/${userId}/role-mappings`)).body);
      assert.equal(all.has("clientMappings"), false);
      await realm.deleteClient(clientUuid);
      assertRefused(await realm.send("GET", client), 404, "Could not find client");
      assertRefused(
        await realm.send("GET", `${client}/service-account-user`),
        404,
        "Could not find client",
      );
      assertRefused(await realm.send("GET", adminMappings), 404, "User not found");
    },
  },
];
