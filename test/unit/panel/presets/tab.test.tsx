// @vitest-environment happy-dom
/** What a person sees of a client's access, and how they find what they need. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { answering } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { heldBack } from "../held-back.ts";
import { openTab, rowOf } from "../open-tab.tsx";
import { choose, confirmChange, labelled, tick } from "../view-setup.ts";

const lookup = ["query-users", "view-users"];
const readClient = /^GET \/clients\/[^/]+$/;

/** Searches for a call, and returns where its holders can be asked for. */
async function searchForHolders(user: ReturnType<typeof openTab>["user"]): Promise<HTMLElement> {
  await rowOf("user-lookup");
  await search(user, "GET /users");
  return screen.findByTestId("callHolders");
}

const shownPresets = () =>
  screen.getAllByTestId(/^preset-/).map(({ dataset }) => dataset["testid"]?.replace("preset-", ""));

async function search(user: ReturnType<typeof openTab>["user"], text: string): Promise<void> {
  const field = await waitFor(() => labelled(textOf("search.label")));
  await user.clear(field);
  await user.click(field);
  await user.paste(text);
}

test("a client that is not there is said to be missing", async () => {
  openTab({ page: { clientUuid: "00000000-0000-0000-0000-000000000000" } });
  const problem = await screen.findByTestId("presetsProblem");
  expect(problem.textContent).toContain("00000000-0000-0000-0000-000000000000");
});

test("a client that can have no service account is told apart", async () => {
  openTab({ client: { serviceAccountsEnabled: false, bearerOnly: true } });
  const problem = await screen.findByTestId("presetsProblem");
  expect(problem.textContent).toContain(textOf("problem.noServiceAccountPossible.title"));
});

test("what could not be read is read again when the person asks for it", async () => {
  const tab = openTab({ roles: lookup });
  tab.faults.push({ request: readClient, fault: answering(500) });
  const retry = await screen.findByTestId("retry");
  await tab.user.click(retry);
  const { state } = await rowOf("user-lookup");
  expect(state()).toBe("applied");
});

test("who is signed out is led to the sign-in, and not told to try again", async () => {
  openTab({ token: "nobody" });
  await screen.findByTestId("signInAgain");
  expect(screen.queryByTestId("retry")).toBe(null);
});

test("a slow server is waited for with a spinner", async () => {
  const tab = openTab();
  tab.faults.push({ request: readClient, fault: () => new Promise(() => undefined) });
  await screen.findByTestId("presetsLoading");
});

test.each([
  ["may not see what the account holds", ["view-clients"], undefined, "rights.cannotRead"],
  ["may grant nothing", ["view-clients", "view-users"], undefined, "rights.cannotGrant"],
  [
    "may grant nothing on a version that refuses it by a bug",
    ["view-clients", "view-users"],
    "main-DyQuHL02.js",
    "rights.refusedByBug",
  ],
] as const)(
  "an administrator who %s is told so, and can still look",
  async (_, adminRoles, script, key) => {
    openTab({
      token: "bert",
      arrange: ({ realm }) => realm.makeAdministrator({ token: "bert", adminRoles }),
      ...(script === undefined ? {} : { context: { consoleScript: script } }),
    });
    const notice = await screen.findByTestId("rightsNotice");
    expect(notice.textContent).toContain(textOf(key));
    await rowOf("user-lookup");
  },
);

test("who may change nothing can't replace access either", async () => {
  const tab = openTab({
    token: "bert",
    arrange: ({ realm }) =>
      realm.makeAdministrator({ token: "bert", adminRoles: ["view-clients", "view-users"] }),
  });
  const { get } = await rowOf("user-lookup");
  await tab.user.click(get("presetActions"));
  const exact = (await screen.findByTestId("replaceAccess")).querySelector("button");
  expect(exact?.getAttribute("aria-disabled")).toBe("true");
});

test("a disabled client has no power, and what its roles would allow is told apart", async () => {
  openTab({ client: { enabled: false, fullScopeAllowed: false }, roles: lookup });
  const denied = await screen.findByTestId("deniedCalls");
  expect(denied.textContent).toContain(textOf("denied.enabled"));
  expect(denied.textContent).toContain(textOf("consequence.readsPersonalData"));
  expect(screen.getByTestId("powerHeadline").textContent).toBe(textOf("power.denied"));
  expect(screen.queryByTestId("powerRisk")).toBe(null);
  // Mapped, and without effect.
  expect((await rowOf("user-lookup")).state()).toBe("outOfScope");
});

