// @vitest-environment happy-dom
/** The list of service accounts: what it shows, how it is searched, and how it is read. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { nameOfWorkflow } from "../../../../src/access/ends/own-workflow.ts";
import type { Column } from "../../../../src/panel/account-cells/account-columns.ts";
import { answering } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { heldBack } from "../held-back.ts";
import { listed, makeAccount, type OpenedList, openList, waitUntilRead } from "../open-list.tsx";
import { choose, labelled, tick } from "../view-setup.ts";

const row = (clientId: string) => screen.getByTestId(`account-${clientId}`);

const cell = (clientId: string, column: Column) =>
  [...row(clientId).querySelectorAll<HTMLElement>("td")].find(
    ({ dataset }) => dataset["label"] === textOf(`accounts.column.${column}`),
  )?.textContent;

/** Shows columns that are hidden at first. */
async function showColumns({ user }: OpenedList, ...columns: readonly Column[]): Promise<void> {
  await user.click(screen.getByTestId("listActions"));
  for (const column of columns) await tick(user, textOf(`accounts.column.${column}`));
  await user.click(screen.getByTestId("listActions"));
}

const status = () => screen.getByTestId("surveyProgress").dataset["status"];

test("the list shows what each account can do, and the source of its access", async () => {
  const list = openList({
    accounts: {
      Administrator: ["realm-admin"],
      reader: ["view-events"],
      begun: ["query-users"],
      idle: [],
      manifold: ["query-clients", "query-groups", "view-authorization", "view-identity-providers"],
    },
    arrange: ({ realm, clientOf }) => {
      realm.changeClient(clientOf("reader"), { enabled: false });
      const group = realm.makeGroup("operators");
      realm.mapRoles(group, [realm.findRole("view-users", realm.adminClientUuid).id]);
      const member = makeAccount(realm, "by-group", []);
      realm.joinGroup(realm.serviceAccountUserId(member) ?? "", group);
      realm.changeSettings({ eventsEnabled: true });
      const oldest = Date.now() - 40.5 * 86_400_000;
      realm.record({ type: "CLIENT_LOGIN", clientId: "reader", time: oldest });
      realm.dateUser(realm.serviceAccountUserId(clientOf("idle")) ?? "", oldest - 1);
    },
  });
  await waitUntilRead();
  expect(listed()[0]).toBe("Administrator");
  expect(listed()).toHaveLength(6);
  expect(cell("reader", "clientId")).toContain(textOf("accounts.state.clientDisabled"));
  await showColumns(list, "enabled");
  expect(cell("Administrator", "presets")).toContain(textOf("presets.full-administration"));
  expect(cell("reader", "enabled")).toBe(textOf("accounts.state.clientDisabled"));
  expect(cell("reader", "lastSignIn")).toMatch(/\d{4}, \d/);
  expect(cell("idle", "lastSignIn")).toBe(textOf("accounts.lastSignIn.none", { days: 40 }));
  // It may be younger than the oldest event.
  expect(cell("begun", "lastSignIn")).toBe(textOf("accounts.lastSignIn.unknown"));
  expect(cell("begun", "presets")).toContain(textOf("presets.user-lookup"));
  expect(cell("idle", "risk")).toBe(textOf("accounts.risk.none"));
  expect(cell("reader", "clientId")).toBe("reader ");
  await showColumns(list, "through", "enabled");
  expect(cell("by-group", "through")).toContain("operators");
  expect(cell("reader", "enabled")).toBe(undefined);
});

test("a risk explains itself with the roles behind it", async () => {
  const list = openList({
    arrange: ({ realm }) => {
      const group = realm.makeGroup("operators");
      realm.mapRoles(group, [realm.findRole("view-users", realm.adminClientUuid).id]);
      const member = makeAccount(realm, "by-group", ["view-events"]);
      realm.joinGroup(realm.serviceAccountUserId(member) ?? "", group);
    },
  });
  await waitUntilRead();
  const risk = within(row("by-group")).getByTestId("presetRisk");
  await list.user.click(risk.querySelector("button") ?? risk);
  const reasons = await screen.findByTestId("riskReasons");
  expect(reasons.textContent).toContain("view-events");
  expect(reasons.textContent).toContain("/operators");
  // It listens to the keyboard only once it is wholly open.
  await waitFor(async () => {
    await list.user.keyboard("{Escape}");
    expect(screen.queryByTestId("riskReasons")).toBe(null);
  });
});

