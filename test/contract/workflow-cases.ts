import assert from "node:assert/strict";
import { assertDone, assertRefused } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import type { ContractRealm } from "./contract-server.ts";
import { makeScene } from "./make-scene.ts";
import { itemsOf, namesIn } from "./names-in.ts";

const workflow = (name: string, ...roles: readonly string[]) => ({
  name,
  enabled: true,
  steps: roles.map((role) => ({ uses: "revoke-role", with: { role: [role] } })),
});

async function idOf({ send }: ContractRealm, name: string): Promise<string> {
  const found = await send("GET", `/workflows?search=${encodeURIComponent(name)}&max=100`);
  return String(itemsOf(found)[0]?.get("id"));
}

/** The server writes its schedule right after it has answered. */
async function scheduledFor({ send }: ContractRealm, userId: string, count: number) {
  let names: readonly string[] = [];
  for (let attempt = 0; attempt < 300; attempt += 1) {
    names = namesIn(await send("GET", `/workflows/scheduled/${userId}`));
    if (names.length === count) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return names;
}

/** What workflows do that roles end by. */
export const workflowCases: readonly ContractCase[] = [
  {
    name: "a workflow is found by a part of its name, with the roles that each step unassigns",
    since: "26.6",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm } = scene;
      const name = "service-account-presets: a ends [b] c";
      const steps = ["realm-management/view-users", "offline_access"];
      const made = await realm.send("POST", "/workflows", workflow(name, ...steps));
      assert.equal(made.status, 201);
      const found = await realm.send("GET", "/workflows?search=presets%3A%20a&first=0&max=100");
      assert.deepEqual(namesIn(found), [name]);
      const roles = JSON.stringify(itemsOf(found)[0]?.get("steps"));
      for (const role of steps) assert.ok(roles.includes(role), roles);
      assert.deepEqual(namesIn(await realm.send("GET", "/workflows?search=other&max=100")), []);
    },
  },
  {
    name: "a workflow's name is one of a kind",
    since: "26.6",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm } = scene;
      const body = workflow("twice", "offline_access");
      assert.equal((await realm.send("POST", "/workflows", body)).status, 201);
      assertRefused(await realm.send("POST", "/workflows", body), 400);
    },
  },
  {
    name: "a workflow is scheduled for a service account after so many seconds, and no longer once it is deleted",
    since: "26.6",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId } = scene;
      await realm.send("POST", "/workflows", workflow("end", "realm-management/view-users"));
      assert.deepEqual(await scheduledFor(realm, userId, 0), []);
      const id = await idOf(realm, "end");
      const path = `/workflows/${id}/activate/USERS/${userId}?notBefore=3600`;
      assertDone(await realm.send("POST", path, {}));
      assert.deepEqual(await scheduledFor(realm, userId, 1), ["end"]);
      assertDone(await realm.send("DELETE", `/workflows/${id}`));
      assert.deepEqual(await scheduledFor(realm, userId, 0), []);
      assertRefused(await realm.send("DELETE", `/workflows/${id}`), 400);
    },
  },
  {
    name: "a workflow can't be scheduled for a user that isn't there",
    since: "26.6",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm } = scene;
      await realm.send("POST", "/workflows", workflow("end", "offline_access"));
      const path = `/workflows/${await idOf(realm, "end")}/activate/USERS/nobody?notBefore=3600`;
      assertRefused(await realm.send("POST", path, {}), 400);
    },
  },
  {
    name: "only a realm admin may see, create and delete workflows",
    since: "26.6",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, userId } = scene;
      const body = workflow("end", "offline_access");
      const weak = await realm.makeAdministrator([
        "manage-realm",
        "manage-users",
        "manage-clients",
      ]);
      for (const [method, path, sent] of [
        ["GET", "/workflows?max=100", undefined],
        ["GET", `/workflows/scheduled/${userId}`, undefined],
        ["POST", "/workflows", body],
      ] as const) {
        assertRefused(await weak.send(method, path, sent), 403);
      }
      const strong = await realm.makeAdministrator(["realm-admin"]);
      assert.equal((await strong.send("POST", "/workflows", body)).status, 201);
      assert.deepEqual(namesIn(await strong.send("GET", "/workflows?max=100")), ["end"]);
    },
  },
];
