import assert from "node:assert/strict";
import { assertDone } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import type { RoleName } from "./contract-server.ts";
import { makeScene } from "./make-scene.ts";
import { fieldsOf, namesIn, rolesIn } from "./names-in.ts";

const hostileNames = [
  "..",
  ".",
  "__proto__",
  "constructor",
  "<img src=x onerror=alert(1)>",
  "a/b",
  "%2e%2e",
  "?first=0#top",
  " spaced ",
  "turned \u202e round",
  "nul \u0000 inside",
];

/** Names that mean something elsewhere are names like any other in bodies of requests. */
export const hostileNameCases: readonly ContractCase[] = [
  {
    name: "roles of hostile names are listed, mapped and taken like others",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId, clientUuid } = scene;
      const roles: RoleName[] = [];
      for (const name of hostileNames) roles.push(await realm.makeClientRole(clientUuid, name));
      const listed = rolesIn(await realm.send("GET", `/clients/${clientUuid}/roles`));
      for (const { id, name } of roles) {
        assert.equal(listed.find((role) => role.name === name)?.id, id);
      }
      const path = `/users/${userId}/role-mappings/clients/${clientUuid}`;
      const sorted = [...hostileNames].sort();
      assert.deepEqual(namesIn(await realm.send("GET", `${path}/available`)), sorted);
      assertDone(await realm.send("POST", path, roles));
      assert.deepEqual(namesIn(await realm.send("GET", path)), sorted);
      const [dots] = roles;
      assertDone(await realm.send("DELETE", path, [dots]));
      const left = sorted.filter((name) => name !== "..");
      assert.deepEqual(namesIn(await realm.send("GET", path)), left);
    },
  },
  {
    name: "names that differ in case are different roles",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId, clientUuid } = scene;
      const lower = await realm.makeClientRole(clientUuid, "reader");
      const upper = await realm.makeClientRole(clientUuid, "Reader");
      const path = `/users/${userId}/role-mappings/clients/${clientUuid}`;
      assertDone(await realm.send("POST", path, [upper]));
      assert.deepEqual(namesIn(await realm.send("GET", path)), ["Reader"]);
      assertDone(await realm.send("DELETE", path, [lower]));
      assert.deepEqual(namesIn(await realm.send("GET", path)), ["Reader"]);
    },
  },
  {
    name: "a client whose ID is __proto__ is listed like others",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId } = scene;
      const uuid = await realm.makeClient({ clientId: "__proto__" });
      const role = await realm.makeClientRole(uuid, "plain");
      assertDone(
        await realm.send("POST", `/users/${userId}/role-mappings/clients/${uuid}`, [role]),
      );
      const all = fieldsOf((await realm.send("GET", `/users/${userId}/role-mappings`)).body);
      assert.deepEqual([...fieldsOf(all.get("clientMappings")).keys()], ["__proto__"]);
    },
  },
  {
    name: "a client is found by its whole ID, or by a part of it in a search, page by page",
    run: async (server) => {
      await using realm = await server.makeRealm();
      for (const clientId of ["shop-web", "Shop-API", "shop-%"])
        await realm.makeClient({ clientId });
      const find = async (query: string) => {
        const { body } = await realm.send("GET", `/clients?${query}`);
        assert.ok(Array.isArray(body));
        return body.map((client) => String(fieldsOf(client).get("clientId"))).sort();
      };
      assert.deepEqual(await find("clientId=shop-web"), ["shop-web"]);
      assert.deepEqual(await find("clientId=SHOP-WEB"), []);
      assert.deepEqual(await find("clientId=shop"), []);
      assert.deepEqual(await find("clientId=shop&search=true"), ["Shop-API", "shop-%", "shop-web"]);
      assert.deepEqual(await find("clientId=SHOP-W&search=true"), ["shop-web"]);
      const pages = [
        await find("clientId=shop&search=true&first=0&max=2"),
        await find("clientId=shop&search=true&first=2&max=2"),
      ];
      assert.deepEqual(
        pages.map((page) => page.length),
        [2, 1],
      );
      assert.equal(new Set(pages.flat()).size, 3);
    },
  },
];