test("a leftover account says that its power comes back, can lose its access and can't be chosen", async () => {
  const list = openList({
    accounts: { web: ["realm-admin"], reader: ["view-events"] },
    arrange: ({ realm, clientOf }) => realm.changeClient(clientOf("web"), { publicClient: true }),
  });
  await waitUntilRead();
  expect(cell("web", "clientId")).toContain(textOf("accounts.state.leftover"));
  expect(cell("web", "risk")).toContain(textOf("accounts.onceOn"));
  expect(screen.queryByTestId("finding-realmAdmin")).toBe(null);
  const finding = screen.getByTestId("finding-leftover");
  expect(finding.textContent).toContain(textOf("finding.leftover", { count: 1 }));
  expect(within(finding).getByTestId("remedy").textContent).toBe(textOf("finding.remedy.remove"));
  expect(labelled<HTMLInputElement>(textOf("accounts.choose", { clientId: "web" })).disabled).toBe(
    true,
  );
  const said = screen.getByTestId("surveyProgress").textContent;
  expect(said).toContain(textOf("accounts.count", { count: 1 }));
  expect(said).toContain(textOf("accounts.leftover", { count: 1 }));
  const risk = within(row("web")).getByTestId("presetRisk");
  await list.user.click(risk.querySelector("button") ?? risk);
  const reasons = await screen.findByTestId("riskReasons");
  expect(reasons.textContent).toContain(textOf("accounts.comesBack"));
});

test("an account that no client belongs to, and a client without one, are told apart and explained", async () => {
  const list = openList({
    accounts: { imported: ["view-events"], pending: [] },
    arrange: ({ realm, clientOf }) => {
      realm.renameUser(realm.serviceAccountUserId(clientOf("imported")) ?? "", "robot");
      realm.deleteUser(realm.serviceAccountUserId(clientOf("pending")) ?? "");
    },
  });
  await waitUntilRead();
  expect([...listed()].sort()).toEqual(["imported", "pending", "robot"]);
  expect(cell("pending", "clientId")).toContain(textOf("accounts.state.noUser"));
  expect(cell("imported", "risk")).toBe(textOf("accounts.lastSignIn.unknown"));
  expect(cell("robot", "presets")).toContain(textOf("presets.event-reader"));
  expect(row("robot").querySelector("a")).toBe(null);
  const state = within(row("robot")).getByTestId("accountState");
  await list.user.click(state.querySelector("button") ?? state);
  const reason = await screen.findByTestId("stateReason");
  expect(reason.textContent).toBe(textOf("accounts.state.unlinked.reason"));
  const said = screen.getByTestId("surveyProgress").textContent;
  expect(said).toContain(textOf("accounts.noUser", { count: 2 }));
  expect(said).toContain(textOf("accounts.unlinked", { count: 1 }));
});

test("what all of a composite role holds is listed, whatever it is called", async () => {
  const list = openList({
    adminRoles: ["view-clients", "view-users", "view-realm"],
    accounts: { thin: ["realm-admin", "manage-users"] },
    arrange: ({ realm }) => {
      const idOf = (name: string) => realm.findRole(name, realm.adminClientUuid).id;
      realm.removeComposites(idOf("realm-admin"), [idOf("manage-users")]);
    },
  });
  await waitUntilRead();
  const risk = within(row("thin")).getByTestId("presetRisk");
  await list.user.click(risk.querySelector("button") ?? risk);
  const reasons = await screen.findByTestId("riskReasons");
  expect(reasons.textContent).toContain("manage-users");
});

test("who may not view users is not told that there are no service accounts", async () => {
  const none = Array.from({ length: 40 }, () => ({
    request: /^GET \/(clients\/[^/]+\/)?roles\/[^/]+\/users/,
    fault: answering(200, []),
  }));
  openList({
    adminRoles: ["view-clients", "query-users", "view-realm"],
    accounts: { reader: ["view-events"] },
    arrange: ({ faults }) => faults.push(...none),
  });
  await waitUntilRead();
  const said = screen.getByTestId("service-accounts").textContent;
  expect(said).toContain(textOf("accounts.gap.users"));
  expect(said).not.toContain(textOf("accounts.empty"));
});

test("a finding lists its accounts alone, and all again", async () => {
  const list = openList({
    accounts: { Administrator: ["realm-admin"], reader: ["view-events"] },
  });
  await waitUntilRead();
  const show = () => within(screen.getByTestId("finding-realmAdmin")).getByTestId("showFinding");
  await list.user.click(show());
  await waitFor(() => expect(listed()).toEqual(["Administrator"]));
  await list.user.click(show());
  await waitFor(() => expect(listed()).toHaveLength(2));
});

test("that no sign-in is recorded names the days, and isn't said with fewer than 30 of them", async () => {
  const list = openList({
    accounts: { old: ["view-events"], young: ["view-events"] },
    arrange: ({ realm, clientOf }) => {
      realm.changeSettings({ eventsEnabled: true });
      realm.dateUser(realm.serviceAccountUserId(clientOf("old")) ?? "", 1);
      realm.record({ type: "CLIENT_LOGIN", clientId: "gone", time: Date.now() - 29 * 86_400_000 });
    },
  });
  await waitUntilRead();
  expect(screen.queryByTestId("finding-unused")).toBe(null);
  expect(cell("old", "lastSignIn")).toBe(textOf("accounts.lastSignIn.unknown"));
  const time = Date.now() - 45 * 86_400_000;
  list.realm.record({ type: "CLIENT_LOGIN", clientId: "gone", time });
  await list.user.click(screen.getByTestId("readAgain"));
  await waitUntilRead();
  const said = screen.getByTestId("finding-unused").textContent;
  expect(said).toContain(textOf("finding.unused", { count: 1, days: 45 }));
  expect(said).toContain(textOf("finding.unused.advice"));
});

