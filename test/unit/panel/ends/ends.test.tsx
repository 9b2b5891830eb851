// @vitest-environment happy-dom
/** When roles end: in the plan, in the header, and what can be done about it. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { nameOfWorkflow } from "../../../../src/access/ends/own-workflow.ts";
import { answering, type ServedKeycloak } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { type OpenedTab, openTab, rowOf } from "../open-tab.tsx";
import { choose, confirmChange, labelled } from "../view-setup.ts";

const lookup = ["query-users", "view-users"];
const day = 86_400_000;

/** Opens the plan of a preset from its row. */
async function showPlan({ user }: OpenedTab, preset = "user-lookup"): Promise<HTMLElement> {
  const row = await rowOf(preset);
  await user.click(row.get("presetActions"));
  await choose(user, "planPreset");
  return screen.findByTestId("endChoice");
}

const chooseEnd = (choice: HTMLElement, value: string) =>
  fireEvent.change(choice, { target: { value } });

const waitUntilOffered = (choice: HTMLElement) =>
  waitFor(() => expect(choice.hasAttribute("disabled")).toBe(false));

/** Gives the account's view-users an end. */
const ending =
  (after: number, isScheduled = true) =>
  ({ realm }: ServedKeycloak, clientUuid: string) => {
    const userId = realm.serviceAccountUserId(clientUuid) ?? "";
    const at = Date.now() + after;
    const name = nameOfWorkflow({ clientId: "api", userId, at }, "k");
    realm.makeWorkflow(name, ["realm-management/view-users"], isScheduled ? [[userId, at]] : []);
  };

const workflows = async ({ keycloak }: ServedKeycloak): Promise<readonly unknown[]> =>
  (
    await keycloak.fetch("https://kc.example.org/admin/realms/demo/workflows", {
      headers: { authorization: "Bearer anna" },
    })
  ).json();

test("a plan promises what Keycloak does, and its roles then end", async () => {
  const tab = openTab();
  const choice = await showPlan(tab);
  await waitUntilOffered(choice);
  expect(screen.getByTestId("endPromise").textContent).toBe(textOf("ends.about"));
  chooseEnd(choice, "7");
  expect(screen.getByTestId("endPromise").textContent).toContain("Keycloak unassigns");
  expect(screen.getByTestId("planEnds").textContent).toContain("view-users");
  await confirmChange(tab.user);
  await screen.findByTestId("end-pending");
  expect(tab.mapped()).toEqual(lookup);
  expect(await workflows(tab)).toHaveLength(1);
  await tab.user.click(await screen.findByTestId("undoLastChange"));
  await waitFor(() => expect(tab.mapped()).toEqual([]));
  await waitFor(async () => expect(await workflows(tab)).toEqual([]));
});

test("only a date in the future can be chosen", async () => {
  const tab = openTab();
  const choice = await showPlan(tab);
  await waitUntilOffered(choice);
  chooseEnd(choice, "date");
  const date = screen.getByTestId("endDate");
  expect(screen.getByTestId("confirmChange").getAttribute("aria-disabled")).toBe("true");
  fireEvent.change(date, { target: { value: "2020-01-01" } });
  expect(screen.getByTestId("endPromise").textContent).toBe(textOf("ends.dateInvalid"));
  const next = new Date(Date.now() + 40 * day).toISOString().slice(0, 10);
  fireEvent.change(date, { target: { value: next } });
  await waitFor(() =>
    expect(screen.getByTestId("confirmChange").getAttribute("aria-disabled")).toBe("false"),
  );
});

test("where workflows fail, no role is assigned, and Continue goes on", async () => {
  const tab = openTab();
  const choice = await showPlan(tab);
  await waitUntilOffered(choice);
  chooseEnd(choice, "1");
  tab.faults.push({ request: /POST \/workflows$/, fault: answering(500) });
  await confirmChange(tab.user);
  await screen.findByTestId("continueChange");
  expect(tab.mapped()).toEqual([]);
  await tab.user.click(screen.getByTestId("continueChange"));
  await waitFor(() => expect(tab.mapped()).toEqual(lookup));
  await screen.findByTestId("end-pending");
});

test("an applied preset gets an end, and one that critical access could cancel says so", async () => {
  const tab = openTab({ roles: ["realm-admin", ...lookup], client: { fullScopeAllowed: false } });
  const choice = await showPlan(tab);
  await waitUntilOffered(choice);
  expect(within(choice).getByText(textOf("ends.unchanged"))).not.toBe(null);
  chooseEnd(choice, "30");
  await screen.findByTestId("endCanBeCancelled");
  expect(screen.getByTestId("planEnds").textContent).toContain(textOf("ends.scopeStays"));
  expect(screen.getByTestId("confirmChange").getAttribute("aria-disabled")).toBe("false");
});

test("an end that replaces critical access isn't said to be one that the account could cancel", async () => {
  const tab = openTab({ roles: ["realm-admin"] });
  const choice = await showPlan(tab);
  await tab.user.click(labelled(textOf("plan.mode.exact")));
  await waitUntilOffered(choice);
  chooseEnd(choice, "7");
  expect(screen.getByTestId("planEnds").textContent).toContain("view-users");
  expect(screen.queryByTestId("endCanBeCancelled")).toBe(null);
});

