// @vitest-environment happy-dom
/** Turning full scope off for several clients: the plan first, then a report for each. */
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { answering } from "../../keycloak/serve-keycloak.ts";
import { heldBack } from "../held-back.ts";
import { type OpenedList, openList, waitUntilRead } from "../open-list.tsx";

const program = {
  standardFlowEnabled: false,
  implicitFlowEnabled: false,
  directAccessGrantsEnabled: false,
};

const stateOf = (clientId: string) => screen.getByTestId(`fullScope-${clientId}`).dataset["state"];
const stage = () => screen.getByTestId("fullScopeState").dataset["stage"];
const isBarred = (testId: string) =>
  screen.getByTestId(testId).getAttribute("aria-disabled") === "true";

/** Opens the dialog at the finding: `job` is a program, and people sign in with `portal`. */
async function openFullScope(settings: Parameters<typeof openList>[0] = {}): Promise<OpenedList> {
  const list = openList({
    accounts: { job: ["view-users"], portal: ["view-events"] },
    arrange: ({ realm, clientOf }) => {
      realm.changeClient(clientOf("job"), program);
      realm.changeClient(clientOf("portal"), { ...program, standardFlowEnabled: true });
    },
    ...settings,
  });
  await waitUntilRead();
  await list.user.click(screen.getByTestId("toggleFindings"));
  const finding = screen.getByTestId("finding-unready");
  const remedy = finding.querySelector('[data-testid="remedy"]');
  if (remedy === null) throw new Error("The finding has no action.");
  await list.user.click(remedy);
  await screen.findByTestId("fullScopeDialog");
  await waitFor(() => expect(["chosen", "left"]).toContain(stateOf("job")));
  return list;
}

const isFullScope = ({ realm }: OpenedList, clientId: string) =>
  realm.dump().clients.find((client) => client.clientId === clientId)?.settings.fullScopeAllowed;

const scopeSize = ({ realm }: OpenedList, clientId: string) =>
  realm.dump().clients.find((client) => client.clientId === clientId)?.scopeMappings.length;

test("full scope is turned off where only the service account gets tokens, and Undo restores all", async () => {
  const list = await openFullScope();
  await waitFor(() => expect(isBarred("confirmFullScope")).toBe(false));
  expect(["job", "portal"].map(stateOf)).toEqual(["chosen", "left"]);
  expect(screen.getByTestId("fullScope-job").textContent).toContain("realm-management: view-users");
  await list.user.click(screen.getByTestId("confirmFullScope"));
  await waitFor(() => expect(stage()).toBe("ended"));
  expect(stateOf("job")).toBe("off");
  expect([isFullScope(list, "job"), isFullScope(list, "portal")]).toEqual([false, true]);
  await list.user.click(screen.getByTestId("undoFullScope"));
  await waitFor(() => expect(stateOf("job")).toBe("on"));
  expect(isFullScope(list, "job")).toBe(true);
  expect(scopeSize(list, "job")).toBe(0);
});

test("a client that people sign in to is changed if it is chosen", async () => {
  const list = await openFullScope();
  await waitFor(() => expect(isBarred("confirmFullScope")).toBe(false));
  await list.user.click(screen.getByRole("checkbox", { name: "portal" }));
  expect(stateOf("portal")).toBe("chosen");
  await list.user.click(screen.getByTestId("confirmFullScope"));
  await waitFor(() => expect(stateOf("portal")).toBe("off"));
});

test("a refused request says so, full scope stays on, and the others go on", async () => {
  const list = await openFullScope();
  await list.user.click(screen.getByRole("checkbox", { name: "portal" }));
  await waitFor(() => expect(isBarred("confirmFullScope")).toBe(false));
  list.faults.push({ request: /^POST .*scope-mappings/, fault: answering(403) });
  await list.user.click(screen.getByTestId("confirmFullScope"));
  await waitFor(() => expect(stage()).toBe("ended"));
  expect(["job", "portal"].map(stateOf).toSorted()).toEqual(["failed", "off"]);
  expect(isFullScope(list, "job")).toBe(true);
});

/** Begins with `job`, whose first write waits, and `portal` after it. */
async function beginWithBoth() {
  const list = await openFullScope();
  await waitFor(() => expect(isBarred("confirmFullScope")).toBe(false));
  await list.user.click(screen.getByRole("checkbox", { name: "portal" }));
  const { fault, letGo } = heldBack();
  list.faults.push({ request: /^POST .*scope-mappings/, fault });
  await list.user.click(screen.getByTestId("confirmFullScope"));
  await screen.findByTestId("stopFullScope");
  return { list, letGo };
}

test("stopped, it ends after the client that is being changed, and can't be closed before", async () => {
  const { list, letGo } = await beginWithBoth();
  await list.user.click(screen.getByTestId("stopFullScope"));
  await list.user.keyboard("{Escape}");
  expect(stage()).toBe("running");
  letGo();
  await waitFor(() => expect(stage()).toBe("ended"));
  const left = ["job", "portal"].map((clientId) => isFullScope(list, clientId));
  expect(left.toSorted()).toEqual([false, true]);
});

test("leaving the page ends it after the client that is being changed", async () => {
  const { list, letGo } = await beginWithBoth();
  list.leave();
  letGo();
  await waitFor(() => expect(stage()).toBe("ended"));
  const left = ["job", "portal"].map((clientId) => isFullScope(list, clientId));
  expect(left.toSorted()).toEqual([false, true]);
});

test("who may not see all roles can't turn it off", async () => {
  await openFullScope({ adminRoles: ["view-users", "manage-clients", "query-groups"] });
  await waitFor(() => expect(stateOf("job")).toBe("left"));
  expect(isBarred("confirmFullScope")).toBe(true);
});
