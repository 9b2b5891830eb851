// @vitest-environment happy-dom
/** When the roles that several clients are given are to end. */
import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { nameOfWorkflow } from "../../../../src/access/ends/own-workflow.ts";
import { answering } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { heldBack } from "../held-back.ts";
import { makeAccount, type OpenedList, openList, waitUntilRead } from "../open-list.tsx";
import { labelled } from "../view-setup.ts";
import {
  carryOut,
  changeAll,
  choosePreset,
  isBarred,
  openBulk,
  stage,
  stateOf,
  write,
} from "./open-bulk.ts";

const day = 86_400_000;
const ownWorkflows = /^GET \/workflows\?/;

const rowOf = (clientId: string) => screen.getByTestId(`bulk-${clientId}`).textContent;

/** Chooses an end as soon as one is offered. */
async function chooseEnd(value: string): Promise<void> {
  const choice = await screen.findByTestId("endChoice");
  await waitFor(() => expect(choice.hasAttribute("disabled")).toBe(false));
  fireEvent.change(choice, { target: { value } });
}

const userIdIn = ({ realm, clientOf }: Pick<OpenedList, "realm" | "clientOf">, clientId: string) =>
  realm.serviceAccountUserId(clientOf(clientId)) ?? "";

/** Gives a client's view-events an end in a day. */
function endEvents(list: Pick<OpenedList, "realm" | "clientOf">, clientId: string): void {
  const userId = userIdIn(list, clientId);
  const at = Date.now() + day;
  const name = nameOfWorkflow({ clientId, userId, at }, "k");
  list.realm.makeWorkflow(name, ["realm-management/view-events"], [[userId, at]]);
}

/** Whose roles the server is to unassign. */
async function ending({ keycloak, realm }: OpenedList): Promise<readonly string[]> {
  const answer = await keycloak.fetch(
    `https://kc.example.org/admin/realms/${realm.name}/workflows`,
    { headers: { authorization: "Bearer anna" } },
  );
  const names: readonly string[] = (await answer.json()).map(({ name }: { name: string }) => name);
  return realm
    .dump()
    .clients.filter(({ id, settings }) => {
      const userId = settings.serviceAccountsEnabled ? realm.serviceAccountUserId(id) : undefined;
      return userId !== undefined && names.some((name) => name.includes(`[${userId}]`));
    })
    .map(({ clientId }) => clientId);
}

test("a preset is given to several until a date, and Undo takes the roles and their ends back", async () => {
  const list = await openBulk({ accounts: { a: [], b: [] } });
  expect(screen.queryByTestId("endChoice")).toBe(null);
  await choosePreset(list, "event-reader");
  await chooseEnd("7");
  expect(screen.getByTestId("endPromise").textContent).toContain("Keycloak unassigns these roles");
  await waitFor(() => expect(rowOf("a")).toMatch(/Ends on .*: view-events/));
  await carryOut(list);
  expect(["a", "b"].map(stateOf)).toEqual(["done", "done"]);
  expect(rowOf("b")).toMatch(/Ends on .*: view-events/);
  expect(list.mapped("a")).toEqual(["view-events"]);
  expect(await ending(list)).toEqual(["a", "b"]);
  await list.user.click(screen.getByTestId("undoBulk"));
  await waitFor(() => expect(["a", "b"].map(stateOf)).toEqual(["undone", "undone"]));
  expect(rowOf("b")).toContain(textOf("ends.noLonger", { roles: "view-events" }));
  expect(list.mapped("b")).toEqual([]);
  expect(await ending(list)).toEqual([]);
});

test("the workflows of the realm are listed once, however many clients there are", async () => {
  const list = openList({
    accounts: { a: [], b: ["view-events"], c: [] },
    arrange: (served) => endEvents(served, "b"),
  });
  await waitUntilRead();
  list.sent.length = 0;
  await changeAll(list);
  await choosePreset(list, "event-reader");
  await screen.findByTestId("endChoice");
  const asked = list.sent.filter((request) => request.includes("/workflows"));
  expect(asked.filter((request) => ownWorkflows.test(request))).toHaveLength(1);
  // Only of the one account that has one it is asked whether it is scheduled.
  expect(asked).toHaveLength(2);
});