test("roles that don't reach the client's tokens are told in red, and one click adds them to the scope", async () => {
  const tab = openTab({ client: { fullScopeAllowed: false }, roles: lookup });
  const fix = await screen.findByTestId("fixDenial");
  expect(screen.getByTestId("powerHeadline").textContent).toBe(textOf("power.denied"));
  await tab.user.click(fix);
  await waitFor(() => expect(screen.queryByTestId("deniedCalls")).toBe(null));
  expect(screen.getByTestId("powerHeadline").textContent).toBe(
    textOf("consequence.readsPersonalData"),
  );
});

test("access that becomes critical by one button is named, and asked for twice", async () => {
  const tab = openTab({ roles: ["realm-admin"], client: { fullScopeAllowed: false } });
  const denied = await screen.findByTestId("deniedCalls");
  expect(denied.textContent).toContain(textOf("denied.onceFixed"));
  expect(denied.textContent).toContain(textOf("consequence.isRealmAdmin"));
  expect(denied.textContent).toContain(textOf("check.scope.included", { names: "realm-admin" }));
  expect(screen.queryByTestId("fixDenial")).toBe(null);
  await tab.user.click(within(denied).getByTestId("fixDenial-ask"));
  expect(denied.textContent).toContain(textOf("denied.fixCritical"));
  await tab.user.click(within(denied).getByTestId("fixDenial"));
  await waitFor(() => expect(screen.queryByTestId("deniedCalls")).toBe(null));
  expect(tab.client().scopeMappings).not.toEqual([]);
});

test("where calls are denied, no reach is shown", async () => {
  openTab({ roles: lookup, client: { fullScopeAllowed: false } });
  await screen.findByTestId("deniedCalls");
  await screen.findByTestId("powerSources");
  expect(screen.queryByTestId("powerReach")).toBe(null);
});

test("a family in which the roles change something and read secrets says both", async () => {
  openTab({ roles: ["manage-clients"] });
  const clients = await screen.findByTestId("reach-clients");
  await waitFor(() => expect(clients.textContent).toContain(textOf("reach.kind.canEscalate")));
  expect(clients.textContent).toContain(textOf("reach.kind.readsSecrets"));
  expect(screen.queryByText(textOf("reach.escalatesWithin"))).toBe(null);
});

test("where roles can escalate and no tested way leads to realm admin, the header says so", async () => {
  openTab({ roles: ["manage-organizations"] });
  await screen.findByText(textOf("reach.escalatesWithin"));
});

test("without full scope the header says that a role alone doesn't count", async () => {
  openTab({ client: { fullScopeAllowed: false } });
  const header = await screen.findByTestId("presetsSummary");
  expect(header.textContent).toContain(textOf("summary.fullScopeOff", { clientId: "api" }));
});

test("the header says how far the roles reach, and where they come from", async () => {
  openTab({ roles: lookup });
  const reach = await screen.findByTestId("powerReach");
  await waitFor(() => expect(reach.getAttribute("aria-busy")).toBe("false"));
  expect(screen.getByTestId("reach-users").dataset["reach"]).toBe("reads");
  expect(screen.getByTestId("reach-events").dataset["reach"]).toBe("none");
  const sources = screen.getByTestId("powerSources");
  expect(sources.textContent).toContain("view-users");
  const link = sources.querySelector("a")?.getAttribute("href");
  expect(link).toContain("/serviceAccount");
});

test("a client that lacks the client scope that the Admin API asks for is told, and Apply adds it", async () => {
  const tab = openTab({
    roles: lookup,
    context: { consoleScript: "main-of-a-later-version.js" },
    arrange: ({ realm }) => realm.makeClientScope("kc-admin-api"),
  });
  const { get, state } = await rowOf("user-lookup");
  expect(state()).toBe("lacksClientScope");
  await tab.user.click(get("applyPreset"));
  await confirmChange(tab.user);
  await waitFor(() => expect(state()).toBe("applied"));
  expect(tab.client().defaultScopes).toContain("kc-admin-api");
});

test("the header names the worst, and opens to all roles in effect", async () => {
  const tab = openTab({ roles: [...lookup, "view-events", "query-clients"] });
  const header = await screen.findByTestId("presetsSummary");
  expect(screen.getByTestId("powerRisk").textContent).toBe(textOf("filter.risk.critical"));
  expect(header.textContent).toContain(textOf("consequence.becomesAdminByEvents"));
  expect((await screen.findByTestId("looseRoles")).textContent).toContain("query-clients");
  await tab.user.click(within(screen.getByTestId("effectiveRoles")).getByRole("button"));
  expect(screen.getByTestId("effectiveRoles").textContent).toContain("query-groups");
});

