// @vitest-environment happy-dom
/** What a person sees of a change: while it runs, once it is done, and where it stopped. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { answering, cutAfter } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { heldBack } from "../held-back.ts";
import { type OpenedTab, openTab, rowOf } from "../open-tab.tsx";
import { choose, confirmChange, labelled } from "../view-setup.ts";

const lookup = ["query-users", "view-users"];
const write = /^POST .*role-mappings/;
const readBack = /^GET .*role-mappings/;

const writesOf = ({ sent }: OpenedTab) => sent.filter((request) => !request.startsWith("GET"));

const lines = async () =>
  within(await screen.findByTestId("changeLines"))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);

test("one click applies a preset, and the toast takes it back", async () => {
  const { user, mapped } = openTab();
  const { get, state } = await rowOf("user-lookup");
  expect(state()).toBe(undefined);
  await user.click(get("applyPreset"));
  await waitFor(() => expect(state()).toBe("applied"));
  expect(mapped()).toEqual(lookup);
  await user.click(await screen.findByTestId("undoChange"));
  await waitFor(() => expect(state()).toBe(undefined));
  await waitFor(() => expect(mapped()).toEqual([]));
});

test("a toast that was closed is gone, and the summary can still undo", async () => {
  const { user, mapped } = openTab();
  const { get, state } = await rowOf("identity-provider-lookup");
  await user.click(get("applyPreset"));
  const toast = await screen.findByTestId("presetsToast");
  const [close] = [...toast.querySelectorAll("button")].filter(
    (button) => button.dataset["testid"] !== "undoChange",
  );
  await user.click(close ?? toast);
  await waitFor(() => expect(screen.queryByTestId("presetsToast")).toBe(null));
  expect(mapped()).toEqual(["view-identity-providers"]);
  await user.click(screen.getByTestId("undoLastChange"));
  await waitFor(() => expect(state()).toBe(undefined));
  await waitFor(() => expect(mapped()).toEqual([]));
});

test("a second click while a preset is being applied changes nothing", async () => {
  const tab = openTab();
  const { fault, letGo } = heldBack();
  tab.faults.push({ request: write, fault });
  const { get, state } = await rowOf("user-lookup");
  await tab.user.dblClick(get("applyPreset"));
  letGo();
  await waitFor(() => expect(state()).toBe("applied"));
  await screen.findByTestId("presetsToast");
  expect(writesOf(tab)).toHaveLength(1);
});

test("presets applied while another one is under way are applied one after another", async () => {
  const tab = openTab();
  const { fault, letGo } = heldBack();
  tab.faults.push({ request: write, fault });
  await tab.user.click((await rowOf("user-lookup")).get("applyPreset"));
  await tab.user.click((await rowOf("identity-provider-lookup")).get("applyPreset"));
  await tab.user.click((await rowOf("realm-settings-reader")).get("applyPreset"));
  letGo();
  await waitFor(() =>
    expect(tab.mapped()).toEqual([
      "query-users",
      "view-identity-providers",
      "view-realm",
      "view-users",
    ]),
  );
  await waitFor(() => expect(screen.getAllByTestId("presetsToast")).toHaveLength(3));
  expect(writesOf(tab)).toHaveLength(3);
  // Only the last one can be undone.
  expect(screen.getAllByTestId("undoChange")).toHaveLength(1);
});

test("a preset that somebody else assigns while it waits isn't applied again", async () => {
  const tab = openTab();
  const { fault, letGo } = heldBack();
  tab.faults.push({ request: write, fault });
  await tab.user.click((await rowOf("user-lookup")).get("applyPreset"));
  const waiting = await rowOf("identity-provider-lookup");
  await tab.user.click(waiting.get("applyPreset"));
  const { realm } = tab;
  const role = realm.findRole("view-identity-providers", realm.adminClientUuid);
  realm.mapRoles(realm.serviceAccountUserId(tab.clientUuid) ?? "", [role.id]);
  letGo();
  await waitFor(() => expect(waiting.state()).toBe("applied"));
  await screen.findByTestId("presetsToast");
  expect(writesOf(tab)).toHaveLength(1);
});

test("where a change fails, those that wait for it are not begun", async () => {
  const tab = openTab();
  const { fault, letGo } = heldBack();
  tab.faults.push({
    request: write,
    fault: () => fault(() => answering(403)(() => Promise.reject(new Error()))),
  });
  await tab.user.click((await rowOf("user-lookup")).get("applyPreset"));
  await tab.user.click((await rowOf("identity-provider-lookup")).get("applyPreset"));
  letGo();
  await screen.findByTestId("presetsProblem");
  expect(writesOf(tab)).toHaveLength(1);
});

test("a refused change says so in the preset's row, and trying again does it", async () => {
  const tab = openTab();
  tab.faults.push({ request: write, fault: answering(403, { error: "Not you" }) });
  const { get, find, query, state } = await rowOf("user-lookup");
  await tab.user.click(get("applyPreset"));
  const problem = await find("presetsProblem");
  expect(problem.textContent).toContain("403");
  expect(problem.textContent).toContain("Not you");
  expect(screen.queryByTestId("changeLines")).toBe(null);
  expect(query("undoFailedChange")).toBe(null);
  await tab.user.click(get("continueChange"));
  await waitFor(() => expect(state()).toBe("applied"));
  expect(tab.mapped()).toEqual(lookup);
  expect(screen.queryByTestId("presetsProblem")).toBe(null);
});

test("a change that stopped half-way is told line by line, and Continue does the rest", async () => {
  const tab = openTab({ client: { fullScopeAllowed: false } });
  tab.faults.push({ request: /^POST .*scope-mappings/, fault: answering(403) });
  const { get, state } = await rowOf("user-lookup");
  await tab.user.click(get("applyPreset"));
  const told = await lines();
  expect(told).toHaveLength(4);
  expect(tab.mapped()).toEqual(lookup);
  expect(tab.client().scopeMappings).toEqual([]);
  await tab.user.click(get("continueChange"));
  await waitFor(() => expect(state()).toBe("applied"));
  expect(tab.client().scopeMappings).toHaveLength(2);
});

test("a change that stopped half-way can be taken back", async () => {
  const tab = openTab({ client: { fullScopeAllowed: false } });
  tab.faults.push({ request: /^POST .*scope-mappings/, fault: answering(403) });
  const { get, find, state } = await rowOf("user-lookup");
  await tab.user.click(get("applyPreset"));
  await tab.user.click(await find("undoFailedChange"));
  await waitFor(() => expect(tab.mapped()).toEqual([]));
  await waitFor(() => expect(screen.queryByTestId("presetsProblem")).toBe(null));
  expect(state()).toBe(undefined);
});

test("where what holds now can't be read, that is said, and it can be asked for", async () => {
  const tab = openTab();
  const { get, find, state } = await rowOf("user-lookup");
  tab.faults.push({ request: readBack, fault: answering(403) });
  await tab.user.click(get("applyPreset"));
  const reread = await find("retry");
  expect(await lines()).toHaveLength(2);
  const before = writesOf(tab).length;
  await tab.user.click(reread);
  await waitFor(() => expect(state()).toBe("applied"));
  expect(writesOf(tab)).toHaveLength(before);
});

test("an answer that was lost is no failure where the server did it all", async () => {
  const tab = openTab();
  tab.faults.push({ request: write, fault: cutAfter });
  const { get, state } = await rowOf("user-lookup");
  await tab.user.click(get("applyPreset"));
  await waitFor(() => expect(state()).toBe("applied"));
  await screen.findByTestId("presetsToast");
});

test("a conflict with somebody else's change is tried once more", async () => {
  const tab = openTab();
  tab.faults.push({ request: write, fault: answering(409) });
  const { get, state } = await rowOf("user-lookup");
  await tab.user.click(get("applyPreset"));
  await waitFor(() => expect(state()).toBe("applied"));
  expect(screen.queryByTestId("presetsProblem")).toBe(null);
});

test("what somebody else takes in between is told, and Continue gives it again", async () => {
  const tab = openTab();
  const { realm, clientUuid } = tab;
  tab.faults.push({
    request: write,
    fault: async (answer) => {
      const response = await answer();
      const taken = realm.findRole("view-users", realm.adminClientUuid).id;
      realm.unmapRoles(realm.serviceAccountUserId(clientUuid) ?? "", [taken]);
      return response;
    },
  });
  const { get, find, state } = await rowOf("user-lookup");
  await tab.user.click(get("applyPreset"));
  await find("presetsProblem");
  expect(await lines()).toHaveLength(2);
  expect(state()).toBe("missing");
  await tab.user.click(get("continueChange"));
  await waitFor(() => expect(state()).toBe("applied"));
});

test("a preset is not told as applied where something else that it needs went away meanwhile", async () => {
  const tab = openTab({ roles: ["view-realm"] });
  const { realm, clientUuid } = tab;
  tab.faults.push({
    request: write,
    fault: async (answer) => {
      const response = await answer();
      const taken = realm.findRole("view-realm", realm.adminClientUuid).id;
      realm.unmapRoles(realm.serviceAccountUserId(clientUuid) ?? "", [taken]);
      return response;
    },
  });
  const { get, find, state } = await rowOf("access-review");
  await tab.user.click(get("applyPreset"));
  await find("presetsProblem");
  expect(state()).toBe("missing");
  expect(screen.queryByTestId("presetsToast")).toBe(null);
});

test("a role that is gone from the server is named as such", async () => {
  const tab = openTab();
  const { realm } = tab;
  const { get, find } = await rowOf("user-lookup");
  realm.deleteRole(realm.findRole("query-users", realm.adminClientUuid).id);
  await tab.user.click(get("applyPreset"));
  await find("presetsProblem");
  expect(tab.mapped()).toEqual([]);
  expect((await find("presetsProblem")).textContent).toContain("404");
});

test("a client that is deleted meanwhile is said to be gone", async () => {
  const tab = openTab();
  const { get } = await rowOf("user-lookup");
  tab.realm.deleteClient(tab.clientUuid);
  await tab.user.click(get("applyPreset"));
  await waitFor(() => expect(screen.queryByTestId("preset-user-lookup")).toBe(null));
  await waitFor(() =>
    expect(screen.getByTestId("presetsProblem").textContent).toContain(tab.clientUuid),
  );
});

test("who has to sign in again is led to the sign-in", async () => {
  let reloads = 0;
  const tab = openTab({
    context: {
      reload: () => {
        reloads += 1;
      },
    },
  });
  tab.faults.push({ request: write, fault: answering(401) });
  tab.faults.push({ request: write, fault: answering(401) });
  const { get, find } = await rowOf("user-lookup");
  await tab.user.click(get("applyPreset"));
  await tab.user.click(await find("signInAgain"));
  expect(reloads).toBe(1);
});

test("a preset with critical power is looked at before it is given", async () => {
  const tab = openTab();
  await tab.user.click((await rowOf("client-management")).get("applyPreset"));
  await screen.findByTestId("planDialog");
  // Behind the dialog nothing is begun.
  await tab.user.click((await rowOf("user-lookup")).get("applyPreset"));
  expect(writesOf(tab)).toEqual([]);
  await confirmChange(tab.user);
  await waitFor(() => expect(tab.mapped()).toEqual(["manage-clients"]));
  expect(screen.queryByTestId("planDialog")).toBe(null);
});

test("removing a preset takes its roles, and undoing that gives them back", async () => {
  const tab = openTab({ roles: lookup });
  const { get, state } = await rowOf("user-lookup");
  expect(state()).toBe("applied");
  await tab.user.click(get("presetActions"));
  await choose(tab.user, "removePreset");
  await confirmChange(tab.user);
  // What is no longer held stands among the others.
  await waitFor(() => expect(screen.queryByText(textOf("list.held"))).toBe(null));
  const removed = await rowOf("user-lookup");
  await waitFor(() => expect(removed.state()).toBe(undefined));
  expect(tab.mapped()).toEqual([]);
  await tab.user.click(await screen.findByTestId("undoLastChange"));
  await waitFor(() => expect(removed.state()).toBe("applied"));
  expect(tab.mapped()).toEqual(lookup);
});

test("replacing all access with one preset takes every other admin role", async () => {
  const tab = openTab({ roles: ["realm-admin"] });
  const { get, state } = await rowOf("user-lookup");
  expect(state()).toBe("includedIn");
  await tab.user.click(get("presetActions"));
  await choose(tab.user, "replaceAccess");
  await confirmChange(tab.user);
  await waitFor(() => expect(state()).toBe("applied"));
  await waitFor(() => expect(tab.mapped()).toEqual(lookup));
});

test("a failure of several presets is told above the list", async () => {
  const tab = openTab();
  await rowOf("user-lookup");
  tab.faults.push({ request: write, fault: answering(403) });
  await tab.user.click(screen.getByTestId("plan"));
  await tab.user.click(await screen.findByTestId("planPresets"));
  const options = await screen.findAllByRole("menuitem");
  for (const option of options.slice(0, 2)) {
    await tab.user.click(within(option).getByRole("checkbox"));
  }
  await confirmChange(tab.user);
  const problem = await screen.findByTestId("presetsProblem");
  expect(problem.closest("li")).toBe(null);
  await tab.user.click(within(problem).getByTestId("continueChange"));
  await waitFor(() => expect(tab.mapped().length).toBeGreaterThan(1));
  await waitFor(() => expect(screen.queryByTestId("presetsProblem")).toBe(null));
});

test("service accounts that are off are switched on, and then presets can be applied", async () => {
  let outdated = 0;
  const tab = openTab({
    client: { serviceAccountsEnabled: false },
    page: { clientIdHint: undefined },
    context: {
      outdatePage: () => {
        outdated += 1;
      },
    },
  });
  await tab.user.click(await screen.findByTestId("enableServiceAccounts"));
  await screen.findByTestId("presetsSummary");
  expect(tab.client().settings.serviceAccountsEnabled).toBe(true);
  // The console's own form would write the old setting back.
  expect(outdated).toBe(1);
  // There is nothing to undo: an account may have been given roles by then.
  expect(screen.queryByTestId("undoLastChange")).toBe(null);
  const { get, state } = await rowOf("user-lookup");
  await tab.user.click(get("applyPreset"));
  await waitFor(() => expect(state()).toBe("applied"));
});

test("where switching them on is refused, the reason stands above the list", async () => {
  const tab = openTab({
    client: { serviceAccountsEnabled: false },
    page: { clientIdHint: undefined },
  });
  await screen.findByTestId("enableServiceAccounts");
  tab.faults.push({ request: /^PUT /, fault: answering(403) });
  await tab.user.click(screen.getByTestId("enableServiceAccounts"));
  const problem = await screen.findByTestId("presetsProblem");
  expect(problem.textContent).toContain("403");
});

test("applying a preset to a client without service account switches it on first, and undo keeps it on", async () => {
  const tab = openTab({
    client: { serviceAccountsEnabled: false },
    page: { clientIdHint: undefined },
  });
  await tab.user.click((await rowOf("user-lookup")).get("applyPreset"));
  await confirmChange(tab.user);
  await waitFor(() => expect(tab.mapped()).toEqual(lookup));
  await tab.user.click(await screen.findByTestId("undoLastChange"));
  await waitFor(() => expect(tab.mapped()).toEqual([]));
  expect(tab.client().settings.serviceAccountsEnabled).toBe(true);
});

test("a preset whose roles don't reach the tokens is given all the same, and said to have no effect", async () => {
  const tab = openTab({
    client: { fullScopeAllowed: false },
    token: "bert",
    arrange: ({ realm }) =>
      realm.makeAdministrator({
        token: "bert",
        adminRoles: ["view-clients", "manage-users", "view-users"],
      }),
  });
  const { get, state } = await rowOf("user-lookup");
  await tab.user.click(get("applyPreset"));
  await confirmChange(tab.user);
  await waitFor(() => expect(state()).toBe("outOfScope"));
  const toast = await screen.findByTestId("presetsToast");
  const names = { preset: textOf("presets.user-lookup"), roles: "view-users and query-users" };
  expect(toast.textContent).toContain(textOf("done.addOutOfScope", names));
});

test("all admin roles can be taken at once", async () => {
  const tab = openTab({ roles: ["view-identity-providers", "view-realm"] });
  await tab.user.click(await screen.findByTestId("plan"));
  await screen.findByTestId("planDialog");
  await tab.user.click(labelled(textOf("plan.mode.exact")));
  await confirmChange(tab.user);
  await screen.findByTestId("presetsToast");
  expect(tab.mapped()).toEqual([]);
});

test("a second click on Continue changes nothing", async () => {
  const tab = openTab();
  tab.faults.push({ request: write, fault: answering(403) });
  const { get, find, state } = await rowOf("user-lookup");
  await tab.user.click(get("applyPreset"));
  const { fault, letGo } = heldBack();
  tab.faults.push({ request: write, fault });
  await tab.user.dblClick(await find("continueChange"));
  letGo();
  await waitFor(() => expect(state()).toBe("applied"));
  expect(writesOf(tab)).toHaveLength(2);
});

test("an undo that is refused says so, and Continue takes the rest back", async () => {
  const tab = openTab();
  const { get, find, state } = await rowOf("user-lookup");
  await tab.user.click(get("applyPreset"));
  tab.faults.push({ request: /^DELETE .*role-mappings/, fault: answering(403) });
  await tab.user.click(await screen.findByTestId("undoLastChange"));
  await find("presetsProblem");
  expect(state()).toBe("applied");
  await tab.user.click(get("continueChange"));
  await waitFor(() => expect(state()).toBe(undefined));
  expect(tab.mapped()).toEqual([]);
});

test("where the session ends before a change is begun, the tab says so, and reads anew at the next click", async () => {
  const ended = Object.assign(new Error("gone"), { name: "SessionError", failure: "signInNeeded" });
  let isSignedIn = true;
  const accessToken = () => (isSignedIn ? Promise.resolve("anna") : Promise.reject(ended));
  const tab = openTab({ context: { tokens: { accessToken, forgetToken: () => undefined } } });
  const { get, state } = await rowOf("user-lookup");
  isSignedIn = false;
  await tab.user.click(get("applyPreset"));
  const problem = await screen.findByTestId("presetsProblem");
  expect(problem.textContent).toContain(textOf("problem.nothingChanged"));
  expect(screen.queryByTestId("planDialog")).toBe(null);
  expect(tab.mapped()).toEqual([]);
  isSignedIn = true;
  await tab.user.click(get("applyPreset"));
  await waitFor(() => expect(state()).toBe("applied"));
});

test("what is pressed later waits for what is pressed first, also where that still reads what its roles hold", async () => {
  const tab = openTab();
  const { fault, letGo } = heldBack();
  tab.faults.push({ request: /composites$/, fault });
  const later = await rowOf("identity-provider-lookup");
  await tab.user.click((await rowOf("user-lookup")).get("applyPreset"));
  await tab.user.click(later.get("applyPreset"));
  expect(writesOf(tab)).toEqual([]);
  letGo();
  await waitFor(() => expect(later.state()).toBe("applied"));
  await waitFor(() => expect(tab.mapped()).toEqual([...lookup, "view-identity-providers"].sort()));
});