test("clients that hold the preset stay as they are until an end is chosen: Never cancels theirs, and a date gives them one", async () => {
  const list = await openBulk({
    accounts: { a: ["view-events"], b: ["view-events"], c: [] },
    arrange: (served) => endEvents(served, "a"),
  });
  await choosePreset(list, "event-reader");
  // As it is now: nothing is to be done for those that have the preset.
  await waitFor(() =>
    expect(["a", "b", "c"].map(stateOf)).toEqual(["nothing", "nothing", "planned"]),
  );
  await chooseEnd("never");
  expect(["a", "b", "c"].map(stateOf)).toEqual(["planned", "nothing", "planned"]);
  expect(rowOf("a")).toContain(textOf("ends.noLonger", { roles: "view-events" }));
  await chooseEnd("90");
  expect(["a", "b", "c"].map(stateOf)).toEqual(["planned", "planned", "planned"]);
  await carryOut(list);
  expect(await ending(list)).toEqual(["a", "b", "c"]);
  await list.user.click(screen.getByTestId("undoBulk"));
  await waitFor(() => expect(stateOf("c")).toBe("undone"));
  expect(await ending(list)).toEqual(["a"]);
  expect(list.mapped("b")).toEqual(["view-events"]);
});

test("all admin access is replaced until a date, and ends of what goes are cancelled", async () => {
  const list = await openBulk({
    accounts: { a: ["view-events"] },
    arrange: (served) => endEvents(served, "a"),
  });
  await list.user.click(labelled(textOf("bulk.mode.exact")));
  await choosePreset(list, "user-lookup");
  await chooseEnd("30");
  expect(rowOf("a")).toContain(textOf("ends.noLonger", { roles: "view-events" }));
  await carryOut(list);
  expect(rowOf("a")).toMatch(/Ends on .*: view-users and query-users/);
  expect(list.mapped("a")).toEqual(["query-users", "view-users"]);
  expect(await ending(list)).toEqual(["a"]);
});

test("Remove cancels the ends of what is removed, and Undo brings them back", async () => {
  const list = await openBulk({
    accounts: { a: ["view-events", "view-realm"] },
    arrange: (served) => endEvents(served, "a"),
  });
  await list.user.click(labelled(textOf("bulk.mode.remove")));
  await choosePreset(list, "event-reader");
  await waitFor(() =>
    expect(rowOf("a")).toContain(textOf("ends.noLonger", { roles: "view-events" })),
  );
  expect(screen.queryByTestId("endChoice")).toBe(null);
  await carryOut(list);
  expect(await ending(list)).toEqual([]);
  await list.user.click(screen.getByTestId("undoBulk"));
  await waitFor(() => expect(stateOf("a")).toBe("undone"));
  expect(await ending(list)).toEqual(["a"]);
  expect(list.mapped("a")).toEqual(["view-events", "view-realm"]);
});

test("an end that a change leaves as it is stays in its row", async () => {
  const list = await openBulk({
    accounts: { a: ["view-events"] },
    arrange: (served) => endEvents(served, "a"),
  });
  await choosePreset(list, "user-lookup");
  await waitFor(() => expect(rowOf("a")).toMatch(/Still ends on .*: view-events/));
});

test("stopped, Continue gives the end to those that are left too", async () => {
  const list = await openBulk({ accounts: { a: [], b: [] } });
  await choosePreset(list, "event-reader");
  await chooseEnd("1");
  await waitFor(() => expect(isBarred("confirmBulk")).toBe(false));
  const { fault, letGo } = heldBack();
  list.faults.push({ request: write, fault });
  await list.user.click(screen.getByTestId("confirmBulk"));
  await list.user.click(await screen.findByTestId("stopBulk"));
  letGo();
  await waitFor(() => expect(stage()).toBe("stopped"));
  expect(await ending(list)).toEqual(["a"]);
  await list.user.click(screen.getByTestId("continueBulk"));
  await waitFor(() => expect(["a", "b"].map(stateOf)).toEqual(["done", "done"]));
  expect(await ending(list)).toEqual(["a", "b"]);
});