const sectionOf = (presetId: string) =>
  screen.getByTestId(`preset-${presetId}`).closest("section")?.querySelector("h2")?.textContent;

test("what is held stands first, then the common presets, then all others by groups", async () => {
  openTab({ roles: ["view-events"] });
  await rowOf("event-reader");
  expect(sectionOf("event-reader")).toBe(textOf("list.held"));
  expect(sectionOf("user-lookup")).toBe(textOf("list.common"));
  await rowOf("client-management");
  expect(sectionOf("client-management")).toBe(textOf("list.all"));
  const group = within(screen.getByTestId("group-clients")).getAllByRole("button")[0];
  expect(group?.getAttribute("aria-expanded")).toBe("false");
});

test("a preset that is applied stays where it is, with Replace and Remove in its row", async () => {
  const tab = openTab();
  const { get, find, state } = await rowOf("user-lookup");
  await tab.user.click(get("applyPreset"));
  await waitFor(() => expect(state()).toBe("applied"));
  expect(sectionOf("user-lookup")).toBe(textOf("list.common"));
  await tab.user.click(await find("removeInSight"));
  await confirmChange(tab.user);
  await waitFor(() => expect(tab.mapped()).toEqual([]));
});

test("Replace asks which preset is to stand in place of all that is held", async () => {
  const tab = openTab({ roles: ["realm-admin"] });
  await tab.user.click((await rowOf("full-administration")).get("replacePreset"));
  const confirm = await screen.findByTestId("confirmChange");
  // Without a preset it would take all access away.
  expect(confirm.getAttribute("aria-disabled")).toBe("true");
  await tab.user.click(screen.getByTestId("planPresets"));
  await tick(tab.user, textOf("presets.user-lookup"));
  await confirmChange(tab.user);
  await waitFor(() => expect(tab.mapped()).toEqual(lookup));
});

test("a preset that opens no further call says so, and replaces all access by one button", async () => {
  const tab = openTab({ roles: ["realm-admin"] });
  const { row, get } = await rowOf("user-lookup");
  await within(row).findByText(textOf("preset.noGain"));
  await tab.user.click(get("replaceWithThis"));
  const verdict = await screen.findByTestId("planVerdict");
  expect(verdict.textContent).toContain(textOf("plan.verdict.endsRealmAdmin"));
  await confirmChange(tab.user);
  await waitFor(() => expect(tab.mapped()).toEqual(lookup));
});

test("the guide's bundle keeps its button where it opens no further call, another one has it in its menu", async () => {
  const tab = openTab({ roles: ["manage-users", "view-realm"] });
  const bundle = await rowOf("user-lookup");
  await within(bundle.row).findByText(textOf("preset.noGain"));
  expect(bundle.query("applyPreset")).not.toBe(null);
  const other = await rowOf("usage-statistics");
  expect(other.query("applyPreset")).toBe(null);
  await tab.user.click(other.get("presetActions"));
  await choose(tab.user, "applyInMenu");
  await waitFor(() => expect(tab.mapped()).toContain("query-users"));
});

test("a row tells how many of a preset's roles can be granted", async () => {
  openTab({
    token: "bert",
    arrange: ({ realm }) =>
      realm.makeAdministrator({
        token: "bert",
        adminRoles: ["view-clients", "manage-users", "view-realm"],
      }),
  });
  const { find } = await rowOf("realm-as-code");
  const state = await find("presetState");
  expect(state.textContent).toBe(textOf("status.grantable", { granted: 1, count: 4 }));
});

test("an account without roles is told to have none", async () => {
  openTab();
  const headline = await screen.findByTestId("powerHeadline");
  expect(headline.textContent).toBe(textOf("power.none", { realm: "demo" }));
  expect(screen.queryByTestId("powerReach")).toBe(null);
});

test("an address that asks for a preset opens its row, with what it allows", async () => {
  openTab({ roles: ["view-events"], page: { presetShown: "event-reader" } });
  const { row } = await rowOf("event-reader");
  await waitFor(() => expect(row.textContent).toContain("/event-reader"));
  await waitFor(() => expect(row.textContent).toContain(textOf("reach.madeFor")));
  await waitFor(() => expect(row.textContent).toContain("GET /events"), { timeout: 10_000 });
});

