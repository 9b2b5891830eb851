import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  findOrCreateAccount,
  readLinkedAccount,
} from "../../../../src/keycloak/client/find-account.ts";
import { findUserById, findUserNamedAfter } from "../../../../src/keycloak/client/find-user.ts";
import { sourceFiles } from "../../conventions/source-files.ts";
import { answering, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;

beforeEach(() => {
  served = serveKeycloak();
});

afterEach(() => vi.unstubAllGlobals());

/** A client with service accounts on and a deleted user. */
function makeWithoutUser(): string {
  const clientUuid = served.realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  served.realm.deleteUser(served.realm.serviceAccountUserId(clientUuid) ?? "");
  return clientUuid;
}

test("a user with the usual name is found, even if it isn't the client's", async () => {
  const clientUuid = served.realm.makeClient({ clientId: "Api", serviceAccountsEnabled: true });
  const userId = served.realm.serviceAccountUserId(clientUuid);
  const found = await findUserNamedAfter(served.apiOf(), "Api", "demo");
  expect(found).toEqual({ kind: "found", userId, enabled: true });
});

test("no user is only said to be absent to who may see users", async () => {
  makeWithoutUser();
  served.realm.makeAdministrator({ token: "query", adminRoles: ["query-users"] });
  served.realm.makeAdministrator({ token: "clients", adminRoles: ["view-clients"] });
  const find = (token: string) => findUserNamedAfter(served.apiOf(token), "api", "demo");
  expect(await find("anna")).toEqual({ kind: "absent" });
  expect(await find("query")).toEqual({ kind: "notKnown" });
  expect(await find("clients")).toEqual({ kind: "notKnown" });
  served.faults.push({ request: /whoami/, fault: answering(403) });
  expect(await find("anna")).toEqual({ kind: "notKnown" });
});

test("a failure is none of these answers", async () => {
  served.faults.push({ request: /GET \/users/, fault: answering(500) });
  await expect(findUserNamedAfter(served.apiOf(), "api", "demo")).rejects.toMatchObject({
    failure: "serverError",
  });
});

test("while service accounts are on, the server isn't asked for a user that may be missing", async () => {
  const clientUuid = makeWithoutUser();
  const client = { clientUuid, serviceAccountsEnabled: true };
  for (const sought of [undefined, { kind: "absent" }, { kind: "notKnown" }] as const) {
    await expect(readLinkedAccount(served.apiOf(), client, sought)).rejects.toThrow(/was sent/);
  }
  expect(served.sent).toEqual([]);
  expect(served.realm.serviceAccountUserId(clientUuid)).toBeUndefined();
});

test("with service accounts off, the server reports a leftover account or none", async () => {
  const clientUuid = served.realm.makeClient({ clientId: "web", publicClient: true });
  const client = { clientUuid, serviceAccountsEnabled: false };
  expect(await readLinkedAccount(served.apiOf(), client)).toEqual({ kind: "none" });
  const left = served.realm.makeClient({ clientId: "left", serviceAccountsEnabled: true });
  served.realm.changeClient(left, { publicClient: true, serviceAccountsEnabled: false });
  const account = await readLinkedAccount(served.apiOf(), { ...client, clientUuid: left });
  expect(account).toMatchObject({ kind: "found", enabled: true });
});

test("if a person has the account's name, Keycloak can't create the account", async () => {
  const clientUuid = makeWithoutUser();
  served.realm.makeAdministrator({ token: "person", username: "service-account-api" });
  const sought = await findUserNamedAfter(served.apiOf(), "api", "demo");
  const client = { clientUuid, serviceAccountsEnabled: true };
  expect(await readLinkedAccount(served.apiOf(), client, sought)).toEqual({ kind: "nameTaken" });
});

test("a user that was linked before is looked for by its id", async () => {
  const clientUuid = served.realm.makeClient({ clientId: "api", serviceAccountsEnabled: true });
  const userId = served.realm.serviceAccountUserId(clientUuid) ?? "";
  served.realm.renameUser(userId, "robot");
  expect(await findUserById(served.apiOf(), userId)).toMatchObject({ kind: "found", userId });
  expect(await findUserById(served.apiOf(), "nobody")).toEqual({ kind: "absent" });
  served.realm.makeAdministrator({ token: "query", adminRoles: ["query-users"] });
  expect(await findUserById(served.apiOf("query"), userId)).toEqual({ kind: "notKnown" });
  served.faults.push({ request: /GET \/users/, fault: answering(500) });
  await expect(findUserById(served.apiOf(), userId)).rejects.toMatchObject({
    failure: "serverError",
  });
});

test("a person may let Keycloak create the account", async () => {
  const clientUuid = makeWithoutUser();
  const account = await findOrCreateAccount(served.apiOf(), clientUuid);
  expect(account).toMatchObject({
    kind: "found",
    userId: served.realm.serviceAccountUserId(clientUuid),
  });
});

test("no other file asks for the user that a client is linked to", () => {
  const asking = sourceFiles("src").filter(({ text }) => text.includes(".getServiceAccountUser("));
  expect(asking.map(({ path }) => path)).toEqual(["src/keycloak/client/find-account.ts"]);
});