test("words, risk and presets narrow the list, and what fits nothing can be cleared", async () => {
  const list = openList({
    accounts: { Administrator: ["realm-admin"], reader: ["view-users"], idle: [] },
  });
  await waitUntilRead();
  const field = labelled(textOf("accounts.search"));
  await list.user.type(field, "read");
  await waitFor(() => expect(listed()).toEqual(["reader"]));
  expect(screen.getByTestId("searchStatus").textContent).toContain("1");
  await list.user.type(field, "zzz");
  await list.user.click(within(await screen.findByTestId("accountsNoMatch")).getByRole("button"));
  await waitFor(() => expect(listed()).toHaveLength(3));
  await list.user.type(field, "x");
  await list.user.click(labelled(textOf("search.clear")));
  await waitFor(() => expect(listed()).toHaveLength(3));
  await list.user.click(screen.getByTestId("filter-risk"));
  await tick(list.user, textOf("filter.risk.critical"));
  await waitFor(() => expect(listed()).toEqual(["Administrator"]));
  await tick(list.user, textOf("filter.risk.critical"));
  await list.user.click(screen.getByTestId("filter-preset"));
  await tick(list.user, textOf("presets.user-lookup"));
  await waitFor(() => expect(listed()).toEqual(["reader"]));
});

test("what narrows the list stands above it, with how many rows fit, and can be taken away", async () => {
  const list = openList({
    accounts: { Administrator: ["realm-admin"], reader: ["view-users"], idle: [] },
  });
  await waitUntilRead();
  expect(screen.queryByTestId("filterChips")).toBe(null);
  await list.user.click(screen.getByTestId("filter-risk"));
  await tick(list.user, textOf("filter.risk.critical"));
  await list.user.click(screen.getByTestId("filter-preset"));
  await tick(list.user, textOf("presets.user-lookup"));
  await waitFor(() => expect(listed()).toEqual([]));
  const chips = () => screen.getByTestId("filterChips");
  expect(chips().textContent).toContain(textOf("accounts.fitting", { count: 0, all: 3 }));
  const remove = (name: string) =>
    labelled(textOf("accounts.removeFilter", { name: textOf(name as "filter.risk.critical") }));
  await list.user.click(remove("filter.risk.critical"));
  await waitFor(() => expect(listed()).toEqual(["reader"]));
  await list.user.click(remove("presets.user-lookup"));
  await waitFor(() => expect(listed()).toHaveLength(3));
  await list.user.click(
    within(screen.getByTestId("finding-realmAdmin")).getByTestId("showFinding"),
  );
  await waitFor(() => expect(listed()).toEqual(["Administrator"]));
  expect(chips().textContent).toContain(textOf("finding.realmAdmin", { count: 1 }));
  await list.user.click(screen.getByTestId("clearFilters"));
  await waitFor(() => expect(listed()).toHaveLength(3));
});

test("findings are one line that counts each account once, by its worst, and opens", async () => {
  const list = openList({
    accounts: { Administrator: ["realm-admin"], two: ["manage-events", "view-clients"], idle: [] },
  });
  await waitUntilRead();
  const toggle = screen.getByTestId("toggleFindings");
  expect(toggle.getAttribute("aria-expanded")).toBe("false");
  expect(screen.getByTestId("findings").hidden).toBe(true);
  const level = textOf("filter.risk.critical");
  screen.getByText(textOf("finding.accounts", { level, count: 2 }));
  await list.user.click(toggle);
  expect(toggle.getAttribute("aria-expanded")).toBe("true");
  expect(screen.getByTestId("findings").hidden).toBe(false);
});

test("the age of a secret is a column that can be shown, and one of over a year is a finding", async () => {
  const made = (days: number) => `${Math.floor(Date.now() / 1_000) - days * 86_400 - 60}`;
  const list = openList({
    accounts: { old: ["view-events"], young: ["view-events"], signs: ["view-events"] },
    arrange: ({ realm, clientOf }) => {
      const set = (clientId: string, changes: object) =>
        realm.changeClient(clientOf(clientId), changes);
      set("old", { attributes: { "client.secret.creation.time": made(400) } });
      set("young", { attributes: { "client.secret.creation.time": made(1) } });
      set("signs", { clientAuthenticatorType: "client-jwt" });
    },
  });
  await waitUntilRead();
  expect(cell("old", "secretAge")).toBe(undefined);
  await showColumns(list, "secretAge");
  expect(cell("old", "secretAge")).toBe(textOf("accounts.secret.age", { count: 400 }));
  expect(cell("young", "secretAge")).toBe(textOf("accounts.secret.age", { count: 1 }));
  expect(cell("signs", "secretAge")).toBe(textOf("accounts.secret.none"));
  const finding = screen.getByTestId("finding-oldSecret");
  expect(finding.textContent).toContain(textOf("finding.oldSecret", { count: 1 }));
});