test("where a workflow fails, that client gets no role, and Continue goes on", async () => {
  const list = await openBulk({ accounts: { a: [], b: [] } });
  await choosePreset(list, "event-reader");
  await chooseEnd("1");
  list.faults.push({ request: /POST \/workflows$/, fault: answering(500) });
  await carryOut(list);
  expect(["a", "b"].map(stateOf)).toEqual(["failed", "done"]);
  expect(list.mapped("a")).toEqual([]);
  await list.user.click(screen.getByTestId("continueBulk"));
  await waitFor(() => expect(stateOf("a")).toBe("done"));
  expect(await ending(list)).toEqual(["a", "b"]);
});

test("a client that can't have the end isn't given the roles without it, and its row says why", async () => {
  const list = await openBulk({ accounts: { a: ["realm-admin"], b: [] } });
  await choosePreset(list, "event-reader");
  await chooseEnd("7");
  await waitFor(() => expect(["a", "b"].map(stateOf)).toEqual(["unavailable", "planned"]));
  expect(rowOf("a")).toContain(textOf("ends.included"));
  await carryOut(list);
  expect(await ending(list)).toEqual(["b"]);
});

test("in several realms, each client has its own answer", async () => {
  const list = openList({
    isOfMaster: true,
    accounts: { robot: [] },
    arrange: ({ keycloak }) => {
      makeAccount(keycloak.makeRealm("shop"), "till", ["view-events"]);
    },
  });
  await waitUntilRead();
  await list.user.click(screen.getByTestId("allRealms"));
  await waitUntilRead();
  // One of the realms has no workflows, as on a server whose feature is off.
  list.faults.push({ request: ownWorkflows, fault: answering(404) });
  await changeAll(list);
  await choosePreset(list, "user-lookup");
  await chooseEnd("7");
  await waitFor(() =>
    expect(["robot", "till"].map(stateOf).sort()).toEqual(["planned", "unavailable"]),
  );
  expect(screen.getByTestId("bulkItems").textContent).toContain(textOf("ends.off"));
});

test("only a date in the future can be chosen", async () => {
  const list = await openBulk({ accounts: { a: [] } });
  await choosePreset(list, "event-reader");
  await chooseEnd("date");
  expect(isBarred("confirmBulk")).toBe(true);
  const date = new Date(Date.now() + 40 * day).toISOString().slice(0, 10);
  fireEvent.change(screen.getByTestId("endDate"), { target: { value: date } });
  await waitFor(() => expect(isBarred("confirmBulk")).toBe(false));
});

test.each([
  ["notVisible", { adminRoles: ["view-clients", "manage-users", "view-realm", "view-events"] }],
  ["tooOld", { context: { consoleScript: "main-hZIJIVx9.js" } }],
] as const)(
  "where no end can be set it is said why, nothing is asked, and presets are applied all the same: %s",
  async (reason, settings) => {
    const list = openList({ accounts: { a: [] }, ...settings });
    await waitUntilRead();
    list.sent.length = 0;
    await changeAll(list);
    await choosePreset(list, "event-reader");
    await waitFor(() =>
      expect(screen.getByTestId("endPromise").textContent).toBe(textOf(`ends.${reason}`)),
    );
    expect(screen.getByTestId("endChoice").hasAttribute("disabled")).toBe(true);
    await carryOut(list);
    expect(list.mapped("a")).toEqual(["view-events"]);
    expect(list.sent.filter((request) => request.includes("/workflows"))).toEqual([]);
  },
);

test.each([
  [404, "off"],
  [500, "notRead"],
] as const)("a server that answers %s to workflows sets no end: %s", async (status, reason) => {
  const list = openList({ accounts: { a: [], b: [] } });
  await waitUntilRead();
  const fault = { request: ownWorkflows, fault: answering(status) };
  list.faults.push(...Array.from({ length: 8 }, () => fault));
  await changeAll(list);
  await choosePreset(list, "event-reader");
  await waitFor(() =>
    expect(screen.getByTestId("endPromise").textContent).toBe(textOf(`ends.${reason}`)),
  );
  expect(stateOf("a")).toBe("planned");
});
