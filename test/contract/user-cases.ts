import assert from "node:assert/strict";
import { assertRefused } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import type { Send } from "./contract-server.ts";
import { makeScene } from "./make-scene.ts";
import { fieldsOf, itemsOf } from "./names-in.ts";

/** The names of the users that a search finds. */
const usersOf = async (send: Send, query: string) =>
  itemsOf(await send("GET", `/users${query}`)).map((user) => String(user.get("username")));

const sorted = (names: readonly string[]) => [...names].sort();

/** How service accounts are found. */
export const userCases: readonly ContractCase[] = [
  {
    name: "service accounts are found by a part of their name, and not in a list without one",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { send, makeClient } = scene.realm;
      await makeClient({ clientId: "Second", serviceAccountsEnabled: true });
      const both = ["service-account-api", "service-account-second"];
      assert.deepEqual(sorted(await usersOf(send, "?username=service-account-")), both);
      assert.deepEqual(await usersOf(send, "?username=account-api"), ["service-account-api"]);
      assert.deepEqual(await usersOf(send, ""), []);
    },
  },
  {
    name: "a search finds people alone, by how their name begins, and in quotes by all of it",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm } = scene;
      await realm.makeAdministrator([]);
      const [person = ""] = await usersOf(realm.send, "");
      const search = (text: string) =>
        usersOf(realm.send, `?search=${encodeURIComponent(text)}&briefRepresentation=true`);
      assert.deepEqual(await search(person.slice(0, 6)), [person]);
      assert.deepEqual(await search(`"${person}"`), [person]);
      assert.deepEqual(await search(`"${person.slice(0, 6)}"`), []);
      assert.deepEqual(await search(`*${person.slice(2)}*`), [person]);
      for (const text of ["service-account-", '"service-account-api"', "*account-api*"]) {
        assert.deepEqual(await search(text), []);
      }
    },
  },
  {
    name: "listing users, clients and holders makes no account for a client that has none",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId } = scene;
      await realm.deleteUser(userId);
      const admin = `/clients/${realm.adminClientUuid}/roles`;
      for (const path of [
        ...["/clients?first=0&max=100", "/users?username=service-account-", "/roles"],
        ...["/users?search=service-account-", admin, `${admin}/view-users/users`],
      ]) {
        assert.equal((await realm.send("GET", path)).status, 200);
      }
      assert.deepEqual(await usersOf(realm.send, "?username=service-account-"), []);
    },
  },
  {
    name: "an exact search finds the user of that name alone, in lower case or not",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { send, makeClient } = scene.realm;
      await makeClient({ clientId: "api-2", serviceAccountsEnabled: true });
      const found = await usersOf(send, "?username=Service-Account-API&exact=true");
      assert.deepEqual(found, ["service-account-api"]);
      assert.deepEqual(await usersOf(send, "?username=service-account-ap&exact=true"), []);
    },
  },
  {
    name: "pages of users put together are all of them, each once",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { send, makeClient } = scene.realm;
      for (const clientId of ["one", "two", "three", "four"]) {
        await makeClient({ clientId, serviceAccountsEnabled: true });
      }
      const page = (first: number) =>
        usersOf(send, `?username=service-account-&first=${first}&max=2`);
      const pages = [await page(0), await page(2), await page(4), await page(6)];
      assert.deepEqual(
        pages.map(({ length }) => length),
        [2, 2, 1, 0],
      );
      assert.deepEqual(
        sorted(pages.flat()),
        sorted(await usersOf(send, "?username=service-account-")),
      );
    },
  },
  {
    name: "who may only search for users finds none, and who may not even search gets 403",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm } = scene;
      const query = "?username=service-account-";
      const viewing = await realm.makeAdministrator(["view-users"]);
      assert.equal((await usersOf(viewing.send, query)).length, 1);
      const searching = await realm.makeAdministrator(["query-users"]);
      assert.deepEqual(await usersOf(searching.send, query), []);
      const other = await realm.makeAdministrator(["view-clients", "view-realm"]);
      assertRefused(await other.send("GET", `/users${query}`), 403);
    },
  },
  {
    name: "the user of a service account tells by its id whether it is enabled, to who may view users",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId } = scene;
      const viewing = await realm.makeAdministrator(["view-users"]);
      const shown = async () => fieldsOf((await viewing.send("GET", `/users/${userId}`)).body);
      assert.equal((await shown()).get("enabled"), true);
      await realm.enableUser(userId, false);
      assert.equal((await shown()).get("enabled"), false);
      const other = await realm.makeAdministrator(["query-users", "view-clients", "view-realm"]);
      assertRefused(await other.send("GET", `/users/${userId}`), 403);
    },
  },
];