test("when roles end is a column that can be shown and sorted by, and what wasn't unassigned is a finding", async () => {
  const roles = ["view-events"];
  const list = openList({
    accounts: { none: roles, missed: roles, soon: roles },
    arrange: ({ realm, clientOf }) => {
      const make = (clientId: string, at: number, isScheduled: boolean) => {
        const userId = realm.serviceAccountUserId(clientOf(clientId)) ?? "";
        const name = nameOfWorkflow({ clientId, userId, at }, "k");
        const scheduled = isScheduled ? [[userId, at] as const] : [];
        realm.makeWorkflow(name, ["realm-management/view-events"], scheduled);
      };
      make("missed", Date.now() - 1_000, false);
      make("soon", Date.UTC(2099, 0, 2, 12), true);
    },
  });
  await waitUntilRead();
  await showColumns(list, "ends");
  expect(cell("none", "ends")).toBe("");
  expect(cell("missed", "ends")).toBe(textOf("accounts.ends.stillAssigned"));
  expect(cell("soon", "ends")).toContain("2099");
  await list.user.click(screen.getByText(textOf("accounts.column.ends"), { selector: "th *" }));
  await waitFor(() => expect(listed()).toEqual(["missed", "soon", "none"]));
  expect(screen.getByTestId("finding-notEnded").textContent).toContain(
    textOf("finding.notEnded", { count: 1 }),
  );
});

test("a column sorts the list, up and down", async () => {
  const list = openList({ accounts: { b: ["view-events"], a: [], c: [] } });
  await waitUntilRead();
  const head = () => screen.getByText(textOf("accounts.column.clientId"));
  await list.user.click(head());
  await waitFor(() => expect(listed()).toEqual(["a", "b", "c"]));
  await list.user.click(head());
  await waitFor(() => expect(listed()).toEqual(["c", "b", "a"]));
});

test("a long list is shown page by page, and a search begins with its first page", async () => {
  const names = Array.from({ length: 25 }, (_, number) => `client-${number + 10}`);
  const list = openList({ accounts: Object.fromEntries(names.map((name) => [name, []])) });
  await waitUntilRead();
  expect(listed()).toHaveLength(20);
  await list.user.click(labelled(textOf("accounts.pages.next")));
  await waitFor(() => expect(listed()).toHaveLength(5));
  await list.user.type(labelled(textOf("accounts.search")), "client");
  await waitFor(() => expect(listed()).toHaveLength(20));
  await list.user.click(screen.getByTestId("perPage"));
  await list.user.click(await screen.findByText(/^50/));
  await waitFor(() => expect(listed()).toHaveLength(25));
});

test("a call in the search lists who has roles for it, and says so", async () => {
  const list = openList({
    accounts: { reader: ["view-users"], manager: ["manage-users"], other: ["view-events"] },
  });
  await waitUntilRead();
  const field = labelled(textOf("accounts.search"));
  await list.user.click(field);
  await list.user.paste("DELETE /users/1");
  await waitFor(() => expect(listed()).toEqual(["manager"]));
  expect(screen.getByTestId("askedCalls").textContent).toBe(
    textOf("accounts.asked.found", { count: 1, calls: "DELETE /users/{user-id}" }),
  );
  // A client ID may hold a slash too.
  await list.user.clear(field);
  await list.user.paste("other/part");
  await waitFor(() => expect(listed()).toEqual([]));
  expect(screen.getByTestId("askedCalls").textContent).toBe("");
});

test("the listed accounts are saved as a file", async () => {
  const blobs: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    if (blob instanceof Blob) blobs.push(blob);
    return "blob:made";
  });
  const list = openList({ accounts: { reader: ["view-events"] } });
  await waitUntilRead();
  await list.user.click(screen.getByTestId("listActions"));
  const item = await screen.findByTestId("export-csv");
  await waitFor(() => expect(item.querySelector("a")?.getAttribute("href")).toBe("blob:made"));
  expect(await blobs[0]?.text()).toContain("reader");
  expect(await blobs[1]?.text()).toContain("view-events");
  await choose(list.user, "export-json");
});

test("a realm without service accounts says so, and what to do", async () => {
  vi.stubGlobal("isSecureContext", true);
  const list = openList();
  await waitUntilRead();
  await screen.findByText(textOf("accounts.empty"));
  await list.user.click(screen.getByTestId("createFirstClient"));
  await screen.findByTestId("newClientDialog");
});

