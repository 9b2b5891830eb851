import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { nameOfWorkflow } from "../../../../src/access/ends/own-workflow.ts";
import { createReadWorkflows } from "../../../../src/keycloak/ends/read-ends.ts";
import { answering, type ServedKeycloak, serveKeycloak } from "../serve-keycloak.ts";

let served: ServedKeycloak;

beforeEach(() => {
  served = serveKeycloak();
});
afterEach(() => vi.unstubAllGlobals());

const at = Date.now() + 86_400_000;

/** Makes a client with a service account whose view-events ends; the account's id. */
function makeEnding(clientId: string): string {
  const clientUuid = served.realm.makeClient({ clientId, serviceAccountsEnabled: true });
  const userId = served.realm.serviceAccountUserId(clientUuid) ?? "";
  const name = nameOfWorkflow({ clientId, userId, at }, "k");
  served.realm.makeWorkflow(name, ["realm-management/view-events"], [[userId, at]]);
  return userId;
}

test("of several accounts of a realm, each gets its own ends, from one list", async () => {
  const [first, second] = [makeEnding("a"), makeEnding("b")];
  const read = createReadWorkflows(served.apiOf(), "demo");
  const found = await Promise.all([first, second, "nobody"].map((id) => read(id, true)));
  expect(found.map((it) => it.kind === "read" && it.workflows.map(({ userId }) => userId))).toEqual(
    [[first], [second], []],
  );
  expect(found.map((it) => it.kind === "read" && it.scheduled.size)).toEqual([1, 1, 0]);
  expect(served.sent.filter((request) => request.startsWith("GET /workflows?"))).toHaveLength(1);
  expect(served.sent).toHaveLength(3);
});

test("whether workflows may be seen is asked once, and without the right nothing more is", async () => {
  served.realm.makeAdministrator({ token: "bob", adminRoles: ["manage-users"] });
  const read = createReadWorkflows(served.apiOf("bob"), "demo");
  const found = await Promise.all(["a", "b"].map((id) => read(id, undefined)));
  expect(found).toEqual([{ kind: "notVisible" }, { kind: "notVisible" }]);
  expect(await read("c", false)).toEqual({ kind: "notVisible" });
  expect(served.sent).toHaveLength(1);
});

test("a server without workflows says so, and one that fails fails", async () => {
  const list = /^GET \/workflows/;
  served.faults.push({ request: list, fault: answering(404) });
  expect(await createReadWorkflows(served.apiOf(), "demo")("a", true)).toEqual({
    kind: "unavailable",
  });
  served.faults.push(
    ...Array.from({ length: 9 }, () => ({ request: list, fault: answering(500) })),
  );
  await expect(createReadWorkflows(served.apiOf(), "demo")("a", true)).rejects.toThrow();
});