test("where roles end, Apply of another preset shows its plan first, which says what it keeps", async () => {
  const tab = openTab({ roles: ["view-users"], arrange: ending(day) });
  await screen.findByTestId("end-pending");
  await tab.user.click((await rowOf("organization-management")).get("applyPreset"));
  await waitUntilOffered(await screen.findByTestId("endChoice"));
  expect(screen.getByTestId("planEnds").textContent).toContain(
    textOf("ends.noLonger", { roles: "view-users" }),
  );
});

test("an end is changed, and made permanent", async () => {
  const tab = openTab({ roles: lookup, arrange: ending(day) });
  await tab.user.click(await screen.findByTestId("changeEnd"));
  const before = screen.getByTestId("end-pending").textContent;
  chooseEnd(await screen.findByTestId("endChoice"), "90");
  await tab.user.click(screen.getByTestId("saveEnd"));
  await screen.findByTestId("undoLastChange");
  expect(await workflows(tab)).toHaveLength(1);
  await waitFor(() => expect(screen.getByTestId("end-pending").textContent).not.toBe(before));
  await tab.user.click(screen.getByTestId("changeEnd"));
  await tab.user.click(await screen.findByTestId("saveEnd"));
  await waitFor(async () => expect(await workflows(tab)).toEqual([]));
  await waitFor(() => expect(screen.queryByTestId("end-pending")).toBe(null));
});

test("roles that were to end and are still assigned can be unassigned, and the record goes with them", async () => {
  const tab = openTab({ roles: lookup, arrange: ending(-day, false) });
  await tab.user.click(await screen.findByTestId("unassignEnded"));
  await waitFor(() => expect(tab.mapped()).toEqual(["query-users"]));
  await waitFor(async () => expect(await workflows(tab)).toEqual([]));
});

test("an end that is over can be dismissed", async () => {
  const tab = openTab({
    roles: ["query-users"],
    arrange: ending(-day, false),
  });
  await screen.findByTestId("end-over");
  await tab.user.click(await screen.findByTestId("forgetEnd"));
  await waitFor(() => expect(screen.queryByTestId("end-over")).toBe(null));
  expect(await workflows(tab)).toEqual([]);
});

test("an end that was taken off the schedule says so", async () => {
  openTab({ roles: ["view-users"], arrange: ending(day, false) });
  await screen.findByTestId("end-cancelled");
  screen.getByTestId("changeEnd");
});

test("an end that a failed change left is told as what it is, and can be dismissed", async () => {
  const tab = openTab({ roles: ["query-users"], arrange: ending(day, false) });
  await screen.findByTestId("end-unused");
  await tab.user.click(screen.getByTestId("forgetEnd"));
  await waitFor(async () => expect(await workflows(tab)).toEqual([]));
});

test.each([
  ["notVisible", {}],
  ["tooOld", { consoleScript: "main-hZIJIVx9.js" }],
] as const)("why no end can be set is said: %s", async (reason, context) => {
  const tab = openTab({
    token: "bob",
    context,
    arrange: ({ realm }) => {
      realm.makeAdministrator({ token: "bob", adminRoles: ["view-clients", "manage-users"] });
    },
  });
  const choice = await showPlan(tab);
  await waitFor(() =>
    expect(screen.getByTestId("endPromise").textContent).toBe(textOf(`ends.${reason}`)),
  );
  expect(choice.hasAttribute("disabled")).toBe(true);
  expect(screen.getByTestId("confirmChange").getAttribute("aria-disabled")).toBe("false");
});

test.each([
  [404, "off"],
  [500, "notRead"],
] as const)("a server that answers %s to workflows sets no end: %s", async (status, reason) => {
  const tab = openTab();
  const fault = { request: /workflows/, fault: answering(status) };
  tab.faults.push(...Array.from({ length: 8 }, () => fault));
  await showPlan(tab);
  await waitFor(() =>
    expect(screen.getByTestId("endPromise").textContent).toBe(textOf(`ends.${reason}`)),
  );
});

test("a client of master has ends too", async () => {
  const tab = openTab({ isOfMaster: true });
  const choice = await showPlan(tab);
  await waitUntilOffered(choice);
});

test("what comes with another role can't end on its own", async () => {
  const tab = openTab({ roles: ["realm-admin"] });
  const choice = await showPlan(tab);
  await waitFor(() =>
    expect(screen.getByTestId("endPromise").textContent).toBe(textOf("ends.included")),
  );
  expect(choice.hasAttribute("disabled")).toBe(true);
});

test("roles with an end that are assigned no longer don't seem to end", async () => {
  openTab({ roles: ["query-users"], arrange: ending(day) });
  await screen.findByTestId("end-unused");
});

test("where ends can't be read, that is said, and they can be read again", async () => {
  const tab = openTab({
    roles: ["view-users"],
    arrange: (served, uuid) => {
      ending(day)(served, uuid);
      served.faults.push({ request: /GET \/workflows/, fault: answering(500) });
    },
  });
  await tab.user.click(await screen.findByText(textOf("problem.tryAgain")));
  await screen.findByTestId("end-pending");
});

test("an end that can't be dismissed stays, with the reason", async () => {
  const tab = openTab({ roles: ["query-users"], arrange: ending(-day, false) });
  const forget = await screen.findByTestId("forgetEnd");
  tab.faults.push({ request: /^DELETE \/workflows/, fault: answering(500) });
  await tab.user.click(forget);
  await screen.findByText(textOf("problem.serverError", { status: 500 }));
  screen.getByTestId("end-over");
});
