import assert from "node:assert/strict";
import { storeRepresentation } from "../../src/keycloak/custom/create-store.ts";
import { assertDone, assertRefused } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import type { ContractRealm } from "./contract-server.ts";
import { fieldsOf, itemsOf } from "./names-in.ts";

const find = "/clients?clientId=service-account-presets";

/** Makes the store as the product does, with these attributes. */
async function makeStore(
  { send }: ContractRealm,
  attributes: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { status } = await send("POST", "/clients", storeRepresentation(attributes));
  assert.equal(status, 201);
  const [store] = itemsOf(await send("GET", find));
  return `/clients/${store?.get("id")}`;
}

const attributesAt = async ({ send }: ContractRealm, path: string) =>
  fieldsOf(fieldsOf((await send("GET", path)).body).get("attributes"));

const put = (
  { send }: ContractRealm,
  path: string,
  attributes: Readonly<Record<string, string>>,
) => {
  const switches = { publicClient: true, serviceAccountsEnabled: false, frontchannelLogout: false };
  return send("PUT", path, { ...switches, attributes });
};

/** What a client that keeps presets in its attributes relies on. */
export const storeCases: readonly ContractCase[] = [
  {
    name: "a disabled public client without flows is made without secret, account and client scopes, and a change of an attribute leaves it so",
    run: async (server) => {
      await using realm = await server.makeRealm();
      const path = await makeStore(realm, { "preset.a": "{}" });
      const check = async () => {
        const client = fieldsOf((await realm.send("GET", path)).body);
        const { attributes: _, ...settings } = storeRepresentation({});
        for (const [name, value] of Object.entries(settings)) {
          assert.deepEqual(client.get(name), value, name);
        }
        assert.equal(client.get("secret"), undefined);
        assertRefused(await realm.send("GET", `${path}/service-account-user`), 400);
      };
      await check();
      assertDone(await put(realm, path, { "preset.b": "{}" }));
      await check();
      const attributes = await attributesAt(realm, path);
      assert.deepEqual([attributes.get("preset.a"), attributes.get("preset.b")], ["{}", "{}"]);
    },
  },
  {
    name: "the value of a client's attribute may have 200,000 characters of any kind, and comes back as it was",
    run: async (server) => {
      await using realm = await server.makeRealm();
      const path = await makeStore(realm);
      const value = JSON.stringify({ name: "😀ä\u202e\n\ud800\u0000", text: "x".repeat(199_900) });
      assertDone(await put(realm, path, { "preset.a": value }));
      assert.equal((await attributesAt(realm, path)).get("preset.a"), value);
      const wide = "😀".repeat(100_000);
      assertDone(await put(realm, path, { "preset.a": wide }));
      assert.equal((await attributesAt(realm, path)).get("preset.a"), wide);
    },
  },
  {
    name: "a client may have 200 more attributes of 10,000 characters, and a change of one leaves the others",
    run: async (server) => {
      await using realm = await server.makeRealm();
      const names = Array.from({ length: 200 }, (_, count) => `preset.p${count}`);
      const value = "y".repeat(10_000);
      const path = await makeStore(realm, Object.fromEntries(names.map((name) => [name, value])));
      assertDone(await put(realm, path, { "preset.p7": "changed", "preset.p8": "" }));
      const attributes = await attributesAt(realm, path);
      const kept = names.filter((name) => attributes.get(name) === value);
      assert.equal(kept.length, 198);
      assert.equal(attributes.get("preset.p7"), "changed");
      assert.equal(attributes.get("preset.p8") ?? "", "");
    },
  },
  {
    name: "the name of a client's attribute may have 255 characters; a longer one answers 500 and changes nothing",
    run: async (server) => {
      await using realm = await server.makeRealm();
      const path = await makeStore(realm);
      assertDone(await put(realm, path, { ["x".repeat(255)]: "1" }));
      assert.equal((await attributesAt(realm, path)).get("x".repeat(255)), "1");
      const tooLong = { "preset.a": "{}", ["x".repeat(256)]: "1" };
      assertRefused(await put(realm, path, tooLong), 500);
      assert.equal((await attributesAt(realm, path)).get("preset.a"), undefined);
    },
  },
  {
    name: "changes of different attributes of a client at the same time all stay",
    run: async (server) => {
      await using realm = await server.makeRealm();
      const path = await makeStore(realm);
      const names = Array.from({ length: 8 }, (_, count) => `preset.p${count}`);
      const answers = await Promise.all(names.map((name) => put(realm, path, { [name]: name })));
      for (const answer of answers) assertDone(answer);
      const attributes = await attributesAt(realm, path);
      assert.deepEqual(
        names.map((name) => attributes.get(name)),
        names,
      );
    },
  },
  {
    name: "the list of clients shows attributes, and what its reader may do, to who may view clients, and no client to anyone else",
    run: async (server) => {
      await using realm = await server.makeRealm();
      const path = await makeStore(realm, { "preset.a": "{}" });
      const listFor = async (...roles: readonly string[]) => {
        const { send } = await realm.makeAdministrator(roles);
        return { send, answer: await send("GET", find) };
      };
      for (const [role, mayChange] of [
        ["view-clients", false],
        ["manage-clients", true],
        ["realm-admin", true],
      ] as const) {
        const { send, answer } = await listFor(role);
        const [store] = itemsOf(answer);
        assert.equal(fieldsOf(store?.get("attributes")).get("preset.a"), "{}");
        assert.equal(fieldsOf(store?.get("access")).get("manage"), mayChange);
        const changed = await send("PUT", path, { publicClient: true, attributes: { x: role } });
        assert.equal(changed.status, mayChange ? 204 : 403);
      }
      // Where somebody may search for clients, the answer is an empty list: that says nothing about the store.
      const { answer } = await listFor("query-clients");
      assert.deepEqual(answer, { status: 200, body: [] });
      for (const role of ["view-users", "manage-users", "view-realm", "create-client"]) {
        const { status, body } = (await listFor(role)).answer;
        // Before 26.7, view-users is enough to search.
        if (status !== 403) assert.deepEqual({ status, body }, { status: 200, body: [] });
      }
    },
  },
];
