import { afterEach, expect, test, vi } from "vitest";
import type { AdminEvent } from "../../../../src/access/model/admin-event.ts";
import { parseAdminEvents } from "../../../../src/keycloak/events/parse-events.ts";
import { type Actor, readActors } from "../../../../src/keycloak/events/read-actors.ts";
import { answering, serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => void vi.unstubAllGlobals());

/** Events that users of realms made, by the realm's id and the user's. */
const eventsBy = (...makers: readonly (readonly [string, string])[]): readonly AdminEvent[] =>
  parseAdminEvents(
    makers.map(([realmId, userId]) => ({
      ...{ time: 1, operationType: "CREATE" },
      authDetails: { realmId, userId },
    })),
  );

/** The id of a realm, as the administrator of the server sees it. */
async function idOf(realm: string): Promise<string> {
  const url = `https://kc.example.org/admin/realms/${realm}`;
  const answer = await fetch(url, { headers: { authorization: "Bearer root" } });
  const { id }: { id: string } = await answer.json();
  return id;
}

function serve() {
  const served = serveKeycloak();
  const { realm, keycloak } = served;
  const bert = realm.makeAdministrator({ token: "bert", username: "bert" });
  const root = keycloak.master.makeAdministrator({
    ...{ token: "root", username: "root", realmRoles: ["admin"] },
  });
  return { ...served, bert, root };
}

test("who made a write is told by their username, whichever realm they are of", async () => {
  const { bert, root, apiOf } = serve();
  const [demo, master] = [await idOf("demo"), await idOf("master")];
  const events = eventsBy([demo, bert], [demo, bert], [master, root]);
  expect(await readActors(apiOf("root"), "master", events)).toEqual(
    new Map<string, Actor>([
      [bert, { kind: "named", name: "bert" }],
      [root, { kind: "named", name: "root" }],
    ]),
  );
});

test("a deleted user is gone, where the events name the realm that was asked", async () => {
  const { apiOf, realm, bert } = serve();
  const demo = await idOf("demo");
  realm.deleteUser(bert);
  const events = eventsBy([demo, bert], ["another realm", "root-id"]);
  expect(await readActors(apiOf(), "demo", events)).toEqual(
    new Map<string, Actor>([
      [bert, { kind: "gone" }],
      // Of another realm, where this administrator didn't sign in.
      ["root-id", { kind: "notKnown" }],
    ]),
  );
  expect(await readActors(apiOf("root"), "master", eventsBy(["another realm", "x"]))).toEqual(
    new Map([["x", { kind: "gone" }]]),
  );
});

test("without the right to see the realm, an absent user isn't said to be gone", async () => {
  const { apiOf, realm, bert } = serve();
  const demo = await idOf("demo");
  realm.makeAdministrator({ token: "carl", adminRoles: ["view-users"] });
  const read = () => readActors(apiOf("carl"), "demo", eventsBy([demo, bert]));
  expect(await read()).toEqual(new Map([[bert, { kind: "named", name: "bert" }]]));
  realm.deleteUser(bert);
  expect(await read()).toEqual(new Map([[bert, { kind: "notKnown" }]]));
});

test("who may not see users is told ids alone", async () => {
  const { apiOf, realm, bert, faults } = serve();
  realm.makeAdministrator({ token: "carl", adminRoles: ["view-realm"] });
  const read = () => readActors(apiOf("carl"), "demo", eventsBy(["r", bert]));
  faults.push({ request: /^GET $/, fault: answering(403) });
  expect(await read()).toEqual(new Map([[bert, { kind: "notKnown" }]]));
});

test("without events, and for writes of nobody known, nothing is asked", async () => {
  const { apiOf, sent } = serve();
  expect(await readActors(apiOf(), "demo", [])).toEqual(new Map());
  expect(await readActors(apiOf(), "demo", eventsBy(["r", ""]))).toEqual(new Map());
  expect(sent).toEqual([]);
});

test("where no request can be sent at all, that is thrown", async () => {
  const { apiOf } = serve();
  const api = apiOf();
  const failingAt = (name: string) => ({
    ...api,
    call: (async (attempt, request) => {
      if (attempt === name) throw new Error("The session is gone.");
      return api.call(attempt, request);
    }) satisfies typeof api.call,
  });
  for (const name of ["readRealm", "readActors"]) {
    await expect(readActors(failingAt(name), "master", eventsBy(["r", "x"]))).rejects.toThrow(
      "The session is gone.",
    );
  }
});