test("an address that asks for a preset that is not there says so", async () => {
  openTab({ page: { presetShown: "no-such-preset" } });
  const notice = await screen.findByTestId("unknownPreset");
  expect(notice.textContent).toContain("no-such-preset");
});

test("a row opens to all that its preset allows, seems to allow and does not allow", async () => {
  const tab = openTab({ roles: ["view-users"] });
  const { row } = await rowOf("access-review");
  await tab.user.click(
    labelled(textOf("preset.toggle", { preset: textOf("presets.access-review") })),
  );
  await within(row).findByText(textOf("reach.madeFor"));
  const folds = [...row.querySelectorAll<HTMLElement>("[aria-expanded=false]")].filter((it) =>
    /\d/.test(it.textContent),
  );
  for (const fold of folds) await tab.user.click(fold);
  expect(row.textContent).toContain("GET /groups/{group-id}/members");
  expect(row.textContent).toContain("POST /users");
});

test("a preset with a role that the server lacks is not available", async () => {
  openTab({
    arrange: ({ realm }) =>
      realm.deleteRole(realm.findRole("view-events", realm.adminClientUuid).id),
  });
  expect((await rowOf("event-reader")).state()).toBe("unavailable");
});

test("why a preset has no effect, or can't be granted, stands in its row", async () => {
  const tab = openTab({
    client: { fullScopeAllowed: false },
    roles: ["view-events"],
    token: "bert",
    arrange: ({ realm }) =>
      realm.makeAdministrator({ token: "bert", adminRoles: ["view-clients", "manage-users"] }),
  });
  const without = await rowOf("event-reader");
  expect(without.state()).toBe("outOfScope");
  const barred = await rowOf("client-management");
  expect(barred.state()).toBe("notGrantable");
  for (const { row } of [without, barred]) {
    const [toggle] = row.querySelectorAll<HTMLElement>("[id^=preset-toggle]");
    if (toggle !== undefined) await tab.user.click(toggle);
    await within(row).findByText(textOf("details.status"));
  }
});

test("a role explains itself beside its label", async () => {
  const tab = openTab();
  const { row } = await rowOf("access-review");
  const [label] = within(row).getAllByTestId("role-missing");
  await tab.user.click(label?.querySelector("button") ?? row);
  await waitFor(() =>
    expect(document.body.textContent).toContain(
      textOf("roleExplanation.includes", { roles: "query-groups and query-users" }),
    ),
  );
  // It listens to the keyboard only once it is wholly open.
  await waitFor(async () => {
    await tab.user.keyboard("{Escape}");
    expect(document.body.textContent).not.toContain(
      textOf("roleExplanation.includes", { roles: "query-groups and query-users" }),
    );
  });
});

test("words find presets, filters narrow them, and clearing shows all again", async () => {
  const tab = openTab();
  await rowOf("user-lookup");
  await waitFor(() => expect(shownPresets().length).toBeGreaterThan(20));
  const all = shownPresets().length;
  await search(tab.user, "impersonation");
  await waitFor(() => expect(shownPresets()).toEqual(["support-impersonation"]));
  await search(tab.user, "zzzz");
  await tab.user.click(within(await screen.findByTestId("presetsNoMatch")).getByRole("button"));
  await waitFor(() => expect(shownPresets()).toHaveLength(all));
  await tab.user.click(screen.getByTestId("filter-group"));
  const [users] = await screen.findAllByRole("menuitem");
  await tab.user.click(within(users ?? document.body).getByRole("checkbox"));
  await waitFor(() => expect(shownPresets().length).toBeLessThan(all));
  await tab.user.click(within(users ?? document.body).getByRole("checkbox"));
  await waitFor(() => expect(shownPresets()).toHaveLength(all));
});

test("a call finds its roles and presets, and other calls can be asked for instead", async () => {
  const tab = openTab();
  await rowOf("user-lookup");
  await search(tab.user, "/admin/realms/demo/users");
  const answers = await screen.findByTestId("callAnswers");
  await within(answers).findByTestId("verdict-denied");
  await waitFor(() => expect(shownPresets()).toContain("user-lookup"));
  const other = await within(answers).findByText("POST /users");
  await tab.user.click(other);
  await waitFor(() =>
    expect(screen.getByTestId("callAnswers").textContent).toContain("POST /users"),
  );
});

