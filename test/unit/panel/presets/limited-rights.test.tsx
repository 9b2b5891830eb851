// @vitest-environment happy-dom
/** What is offered to administrators whose rights are limited: nothing that the server would refuse. */
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { answering, cut } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { openList } from "../open-list.tsx";
import { openTab, rowOf } from "../open-tab.tsx";
import { confirmChange } from "../view-setup.ts";

type Settings = NonNullable<Parameters<typeof openTab>[0]>;

/** Opens the tab as an administrator with these roles. */
const openAs = (adminRoles: readonly string[], settings: Settings = {}) =>
  openTab({
    token: "bert",
    ...settings,
    arrange: (served, clientUuid) => {
      served.realm.makeAdministrator({ token: "bert", adminRoles });
      settings.arrange?.(served, clientUuid);
    },
  });

const item = async (testId: string) => (await screen.findByTestId(testId)).querySelector("button");

const isBarred = (element: Element | null) => element?.getAttribute("aria-disabled") === "true";

const usersAndClients = ["manage-users", "view-clients"];

test("what may not be unassigned can't be replaced or removed in the row's menu, and that says why", async () => {
  const tab = openAs(usersAndClients, { roles: ["view-events"] });
  const { find, get } = await rowOf("event-reader");
  await find("keptRoles");
  await tab.user.click(get("presetActions"));
  expect(isBarred(await item("removePreset"))).toBe(true);
  const reason = textOf("preset.kept", { roles: "view-events" });
  expect((await screen.findByTestId("removePreset")).textContent).toContain(reason);
});

test("a held preset of another's power has no Replace and no Remove", async () => {
  openAs(usersAndClients, { roles: ["view-events"] });
  const { find, query } = await rowOf("event-reader");
  const kept = await find("keptRoles");
  expect(kept.textContent).toBe(textOf("preset.kept", { roles: "view-events" }));
  expect(query("replacePreset")).toBe(null);
  expect(query("removeInSight")).toBe(null);
});

test("what is within the administrator's own roles is removed", async () => {
  const tab = openAs(usersAndClients, { roles: ["view-users"] });
  const { find } = await rowOf("user-lookup");
  await tab.user.click(await find("removeInSight"));
  await confirmChange(tab.user);
  await waitFor(() => expect(tab.mapped()).toEqual([]));
  // Its row stands elsewhere by now.
  await waitFor(async () => expect((await rowOf("user-lookup")).state()).toBeUndefined());
});

test("a realm admin is asked for own roles only where realm-admin itself is assigned", async () => {
  const usual = openTab({ roles: ["view-users"] });
  await rowOf("user-lookup");
  expect(usual.sent.some((request) => request.includes("whoami"))).toBe(false);
});

test("a realm admin replaces realm-admin", async () => {
  const tab = openTab({ roles: ["realm-admin"] });
  const { find } = await rowOf("full-administration");
  await waitFor(() => expect(tab.sent.some((it) => it.includes("whoami"))).toBe(true));
  await find("replacePreset");
});

test("before there is an account, only what may be assigned is offered", async () => {
  openAs(["view-clients", "manage-clients", "view-users"], {
    client: { serviceAccountsEnabled: false },
  });
  await screen.findByTestId("enableServiceAccounts");
  const { query, state } = await rowOf("user-lookup");
  expect(state()).toBe("notGrantable");
  expect(query("applyPreset")).toBe(null);
});

test("before there is an account, a preset within the administrator's own roles is offered", async () => {
  openAs(["manage-clients", "manage-users"], { client: { serviceAccountsEnabled: false } });
  const { get } = await rowOf("user-lookup");
  get("applyPreset");
  expect((await rowOf("event-reader")).query("applyPreset")).toBe(null);
});

test("the row says how many of the missing roles may be granted", async () => {
  openAs(usersAndClients);
  const { get } = await rowOf("access-review");
  expect(get("presetState").textContent).toBe(textOf("status.grantable", { granted: 1, count: 2 }));
});

test("an administrator who can't see the client sees which roles are missing", async () => {
  openAs(["view-realm"]);
  const denied = await screen.findByTestId("accessDenied");
  const lacking = textOf("noAccess.lacking", { roles: "view-clients and view-users" });
  await waitFor(() => expect(denied.textContent).toContain(lacking));
  expect(screen.queryByTestId("presetsProblem")).toBe(null);
});

test("an administrator who can't list clients sees which roles the list needs", async () => {
  openList({ accounts: { api: [] }, adminRoles: ["view-users"] });
  const denied = await screen.findByTestId("accessDenied");
  const lacking = textOf("noAccess.lacking", { roles: "view-clients" });
  await waitFor(() => expect(denied.textContent).toContain(lacking));
});

const inGroup: Settings["arrange"] = ({ realm }, clientUuid) => {
  const group = realm.makeGroup("Automation");
  realm.mapRoles(group, [realm.findRole("view-events", realm.adminClientUuid).id]);
  realm.joinGroup(realm.serviceAccountUserId(clientUuid) ?? "", group);
};

test("the header names the group that gives roles, as a link", async () => {
  openTab({ roles: ["view-users"], arrange: inGroup });
  const sources = await screen.findByTestId("powerSources");
  const named = textOf("power.sourceNamed.group", { name: "Automation" });
  await waitFor(() => expect(sources.textContent).toContain(`${named} (view-events)`));
  expect(sources.querySelectorAll("a")[1]?.getAttribute("href")).toContain("/groups/");
});

test("a source that may not be seen is never given a name", async () => {
  openTab({
    arrange: (served, clientUuid) => {
      inGroup(served, clientUuid);
      served.faults.push({ request: /^GET \/users\/[^/]+\/groups/, fault: answering(403) });
    },
  });
  const sources = await screen.findByTestId("powerSources");
  const source = textOf("power.inheritedFrom", { source: textOf("power.sourceGroup") });
  await waitFor(() => expect(sources.textContent).toContain(`view-events ${source}`));
});

test("sources that can't be asked for, since the session has ended, are not known", async () => {
  const fault = () => Promise.reject(new Error("The session has ended."));
  openTab({
    arrange: (served, clientUuid) => {
      inGroup(served, clientUuid);
      served.faults.push({ request: /^GET \/users\/[^/]+\/groups/, fault });
    },
  });
  const sources = await screen.findByTestId("powerSources");
  const source = textOf("power.inheritedFrom", { source: textOf("power.sourceUnknown") });
  await waitFor(() => expect(sources.textContent).toContain(`view-events ${source}`));
});

test("where the own roles can't be read, Remove stays, since the server decides", async () => {
  const tab = openAs(usersAndClients, {
    roles: ["view-events"],
    arrange: ({ faults }) => faults.push({ request: /whoami/, fault: cut }),
  });
  const { find, query } = await rowOf("event-reader");
  await waitFor(() => expect(tab.sent.some((it) => it.includes("whoami"))).toBe(true));
  await find("removeInSight");
  expect(query("keptRoles")).toBe(null);
});