test("reading can be stopped, what was read stays, and it can be read again", async () => {
  const { fault, letGo } = heldBack();
  const list = openList({
    accounts: { reader: ["view-events"] },
    arrange: ({ faults }) => faults.push({ request: /\/roles\/view-events\/users/, fault }),
  });
  await waitFor(() => expect(listed()).toEqual(["reader"]));
  await list.user.click(screen.getByTestId("stopSurvey"));
  await waitFor(() => expect(status()).toBe("stopped"));
  expect(listed()).toEqual(["reader"]);
  letGo();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(status()).toBe("stopped");
  expect(cell("reader", "presets")).toBe(textOf("accounts.notKnownYet"));
  await list.user.click(screen.getByTestId("readAgain"));
  await waitUntilRead();
  expect(cell("reader", "presets")).toContain(textOf("presets.event-reader"));
});

test.each([
  ["who holds what", /\/roles\/view-events\/users/],
  ["the settings of clients", /^GET \/clients\?.*first=/],
])("as long as %s is read, nothing is counted, found or exported", async (_, request) => {
  const { fault, letGo } = heldBack();
  const list = openList({
    accounts: { Administrator: ["realm-admin"], reader: ["view-events"] },
    arrange: ({ faults }) => faults.push({ request, fault }),
  });
  await waitFor(() => expect(listed()).toHaveLength(2));
  const assertNothingCounted = async () => {
    const said = screen.getByTestId("service-accounts").textContent;
    expect(said).toContain(textOf("accounts.countsUnknown"));
    expect(said).not.toContain(textOf("accounts.count", { count: 2 }));
    expect(said).toContain(textOf("accounts.pages.rangeOfSome", { first: 1, last: 2 }));
    expect(said).not.toContain(textOf("accounts.pages.range", { first: 1, last: 2, all: 2 }));
    expect(screen.queryByTestId(/^finding-/)).toBe(null);
    await list.user.click(screen.getByTestId("listActions"));
    const link = (await screen.findByTestId("export-csv")).querySelector("a");
    expect(link?.getAttribute("aria-disabled")).toBe("true");
    await list.user.click(screen.getByTestId("listActions"));
  };
  await assertNothingCounted();
  await list.user.click(screen.getByTestId("stopSurvey"));
  await waitFor(() => expect(status()).toBe("stopped"));
  await list.user.type(labelled(textOf("accounts.search")), "zzz");
  const none = await screen.findByTestId("accountsNoMatch");
  expect(none.textContent).toContain(textOf("accounts.noneYet"));
  expect(screen.getByTestId("searchStatus").textContent).toBe("");
  await list.user.click(within(none).getByRole("button"));
  await assertNothingCounted();
  letGo();
  await list.user.click(screen.getByTestId("readAgain"));
  await waitUntilRead();
  const { textContent } = screen.getByTestId("surveyProgress");
  expect(textContent).toContain(textOf("accounts.count", { count: 2 }));
  expect(textContent).toContain(textOf("accounts.withPower", { count: 2 }));
  screen.getByTestId("finding-realmAdmin");
});

test("a cell is not empty before it is known that there is nothing", async () => {
  const { fault, letGo } = heldBack();
  const list = openList({
    accounts: { idle: [] },
    arrange: ({ faults }) => faults.push({ request: /\/roles\/view-events\/users/, fault }),
  });
  await waitFor(() => expect(listed()).toEqual(["idle"]));
  await showColumns(list, "enabled", "otherRoles");
  for (const column of ["enabled", "presets", "otherRoles", "risk", "lastSignIn"] as const) {
    expect(cell("idle", column)).toBe(textOf("accounts.notKnownYet"));
  }
  letGo();
  await waitUntilRead();
  expect(cell("idle", "enabled")).toBe(textOf("accounts.enabled"));
  expect(cell("idle", "risk")).toBe(textOf("accounts.risk.none"));
  expect(cell("idle", "lastSignIn")).toBe(textOf("accounts.lastSignIn.notRecorded"));
});

test("of all realms nothing is counted before the last one is read", async () => {
  const { fault, letGo } = heldBack();
  const list = openList({
    isOfMaster: true,
    accounts: { robot: ["view-events"] },
    arrange: ({ keycloak, faults }) => {
      const shop = keycloak.makeRealm("shop");
      keycloak.master.makeClient({ clientId: "shop-realm", protocol: "" });
      faults.push({ request: new RegExp(`^GET /clients/${shop.adminClientUuid}/roles$`), fault });
    },
  });
  await waitUntilRead();
  await list.user.click(screen.getByTestId("allRealms"));
  await waitFor(() => expect(cell("robot", "presets")).toBe(textOf("presets.event-reader")));
  const said = () => screen.getByTestId("surveyProgress").textContent;
  expect(said()).toContain(textOf("accounts.countsUnknown"));
  letGo();
  await waitUntilRead();
  expect(said()).toContain(textOf("accounts.count", { count: 1 }));
});