test("one preset is recommended for a call and what comes with it, and others can be applied too", async () => {
  const tab = openTab();
  await rowOf("user-lookup");
  await search(tab.user, "POST /users/1/role-mappings/realm");
  const best = await screen.findByTestId("recommended");
  await within(best).findByTestId("preset-user-management-with-realm-roles");
  expect(screen.getByTestId("usualPair").textContent).toContain("GET /roles/{role-name}");
  const others = screen.getByTestId("alsoSufficient");
  const management = within(others).getByTestId("preset-user-management");
  expect(management.textContent).toContain("not GET /roles/{role-name}");
  // What is read aloud counts what is shown.
  const shown = within(others).getAllByTestId(/^preset-[a-z-]+$/).length;
  const status = screen.getByTestId("searchStatus").textContent ?? "";
  expect(status).toContain(
    textOf("answer.said.best", { presets: textOf("presets.user-management-with-realm-roles") }),
  );
  expect(status).toContain(`${shown} shown`);
  // The header makes room for it.
  expect(screen.queryByText(textOf("power.none.hint"))).toBe(null);
  await tab.user.click(within(management).getByTestId("applyPreset"));
  await confirmChange(tab.user);
  await waitFor(() => expect(tab.mapped()).toEqual(["manage-users"]));
});

test("a role asks for the presets that give it, and a preset's own name for that one", async () => {
  const tab = openTab();
  await rowOf("user-lookup");
  await search(tab.user, "GET /events");
  const needs = await screen.findByTestId("needs");
  await tab.user.click(within(needs).getByText("view-events"));
  const best = await screen.findByTestId("recommended");
  await within(best).findByTestId("preset-event-reader");
  await tab.user.clear(labelled(textOf("search.label")));
  await search(tab.user, "event administration");
  await waitFor(() =>
    within(screen.getByTestId("recommended")).getByTestId("preset-event-administration"),
  );
});

test("the service accounts that have roles for a call are read only on request", async () => {
  const tab = openTab({ roles: lookup });
  const holders = await searchForHolders(tab.user);
  expect(holders.textContent).not.toMatch(/\d/);
  await tab.user.click(within(holders).getByTestId("askHolders"));
  await waitFor(() => expect(holders.textContent).toContain(textOf("holders.count", { count: 1 })));
  expect(holders.querySelector("a")?.textContent).toBe("api");
});

test("of master, the service accounts that have roles for a call in the chosen realm are read", async () => {
  const tab = openTab({ isOfMaster: true, roles: lookup });
  const holders = await searchForHolders(tab.user);
  await tab.user.click(within(holders).getByTestId("askHolders"));
  await waitFor(() => expect(holders.textContent).toContain(textOf("holders.count", { count: 1 })));
});

test("the reading of service accounts can be stopped, and asked for again", async () => {
  const tab = openTab({ roles: lookup });
  const holders = await searchForHolders(tab.user);
  const { fault, letGo } = heldBack();
  tab.faults.push({ request: /^GET \/clients\/[^/]+\/roles$/, fault });
  await tab.user.click(within(holders).getByTestId("askHolders"));
  await tab.user.click(await within(holders).findByTestId("stopHolders"));
  letGo();
  await tab.user.click(await within(holders).findByTestId("askHolders"));
  await waitFor(() => expect(holders.textContent).toContain(textOf("holders.count", { count: 1 })));
});

test("where the service accounts can't be read, that is said, and the page can be loaded again", async () => {
  const tab = openTab({ roles: lookup });
  const holders = await searchForHolders(tab.user);
  tab.faults.push({ request: /^GET \/clients\/[^/]+\/roles$/, fault: answering(403) });
  await tab.user.click(within(holders).getByTestId("askHolders"));
  await tab.user.click(await within(holders).findByText(textOf("problem.retry")));
  await waitFor(() => expect(holders.textContent).toContain(textOf("holders.count", { count: 1 })));
});

test("several pasted lines are read as calls, with what is no call of Keycloak's named", async () => {
  openTab({ roles: lookup });
  await rowOf("user-lookup");
  const field = labelled(textOf("search.label"));
  fireEvent.paste(field, {
    clipboardData: {
      getData: () =>
        "curl https://kc/admin/realms/demo/users\ncurl https://kc/admin/realms/demo/events\ncurl https://kc/admin/realms/demo/userz\ncurl https://example.com/else",
    },
  });
  const answers = await screen.findByTestId("callAnswers");
  await waitFor(() => expect(answers.textContent).toContain(textOf("answer.together")));
  within(answers).getByTestId("verdict-allowed");
  expect(answers.textContent).toContain(textOf("answer.nearest"));
  expect(answers.textContent).toContain("example.com");
});

