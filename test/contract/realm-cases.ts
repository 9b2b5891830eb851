import assert from "node:assert/strict";
import { assertRefused } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import { makeScene } from "./make-scene.ts";
import { fieldsOf, itemsOf } from "./names-in.ts";

/** What decides whether the clients of a realm get tokens, and how long these count. */
const settingsOfSignIn = [
  "enabled",
  "notBefore",
  "sslRequired",
  "accessTokenLifespan",
  "ssoSessionMaxLifespan",
];

/** What is told of a realm itself. */
export const realmCases: readonly ContractCase[] = [
  {
    name: "a realm tells its settings to who may view it, and its name alone to other administrators",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm } = scene;
      const shownTo = async (roles: readonly string[]) => {
        const { send } = await realm.makeAdministrator(roles);
        const shown = fieldsOf((await send("GET", "")).body);
        assert.equal(shown.get("realm"), realm.name);
        return shown;
      };
      const whole = await shownTo(["view-realm"]);
      for (const name of settingsOfSignIn) assert.equal(whole.has(name), true, name);
      assert.equal(whole.get("enabled"), true);
      assert.equal(whole.get("sslRequired"), "external");
      assert.equal(whole.get("notBefore"), 0);
      const usual = `default-roles-${realm.name.toLowerCase()}`;
      assert.equal(fieldsOf(whole.get("defaultRole")).get("name"), usual);
      const stub = await shownTo(["view-events"]);
      for (const name of settingsOfSignIn) assert.equal(stub.has(name), false, name);
      assert.equal(stub.has("defaultRole"), false);
    },
  },
  {
    name: "a realm tells its admin theme to who may view it, and none where it chose none",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm } = scene;
      const { send } = await realm.makeAdministrator(["manage-realm"]);
      const chosen = async () => fieldsOf((await send("GET", "")).body).get("adminTheme");
      assert.equal(await chosen(), undefined);
      // The server keeps any name, also of a theme that it doesn't have.
      await send("PUT", "", { adminTheme: "service-account-presets" });
      assert.equal(await chosen(), "service-account-presets");
    },
  },
  {
    name: "a new realm saves no admin events, and says so to who may view it alone",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm } = scene;
      const shownTo = async (role: string) => {
        const { send } = await realm.makeAdministrator([role]);
        return fieldsOf((await send("GET", "")).body).get("adminEventsEnabled");
      };
      assert.equal(await shownTo("view-realm"), false);
      assert.equal(await shownTo("view-users"), undefined);
    },
  },
  {
    name: "the list of realms has for an administrator of one that one, and for nobody's else 403",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm } = scene;
      const one = await realm.makeAdministrator(["query-users"]);
      const realms = itemsOf(
        await one.sendOutside("GET", "/admin/realms?briefRepresentation=true"),
      );
      assert.deepEqual(
        realms.map((it) => it.get("realm")),
        [realm.name],
      );
      const other = await realm.makeAdministrator([]);
      assertRefused(await other.sendOutside("GET", "/admin/realms"), 403);
    },
  },
  {
    name: "a new realm keeps no events, and would keep those of clients that sign in",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm } = scene;
      const { send } = await realm.makeAdministrator(["view-events"]);
      const config = fieldsOf((await send("GET", "/events/config")).body);
      assert.equal(config.get("eventsEnabled"), false);
      const types = config.get("enabledEventTypes");
      assert.ok(Array.isArray(types) && types.includes("CLIENT_LOGIN"));
      const path = "/events?type=CLIENT_LOGIN&client=api&max=1";
      assert.deepEqual(await send("GET", path), { status: 200, body: [] });
      const other = await realm.makeAdministrator(["view-realm", "view-clients"]);
      assertRefused(await other.send("GET", "/events/config"), 403);
      assertRefused(await other.send("GET", path), 403);
    },
  },
];