test("what another administrator changed shows when it is read again", async () => {
  const list = openList({ accounts: { reader: ["view-events"] } });
  await waitUntilRead();
  list.realm.changeClient(list.clientOf("reader"), { enabled: false });
  list.realm.deleteRole(list.realm.findRole("view-events", list.realm.adminClientUuid).id);
  await list.user.click(screen.getByTestId("readAgain"));
  await waitUntilRead();
  expect(cell("reader", "clientId")).toContain(textOf("accounts.state.clientDisabled"));
  expect(cell("reader", "presets")).toBe("");
});

test("where the accounts can't be read, that is said, and it can be tried again", async () => {
  const list = openList({
    accounts: { reader: ["view-events"] },
    arrange: ({ faults }) => faults.push({ request: /^GET \/users/, fault: answering(500) }),
  });
  await list.user.click(await screen.findByTestId("retry"));
  await waitUntilRead();
  expect(listed()).toEqual(["reader"]);
});

test("where what was measured can't be loaded, a search for a call says so", async () => {
  const language = {
    locale: "en",
    texts: {},
    loadCallTexts: () => {
      throw new Error("The script is gone.");
    },
  };
  const list = openList({ accounts: { reader: ["view-events"] }, context: { language } });
  await waitUntilRead();
  await list.user.click(labelled(textOf("accounts.search")));
  await list.user.paste("GET /users");
  const asked = screen.getByTestId("askedCalls");
  await waitFor(() => expect(asked.textContent).toBe(textOf("accounts.asked.failed")));
});

test("who is signed out is led to the sign-in", async () => {
  openList({ context: { tokens: { accessToken: async () => "x", forgetToken: () => undefined } } });
  await screen.findByTestId("signInAgain");
  expect(screen.queryByTestId("retry")).toBe(null);
});

test("what an administrator may not see is told, and looked for in the rows that are shown", async () => {
  openList({
    adminRoles: ["view-users", "query-clients", "view-clients"],
    arrange: ({ realm }) => {
      const composite = realm.makeRealmRole("operators");
      const { id } = realm.findRole("view-events", realm.adminClientUuid);
      realm.addComposites(composite.id, [id]);
      const uuid = makeAccount(realm, "by-role", []);
      realm.mapRoles(realm.serviceAccountUserId(uuid) ?? "", [composite.id]);
    },
  });
  await waitUntilRead();
  expect(screen.getByTestId("surveyProgress").textContent).toContain(
    textOf("accounts.gap.realmRoles"),
  );
  expect(screen.getByTestId("surveyProgress").textContent).toContain("At least");
  await waitFor(() => expect(cell("by-role", "presets")).toContain(textOf("presets.event-reader")));
});

test("a row whose account can't be asked stays as the survey shows it", async () => {
  const faults = Array.from({ length: 20 }, () => ({
    request: /role-mappings\/clients\/[^/]+\/composite/,
    fault: answering(403),
  }));
  openList({
    accounts: { reader: ["view-events"] },
    arrange: (served) => served.faults.push(...faults),
  });
  await waitUntilRead();
  expect(cell("reader", "presets")).toContain(textOf("presets.event-reader"));
});

test("an administrator of the server reads all realms, and this one alone again", async () => {
  const list = openList({
    isOfMaster: true,
    accounts: { robot: ["view-events"] },
    arrange: ({ keycloak }) => {
      const shop = keycloak.makeRealm("shop");
      makeAccount(shop, "seller", ["view-users"]);
      keycloak.master.makeClient({ clientId: "shop-realm", protocol: "" });
    },
  });
  await waitUntilRead();
  expect(listed()).toEqual(["robot"]);
  await list.user.click(screen.getByTestId("allRealms"));
  await waitUntilRead();
  await waitFor(() => expect(listed()).toContain("seller"));
  expect(cell("seller", "administers")).toBe("shop");
  expect(screen.getByTestId("surveyProgress").textContent).toContain("demo");
  await list.user.click(screen.getByTestId("allRealms"));
  await waitUntilRead();
  expect(listed()).toEqual(["robot"]);
});

test("accounts are chosen one by one, or all that are shown", async () => {
  const list = openList({ accounts: { a: [], b: [] } });
  await waitUntilRead();
  const bulk = () => screen.queryByTestId("changeChosen")?.textContent;
  const all = labelled(textOf("accounts.chooseAll"));
  await list.user.click(all);
  expect(bulk()).toContain("2");
  await list.user.click(labelled(textOf("accounts.choose", { clientId: "a" })));
  expect(bulk()).toContain("1");
  await list.user.click(all);
  await list.user.click(all);
  expect(bulk()).toBe(undefined);
  screen.getByTestId("newClient");
  await list.user.click(screen.getByTestId("listActions"));
  const inMenu = await screen.findByTestId("changeInMenu");
  expect(inMenu.textContent).toBe(textOf("bulk.openNone"));
  expect(inMenu.querySelector("button")?.disabled).toBe(true);
});

