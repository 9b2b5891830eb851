import { afterEach, expect, test, vi } from "vitest";
import { readLastSignIn } from "../../../../src/keycloak/events/read-last-sign-in.ts";
import { answering, serveKeycloak } from "../serve-keycloak.ts";

afterEach(() => vi.unstubAllGlobals());

function serve() {
  const served = serveKeycloak();
  const uuid = served.realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const userId = served.realm.serviceAccountUserId(uuid) ?? "";
  const record = (time: number, of = userId, clientId = "api") =>
    served.realm.record({ type: "CLIENT_LOGIN", clientId, userId: of, time });
  return {
    ...served,
    record,
    read: (areKept = true) => readLastSignIn(served.apiOf(), userId, areKept),
  };
}

test("the last sign-in of the account counts, whatever its client was called then", async () => {
  const { record, read, sent } = serve();
  record(1_000, undefined, "former");
  record(2_000);
  record(9_000, "another");
  expect(await read()).toEqual({ kind: "at", time: 2_000 });
  expect(sent).toHaveLength(1);
});

test("where the realm keeps none, that is an answer only while it records them", async () => {
  const { read } = serve();
  expect(await read()).toEqual({ kind: "none" });
  expect(await read(false)).toEqual({ kind: "notRecorded" });
});

test("a sign-in that is still kept is told also where none are recorded any more", async () => {
  const { record, read } = serve();
  record(2_000);
  expect(await read(false)).toEqual({ kind: "at", time: 2_000 });
});

test("who may not see events learns that it isn't known; another failure is thrown", async () => {
  const { read, faults } = serve();
  faults.push({ request: /^GET \/events/, fault: answering(403) });
  expect(await read()).toEqual({ kind: "notSeen" });
  faults.push({ request: /^GET \/events/, fault: answering(500) });
  await expect(read()).rejects.toMatchObject({ attempt: "readEvents" });
});