test("words that are no preset's find calls of that name", async () => {
  const tab = openTab();
  await rowOf("user-lookup");
  await search(tab.user, "get");
  const answers = await screen.findByTestId("callAnswers");
  const found = await within(answers).findByTestId("matchingCalls");
  await tab.user.click(within(found).getAllByRole("button")[0] ?? found);
  await waitFor(() => expect(screen.queryByTestId("matchingCalls")).toBe(null));
  await within(screen.getByTestId("callAnswers")).findByTestId("callAnswer");
});

test("where what was measured can't be loaded, that is said, and the page can be loaded again", async () => {
  const reload = vi.fn();
  const tab = openTab({
    context: {
      reload,
      language: {
        locale: "en",
        texts: {},
        loadCallTexts: () => {
          throw new TypeError("Failed to fetch dynamically imported module");
        },
      },
    },
  });
  await rowOf("user-lookup");
  await search(tab.user, "GET /users");
  // A browser doesn't load a failed script again on the same page.
  await tab.user.click(await screen.findByText(textOf("problem.reload")));
  expect(reload).toHaveBeenCalledOnce();
});

test("a client of master administers the realm that is chosen, and its roles are that realm's", async () => {
  const tab = openTab({
    isOfMaster: true,
    roles: ["view-events"],
    arrange: ({ keycloak: { master } }) => {
      const uuid = master.makeClient({ clientId: "shop-realm", protocol: "" });
      for (const name of lookup) master.makeClientRole(uuid, name);
    },
  });
  expect((await rowOf("event-reader")).state()).toBe("applied");
  await tab.user.click(await screen.findByTestId("realmPicker"));
  await tab.user.click(await screen.findByText("shop"));
  await waitFor(() => expect(screen.getByTestId("realmPicker").textContent).toContain("shop"));
  const { get, state } = await rowOf("user-lookup");
  expect((await rowOf("event-reader")).state()).toBe("unavailable");
  await tab.user.click(get("applyPreset"));
  await waitFor(() => expect(state()).toBe("applied"));
  expect(tab.mapped()).toEqual(["view-events", "query-users", "view-users"]);
});

test("realms are searched for, and what was found stays until something else is", async () => {
  const tab = openTab({
    isOfMaster: true,
    arrange: ({ keycloak: { master } }) => {
      for (const realm of ["shop", "bank"]) {
        master.makeClient({ clientId: `${realm}-realm`, protocol: "" });
      }
    },
  });
  await tab.user.click(await screen.findByTestId("realmPicker"));
  await screen.findByText("bank");
  const field = labelled(textOf("realmPicker.search"));
  await tab.user.type(field, "sho");
  await waitFor(() => expect(screen.queryByText("bank")).toBe(null));
  screen.getByText("shop");
  await tab.user.type(field, "zzz");
  await screen.findByText(textOf("realmPicker.none"));
  tab.faults.push({ request: /search=true/, fault: answering(403) });
  await tab.user.clear(field);
  await screen.findByText(textOf("realmPicker.failed"));
});

test("removing can't be chosen where there is nothing to remove, and says why", async () => {
  const tab = openTab({ roles: ["manage-users", "query-users"] });
  const reasonFor = async (presetId: string) => {
    const { get } = await rowOf(presetId);
    await tab.user.click(get("presetActions"));
    const item = await screen.findByTestId("removePreset");
    const reason = item.textContent;
    await tab.user.click(get("presetActions"));
    await waitFor(() => expect(screen.queryByTestId("removePreset")).toBe(null));
    return reason;
  };
  expect(await reasonFor("event-reader")).toContain(textOf("preset.nothingToRemove"));
});

test("a preset's menu shows its plan and exports it", async () => {
  const tab = openTab();
  const { get } = await rowOf("event-reader");
  await tab.user.click(get("presetActions"));
  await choose(tab.user, "planPreset");
  await tab.user.click(await screen.findByTestId("exportPlan"));
  await screen.findByTestId("exportDialog");
  await waitFor(() =>
    expect(screen.getByTestId<HTMLTextAreaElement>("exportText").value).toContain("view-events"),
  );
});