test("while it is read, nothing can be chosen, filtered or sorted, and the rows keep their order", async () => {
  const { fault, letGo } = heldBack();
  const list = openList({
    accounts: { Zulu: ["realm-admin"], reader: ["view-events"] },
    arrange: ({ realm, faults }) => {
      // A person, whose name only looks like a service account's.
      realm.makeAdministrator({ token: "carl", username: "service-account-nobody" });
      faults.push({ request: /^GET \/clients\?.*first=/, fault });
    },
  });
  await waitFor(() => expect(cell("reader", "presets")).toBe(textOf("presets.event-reader")));
  await waitFor(() =>
    expect(list.sent.some((request) => request.includes("clientId=reader"))).toBe(true),
  );
  expect(listed().map((name) => name.toLowerCase())).toEqual(["nobody", "reader", "zulu"]);
  const controls = () => [
    labelled(textOf("accounts.search")),
    labelled(textOf("accounts.chooseAll")),
    ...["reader", "nobody"].map((clientId) => labelled(textOf("accounts.choose", { clientId }))),
    ...["filter-risk", "filter-preset"].map((id) => screen.getByTestId(id)),
    ...screen.getByTestId("accounts").querySelectorAll("thead button"),
  ];
  for (const control of controls()) expect(control?.hasAttribute("disabled")).toBe(true);
  letGo();
  await waitUntilRead();
  await waitFor(() => expect(listed()).toEqual(["Zulu", "reader"]));
  expect(labelled(textOf("accounts.search")).hasAttribute("disabled")).toBe(false);
});

test("before the first rows are there, rows stand in their place", async () => {
  const { fault, letGo } = heldBack();
  openList({
    accounts: { reader: [] },
    arrange: ({ faults }) => faults.push({ request: /^GET \/users\?/, fault }),
  });
  expect(screen.getByTestId("accounts").querySelectorAll("tbody tr")).toHaveLength(5);
  expect(listed()).toEqual([]);
  letGo();
  await waitUntilRead();
  expect(screen.getByTestId("accounts").querySelectorAll("tbody tr")).toHaveLength(1);
});

test("a refresh leaves what was read until all of it is read again, also where it is stopped or fails", async () => {
  const { fault, letGo } = heldBack();
  const list = openList({ accounts: { Administrator: ["realm-admin"], reader: ["view-events"] } });
  await waitUntilRead();
  await list.user.type(labelled(textOf("accounts.search")), "read");
  list.realm.changeClient(list.clientOf("reader"), { enabled: false });
  const said = () => screen.getByTestId("surveyProgress").textContent;
  const assertOldShown = () => {
    expect(listed()).toEqual(["reader"]);
    expect(cell("reader", "clientId")).toBe("reader ");
    expect(said()).toContain(textOf("accounts.count", { count: 2 }));
    screen.getByTestId("finding-realmAdmin");
    expect(labelled(textOf("accounts.search")).hasAttribute("disabled")).toBe(false);
  };
  const hold = { request: /^GET \/clients\?.*first=/, fault };
  list.faults.push(hold);
  await list.user.click(screen.getByTestId("readAgain"));
  await waitFor(() => expect(said()).toContain(textOf("accounts.refreshing")));
  assertOldShown();
  await list.user.click(screen.getByTestId("stopSurvey"));
  await waitFor(() => expect(said()).toContain(textOf("accounts.oldShown")));
  assertOldShown();
  letGo();
  list.faults.push({ request: /^GET \/users/, fault: answering(500) });
  await list.user.click(screen.getByTestId("readAgain"));
  const retry = await screen.findByTestId("retry");
  expect(said()).toContain(textOf("accounts.oldShown"));
  assertOldShown();
  await list.user.click(retry);
  await waitFor(() =>
    expect(cell("reader", "clientId")).toContain(textOf("accounts.state.clientDisabled")),
  );
  expect(listed()).toEqual(["reader"]);
});

test("what was asked before a refresh and answered after it doesn't count any more", async () => {
  const { fault, letGo } = heldBack();
  const list = openList({
    accounts: { reader: ["view-events"] },
    arrange: ({ faults }) =>
      faults.push({
        request: /role-mappings\/clients\/[^/]+\/composite/,
        fault: async (answer) => {
          const old = await answer();
          return fault(async () => old);
        },
      }),
  });
  await waitUntilRead();
  const isAsked = () => list.sent.some((request) => request.includes("/composite"));
  await waitFor(() => expect(isAsked()).toBe(true));
  const { realm } = list;
  realm.unmapRoles(realm.serviceAccountUserId(list.clientOf("reader")) ?? "", [
    realm.findRole("view-events", realm.adminClientUuid).id,
  ]);
  await list.user.click(screen.getByTestId("readAgain"));
  await waitUntilRead();
  letGo();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(cell("reader", "presets")).toBe("");
});

