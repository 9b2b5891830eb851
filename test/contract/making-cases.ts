import assert from "node:assert/strict";
import { assertDone, assertRefused } from "./assert-answer.ts";
import type { ContractCase } from "./contract-case.ts";
import { makeScene } from "./make-scene.ts";
import { fieldsOf } from "./names-in.ts";

const uuid = () => crypto.randomUUID();

/** What makes and deletes clients, and shows their secrets. */
export const makingCases: readonly ContractCase[] = [
  {
    name: "a client is made with the UUID that was chosen for it, and with it its service account",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { send } = scene.realm;
      const id = uuid();
      const wanted = { clientId: "Made", serviceAccountsEnabled: true, fullScopeAllowed: false };
      assert.equal((await send("POST", "/clients", { id, ...wanted })).status, 201);
      const made = fieldsOf((await send("GET", `/clients/${id}`)).body);
      for (const [name, value] of Object.entries(wanted)) assert.equal(made.get(name), value);
      const account = fieldsOf((await send("GET", `/clients/${id}/service-account-user`)).body);
      assert.equal(account.get("username"), "service-account-made");
    },
  },
  {
    name: "a client whose ID is taken is not made: 409, with the ID in the server's words",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { send } = scene.realm;
      const id = uuid();
      const { status, body } = await send("POST", "/clients", { id, clientId: "api" });
      assert.equal(status, 409);
      assert.match(String(fieldsOf(body).get("errorMessage")), /api/);
      assertRefused(await send("GET", `/clients/${id}`), 404, "Could not find client");
    },
  },
  {
    name: "a client that is deleted is gone with its service account",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client, adminMappings } = scene;
      assertDone(await realm.send("DELETE", client));
      assertRefused(await realm.send("GET", client), 404, "Could not find client");
      assertRefused(await realm.send("DELETE", client), 404, "Could not find client");
      assertRefused(await realm.send("GET", adminMappings), 404, "User not found");
    },
  },
  {
    name: "clients are made and deleted by who may manage clients, and by nobody else",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client } = scene;
      const other = await realm.makeAdministrator(["view-clients", "manage-users"]);
      assertRefused(await other.send("POST", "/clients", { clientId: "made" }), 403);
      assertRefused(await other.send("DELETE", client), 403);
      const { send } = await realm.makeAdministrator(["manage-clients"]);
      assert.equal((await send("POST", "/clients", { clientId: "made" })).status, 201);
      assertDone(await send("DELETE", client));
    },
  },
  {
    name: "a client's secret is shown to who may view clients, and to nobody else",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client } = scene;
      const viewing = await realm.makeAdministrator(["view-clients"]);
      const { status, body } = await viewing.send("GET", `${client}/client-secret`);
      assert.equal(status, 200);
      assert.match(String(fieldsOf(body).get("value")), /^.{20,}$/);
      const other = await realm.makeAdministrator(["manage-users", "manage-realm"]);
      assertRefused(await other.send("GET", `${client}/client-secret`), 403);
    },
  },
  {
    name: "a change of one attribute of a client leaves the others, and an empty one is removed",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client } = scene;
      const attributesNow = async () =>
        fieldsOf(fieldsOf((await realm.send("GET", client)).body).get("attributes"));
      const put = (attributes: Readonly<Record<string, string>>) =>
        realm.send("PUT", client, { attributes });
      assertDone(await put({ "managed-by": "Terraform", "access.token.lifespan": "60" }));
      assertDone(await put({ "managed-by": "Ansible" }));
      assert.equal((await attributesNow()).get("managed-by"), "Ansible");
      assert.equal((await attributesNow()).get("access.token.lifespan"), "60");
      assertDone(await put({ "managed-by": "" }));
      assert.equal((await attributesNow()).get("managed-by") ?? "", "");
      assert.equal((await attributesNow()).get("access.token.lifespan"), "60");
    },
  },
  {
    name: "a change of attributes that names the switches that are on leaves the client and its account as they are",
    run: async (server) => {
      await using scene = await makeScene(server);
      const { realm, client, adminMappings } = scene;
      const lookAt = async (path: string) => (await realm.send("GET", path)).body;
      const before = [await lookAt(client), await lookAt(`${client}/service-account-user`)];
      const mapped = await lookAt(adminMappings);
      const { publicClient, frontchannelLogout } = Object.fromEntries(fieldsOf(before[0]));
      const switches = { publicClient, serviceAccountsEnabled: true, frontchannelLogout };
      const longText = "x".repeat(1_000);
      const attributes = { owner: longText, "review-date": "2027-05-31" };
      assertDone(await realm.send("PUT", client, { ...switches, attributes }));
      const now = fieldsOf(fieldsOf(await lookAt(client)).get("attributes"));
      assert.equal(now.get("owner"), longText);
      assert.equal(now.get("review-date"), "2027-05-31");
      const removed = { owner: "", "review-date": "" };
      assertDone(await realm.send("PUT", client, { ...switches, attributes: removed }));
      const after = [await lookAt(client), await lookAt(`${client}/service-account-user`)];
      assert.deepEqual(after, before);
      assert.deepEqual(await lookAt(adminMappings), mapped);
    },
  },
];