test("a client found in one realm is not taken for the client of its name in another", async () => {
  const [roles, clients] = [heldBack(), heldBack()];
  const list = openList({
    isOfMaster: true,
    accounts: { robot: ["view-events"] },
    arrange: ({ keycloak, faults }) => {
      const shop = keycloak.makeRealm("shop");
      makeAccount(shop, "robot", ["view-users"]);
      keycloak.master.makeClient({ clientId: "shop-realm", protocol: "" });
      const ofShop = new RegExp(`^GET /clients/${shop.adminClientUuid}/roles$`);
      faults.push({ request: ofShop, fault: roles.fault });
    },
  });
  await waitUntilRead();
  await list.user.click(screen.getByTestId("allRealms"));
  // The client of master is asked about, then the realm's clients are held back.
  const asked = () => list.sent.filter((request) => request.endsWith("/realm/composite"));
  await waitFor(() => expect(asked()).toHaveLength(2));
  list.faults.push({ request: /^GET \/clients\?.*first=/, fault: clients.fault });
  roles.letGo();
  const linksInShop = () =>
    [...document.querySelectorAll("a")]
      .map((link) => link.href)
      .filter((address) => address.includes("/#/shop/"));
  await waitFor(() => expect(linksInShop()).toHaveLength(1));
  expect(linksInShop()[0]).not.toContain(list.clientOf("robot"));
  clients.letGo();
  await waitUntilRead();
  expect(linksInShop()[0]).not.toContain(list.clientOf("robot"));
});

/** Gives chosen clients a preset, as a person does. */
async function applyToChosen(list: OpenedList, ...clientIds: readonly string[]): Promise<void> {
  for (const clientId of clientIds) {
    await list.user.click(labelled(textOf("accounts.choose", { clientId })));
  }
  await list.user.click(screen.getByTestId("changeChosen"));
  await screen.findByTestId("bulkDialog");
  await waitFor(() => expect(screen.getByTestId("bulkState").textContent).not.toBe(""));
  await list.user.click(screen.getByTestId("choosePresets"));
  await tick(list.user, textOf("presets.event-reader"));
  const confirm = () => screen.getByTestId("confirmBulk");
  await waitFor(() => expect(confirm().getAttribute("aria-disabled")).not.toBe("true"));
  await list.user.click(confirm());
  await waitFor(() => expect(screen.getByTestId("bulkState").dataset["stage"]).toBe("ended"));
}

test("after a change only the clients that were changed are read again", async () => {
  const list = openList({ accounts: { a: [], b: [], c: ["view-events"] } });
  await waitUntilRead();
  await applyToChosen(list, "b", "c");
  const before = list.sent.length;
  await list.user.click(screen.getByTestId("closeBulk"));
  await waitFor(() => expect(cell("b", "presets")).toContain(textOf("presets.event-reader")));
  await waitUntilRead();
  const uuid = list.clientOf("b");
  const userId = list.realm.serviceAccountUserId(uuid) ?? "";
  const isOfB = (request: string) =>
    [uuid, userId, "username=service-account-b&"].some((part) => request.includes(part));
  const asked = list.sent.slice(before);
  expect(asked.filter((request) => !isOfB(request))).toEqual([]);
  // Its settings, its account, what is mapped to it, when that ends, what it has in effect.
  expect(asked.filter((request) => request.includes("/workflows"))).toHaveLength(2);
  expect(asked).toHaveLength(6);
});

test("after a change in a list whose refresh was stopped, all of it is read again", async () => {
  const list = openList({ accounts: { a: [], b: [] } });
  await waitUntilRead();
  const { fault, letGo } = heldBack();
  list.faults.push({ request: /^GET \/clients\?.*first=/, fault });
  await list.user.click(screen.getByTestId("readAgain"));
  await list.user.click(await screen.findByTestId("stopSurvey"));
  letGo();
  await waitFor(() =>
    expect(screen.getByTestId("surveyProgress").textContent).toContain(textOf("accounts.oldShown")),
  );
  list.realm.changeClient(list.clientOf("a"), { enabled: false });
  await applyToChosen(list, "b");
  await list.user.click(screen.getByTestId("closeBulk"));
  await waitUntilRead();
  expect(cell("b", "presets")).toContain(textOf("presets.event-reader"));
  expect(cell("a", "clientId")).toContain(textOf("accounts.state.clientDisabled"));
});

test("where a changed client is gone by then, all is read again", async () => {
  const list = openList({ accounts: { a: [], b: [] } });
  await waitUntilRead();
  await applyToChosen(list, "b");
  list.realm.deleteClient(list.clientOf("b"));
  await list.user.click(screen.getByTestId("closeBulk"));
  await waitFor(() => expect(listed()).toEqual(["a"]));
});

test("where a changed client can't be read, the reading of all of it says why", async () => {
  const list = openList({ accounts: { a: [], b: [] } });
  await waitUntilRead();
  await applyToChosen(list, "b");
  list.faults.push(
    { request: /^GET \/clients\/[^/]+$/, fault: answering(500) },
    { request: /^GET \/users\?/, fault: answering(500) },
  );
  await list.user.click(screen.getByTestId("closeBulk"));
  await screen.findByTestId("retry");
  expect([...listed()].sort()).toEqual(["a", "b"]);
});
