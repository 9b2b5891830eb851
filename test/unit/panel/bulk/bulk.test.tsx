// @vitest-environment happy-dom
/** Changing presets of several clients: the plan first, then a report for each. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { answering, cut } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { heldBack } from "../held-back.ts";
import { listed, openList, waitUntilRead } from "../open-list.tsx";
import { labelled } from "../view-setup.ts";
import { choosePreset, isBarred, openBulk, stage, stateOf, write } from "./open-bulk.ts";

test("a preset is given to all who lack it, one after another, and taken back from them", async () => {
  const list = await openBulk({
    accounts: { a: [], b: ["view-events"], c: ["query-users"] },
  });
  expect(isBarred("confirmBulk")).toBe(true);
  await choosePreset(list, "event-reader");
  await waitFor(() => expect(isBarred("confirmBulk")).toBe(false));
  expect(["a", "b", "c"].map(stateOf)).toEqual(["planned", "nothing", "planned"]);
  await list.user.click(screen.getByTestId("confirmBulk"));
  await waitFor(() => expect(stage()).toBe("ended"));
  expect(["a", "b", "c"].map(stateOf)).toEqual(["done", "nothing", "done"]);
  expect(list.mapped("c")).toEqual(["query-users", "view-events"]);
  await list.user.click(screen.getByTestId("undoBulk"));
  await waitFor(() => expect(stateOf("c")).toBe("undone"));
  await waitFor(() => expect(stage()).toBe("ended"));
  expect(list.mapped("a")).toEqual([]);
  expect(list.mapped("b")).toEqual(["view-events"]);
  const asked = list.sent.length;
  await list.user.click(screen.getByTestId("closeBulk"));
  await waitFor(() => expect(screen.queryByTestId("bulkDialog")).toBe(null));
  // What was changed is read again.
  await waitFor(() => expect(list.sent.length).toBeGreaterThan(asked));
  await waitUntilRead();
  expect(listed()).toHaveLength(3);
});

test("removing a preset says which others end with it", async () => {
  const list = await openBulk({ accounts: { a: ["manage-events"], b: [] } });
  await list.user.click(labelled(textOf("bulk.mode.remove")));
  await choosePreset(list, "event-administration");
  await waitFor(() => expect(stateOf("a")).toBe("planned"));
  await list.user.click(screen.getByTestId("confirmBulk"));
  await waitFor(() => expect(stage()).toBe("ended"));
  expect(list.mapped("a")).toEqual([]);
});

test("a client whose change is refused is told apart, and Continue does it", async () => {
  const list = await openBulk({ accounts: { a: [], b: [] } });
  await choosePreset(list, "event-reader");
  await waitFor(() => expect(isBarred("confirmBulk")).toBe(false));
  list.faults.push({ request: write, fault: answering(403) });
  await list.user.click(screen.getByTestId("confirmBulk"));
  await waitFor(() => expect(stage()).toBe("ended"));
  expect(["a", "b"].map(stateOf)).toEqual(["failed", "done"]);
  expect(screen.getByTestId("bulk-a").textContent).toContain("403");
  await list.user.click(screen.getByTestId("continueBulk"));
  await waitFor(() => expect(["a", "b"].map(stateOf)).toEqual(["done", "done"]));
  expect(list.mapped("a")).toEqual(["view-events"]);
});

test("what somebody else changed in between is told", async () => {
  const list = await openBulk({ accounts: { a: [] } });
  await choosePreset(list, "event-reader");
  await waitFor(() => expect(isBarred("confirmBulk")).toBe(false));
  const { realm } = list;
  list.faults.push({
    request: write,
    fault: async (answer) => {
      const response = await answer();
      const taken = realm.findRole("view-events", realm.adminClientUuid).id;
      realm.unmapRoles(realm.serviceAccountUserId(list.clientOf("a")) ?? "", [taken]);
      return response;
    },
  });
  await list.user.click(screen.getByTestId("confirmBulk"));
  await waitFor(() => expect(stateOf("a")).toBe("failed"));
  expect(screen.getByTestId("bulk-a").textContent).toContain(textOf("problem.readBackDiffers"));
});

test("stopped, it ends after the client that is being changed, and goes on from there", async () => {
  const list = await openBulk({ accounts: { a: [], b: [] } });
  await choosePreset(list, "event-reader");
  await waitFor(() => expect(isBarred("confirmBulk")).toBe(false));
  const { fault, letGo } = heldBack();
  list.faults.push({ request: write, fault });
  await list.user.click(screen.getByTestId("confirmBulk"));
  await list.user.click(await screen.findByTestId("stopBulk"));
  // It can't be closed while it runs: nobody would be told of what is done.
  await list.user.keyboard("{Escape}");
  screen.getByTestId("bulkDialog");
  letGo();
  await waitFor(() => expect(stage()).toBe("stopped"));
  expect(["a", "b"].map(stateOf)).toEqual(["done", "waiting"]);
  await list.user.click(screen.getByTestId("continueBulk"));
  await waitFor(() => expect(["a", "b"].map(stateOf)).toEqual(["done", "done"]));
});

test("stopped during the last client, nothing is left to continue with", async () => {
  const list = await openBulk({ accounts: { a: [] } });
  await choosePreset(list, "event-reader");
  await waitFor(() => expect(isBarred("confirmBulk")).toBe(false));
  const { fault, letGo } = heldBack();
  list.faults.push({ request: write, fault });
  await list.user.click(screen.getByTestId("confirmBulk"));
  await list.user.click(await screen.findByTestId("stopBulk"));
  letGo();
  await waitFor(() => expect(stage()).toBe("ended"));
  expect(stateOf("a")).toBe("done");
  expect(screen.getByTestId("bulkState").textContent).toContain(textOf("bulk.done", { count: 1 }));
  expect(screen.queryByTestId("continueBulk")).toBe(null);
});

test("stopped before clients that need nothing, nothing is left to continue with either", async () => {
  const list = await openBulk({ accounts: { a: [], b: ["view-events"] } });
  await choosePreset(list, "event-reader");
  await waitFor(() => expect(isBarred("confirmBulk")).toBe(false));
  const { fault, letGo } = heldBack();
  list.faults.push({ request: write, fault });
  await list.user.click(screen.getByTestId("confirmBulk"));
  await list.user.click(await screen.findByTestId("stopBulk"));
  letGo();
  await waitFor(() => expect(stage()).toBe("ended"));
  expect(screen.queryByTestId("continueBulk")).toBe(null);
});

test("leaving the page ends it after the client that is being changed", async () => {
  const list = await openBulk({ accounts: { a: [], b: [] } });
  await choosePreset(list, "event-reader");
  await waitFor(() => expect(isBarred("confirmBulk")).toBe(false));
  const { fault, letGo } = heldBack();
  list.faults.push({ request: write, fault });
  await list.user.click(screen.getByTestId("confirmBulk"));
  list.leave();
  letGo();
  await waitFor(() => expect(list.mapped("a")).toEqual(["view-events"]));
  await waitFor(() => expect(stage()).toBe("ended"));
  expect(list.mapped("b")).toEqual([]);
});

test("clients that can't be read are left out, and the others can be changed", async () => {
  const list = openList({ accounts: { a: [], b: [], c: [] } });
  await waitUntilRead();
  const { user, realm } = list;
  await user.click(labelled(textOf("accounts.chooseAll")));
  realm.deleteClient(list.clientOf("b"));
  const uuid = list.clientOf("c");
  list.faults.push({ request: new RegExp(`^GET /clients/${uuid}$`), fault: cut });
  await user.click(screen.getByTestId("changeChosen"));
  await screen.findByTestId("bulkDialog");
  await waitFor(() => expect(["b", "c"].map(stateOf)).toEqual(["unread", "unread"]));
  await choosePreset(list, "event-reader");
  await user.click(screen.getByTestId("confirmBulk"));
  await waitFor(() => expect(stateOf("a")).toBe("done"));
  expect(list.mapped("a")).toEqual(["view-events"]);
});

test("a preset that can't be given is not given in part, and the row says why", async () => {
  const list = await openBulk({
    accounts: { a: [] },
    adminRoles: ["view-clients", "manage-users", "view-realm", "query-groups"],
  });
  await choosePreset(list, "client-registration");
  await waitFor(() => expect(stateOf("a")).toBe("refused"));
  expect(screen.getByTestId("bulk-a").textContent).toContain("create-client");
  expect(isBarred("confirmBulk")).toBe(true);
  await list.user.click(screen.getByTestId("closeBulk"));
  await waitFor(() => expect(screen.queryByTestId("bulkDialog")).toBe(null));
});

test("clients of master differ in what their realms have", async () => {
  const list = openList({
    isOfMaster: true,
    accounts: { robot: [] },
    arrange: ({ keycloak: { master, makeRealm } }) => {
      makeRealm("shop");
      const uuid = master.makeClient({ clientId: "shop-realm", protocol: "" });
      const seen = master.makeClientRole(uuid, "view-users");
      master.makeClientRole(uuid, "query-users");
      const robot = master.dump().clients.find(({ clientId }) => clientId === "robot");
      master.mapRoles(master.serviceAccountUserId(robot?.id ?? "") ?? "", [seen.id]);
    },
  });
  await waitUntilRead();
  await list.user.click(screen.getByTestId("allRealms"));
  await waitUntilRead();
  await waitFor(() => expect(listed()).toEqual(["robot", "robot"]));
  await list.user.click(labelled(textOf("accounts.chooseAll")));
  await list.user.click(screen.getByTestId("changeChosen"));
  await screen.findByTestId("bulkDialog");
  await choosePreset(list, "event-reader");
  await waitFor(() =>
    expect(
      screen
        .getAllByTestId("bulk-robot")
        .map(({ dataset }) => dataset["state"])
        .sort(),
    ).toEqual(["planned", "unavailable"]),
  );
});

test("closing the dialog while clients are read asks for no more of them", async () => {
  const list = openList({ accounts: { a: [], b: [], c: [] } });
  await waitUntilRead();
  await list.user.click(labelled(textOf("accounts.chooseAll")));
  const { fault, letGo } = heldBack();
  const before = list.sent.length;
  const read = /^GET \/clients\/[^/?]+$/;
  list.faults.push({ request: read, fault }, { request: read, fault });
  await list.user.click(screen.getByTestId("changeChosen"));
  await list.user.click(await screen.findByTestId("closeBulk"));
  letGo();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const asked = list.sent.slice(before).filter((request) => read.test(request));
  expect(asked).toHaveLength(2);
});

test("a client that is deleted before its turn is told as one that stopped", async () => {
  const list = await openBulk({ accounts: { a: [] } });
  await choosePreset(list, "event-reader");
  await waitFor(() => expect(isBarred("confirmBulk")).toBe(false));
  list.realm.deleteClient(list.clientOf("a"));
  await list.user.click(screen.getByTestId("confirmBulk"));
  await waitFor(() => expect(stateOf("a")).toBe("failed"));
});

test("an undo that is refused is gone on with", async () => {
  const list = await openBulk({ accounts: { a: [] } });
  await choosePreset(list, "event-reader");
  await waitFor(() => expect(isBarred("confirmBulk")).toBe(false));
  await list.user.click(screen.getByTestId("confirmBulk"));
  list.faults.push({ request: /^DELETE .*role-mappings/, fault: answering(403) });
  await list.user.click(await screen.findByTestId("undoBulk"));
  await waitFor(() => expect(stateOf("a")).toBe("failed"));
  expect(list.mapped("a")).toEqual(["view-events"]);
  await list.user.click(await screen.findByTestId("continueBulk"));
  await waitFor(() => expect(stateOf("a")).toBe("undone"));
  expect(list.mapped("a")).toEqual([]);
});

test("all admin access is replaced with a preset, and undone", async () => {
  const list = await openBulk({
    accounts: { a: ["realm-admin"], b: ["view-users", "query-users"] },
  });
  await list.user.click(labelled(textOf("bulk.mode.exact")));
  await choosePreset(list, "user-lookup");
  await waitFor(() => expect(["a", "b"].map(stateOf)).toEqual(["planned", "nothing"]));
  expect(screen.getByTestId("bulkVerdict").dataset["verdict"]).toBe("endsRealmAdmin");
  const confirm = screen.getByTestId("confirmBulk");
  expect(confirm.className).toContain("pf-m-primary");
  expect(screen.queryByTestId("bulkWarning")).toBe(null);
  await list.user.click(confirm);
  await waitFor(() => expect(stage()).toBe("ended"));
  expect(list.mapped("a")).toEqual(["query-users", "view-users"]);
  await list.user.click(screen.getByTestId("undoBulk"));
  await waitFor(() => expect(stateOf("a")).toBe("undone"));
  expect(list.mapped("a")).toEqual(["realm-admin"]);
});

test("each client shows before and after, its calls and what stays", async () => {
  const list = await openBulk({ accounts: { a: ["realm-admin"] } });
  await list.user.click(labelled(textOf("bulk.mode.exact")));
  await choosePreset(list, "user-lookup");
  await waitFor(() => expect(stateOf("a")).toBe("planned"));
  await list.user.click(screen.getByText(textOf("bulk.details")));
  await screen.findByTestId("planComparison");
  await waitFor(() => expect(screen.getByTestId("planEffect").textContent).toContain("calls lost"));
  expect(screen.getByTestId("bulk-a").textContent).toContain(textOf("plan.stays.nothing"));
});

test("a preset that makes clients critical warns once, with their names, in red", async () => {
  const list = await openBulk({ accounts: { a: [], b: [] } });
  await choosePreset(list, "user-management");
  const warning = await screen.findByTestId("bulkWarning");
  expect(warning.textContent).toContain("a and b");
  expect(screen.getByTestId("confirmBulk").className).toContain("pf-m-danger");
});

test("all admin access is removed, and roles from a group are listed as staying", async () => {
  const list = await openBulk({
    accounts: { a: ["view-events"], b: [] },
    arrange: ({ realm, clientOf }) => {
      const group = realm.makeGroup("ops");
      realm.mapRoles(group, [realm.findRole("view-realm", realm.adminClientUuid).id]);
      for (const name of ["a", "b"]) {
        realm.joinGroup(realm.serviceAccountUserId(clientOf(name)) ?? "", group);
      }
    },
  });
  await list.user.click(labelled(textOf("bulk.mode.removeAll")));
  await waitFor(() => expect(["a", "b"].map(stateOf)).toEqual(["planned", "nothing"]));
  for (const name of ["a", "b"]) {
    expect(screen.getByTestId(`bulk-${name}`).textContent).toContain(
      textOf("plan.stays.inherited", { roles: "view-realm" }),
    );
  }
  await list.user.click(screen.getByTestId("confirmBulk"));
  await waitFor(() => expect(stage()).toBe("ended"));
  expect(list.mapped("a")).toEqual([]);
});

test("where the realm saves no admin events, the change of several clients says so", async () => {
  const list = await openBulk({ accounts: { a: [] } });
  expect(screen.queryByTestId("noAdminEvents")).toBe(null);
  await choosePreset(list, "event-reader");
  const notice = await screen.findByTestId("noAdminEvents");
  expect(notice.querySelector("a")?.getAttribute("href")).toContain("/realm-settings/events");
});

test("a finding is carried out where it stands: realm admins get a narrower preset", async () => {
  const list = openList({ accounts: { a: ["realm-admin"], b: ["realm-admin"], c: [] } });
  await waitUntilRead();
  await list.user.click(screen.getByTestId("toggleFindings"));
  const finding = screen.getByTestId("finding-realmAdmin");
  await list.user.click(within(finding).getByTestId("remedy"));
  await screen.findByTestId("bulkDialog");
  await choosePreset(list, "user-lookup");
  await waitFor(() => expect(["a", "b"].map(stateOf)).toEqual(["planned", "planned"]));
  expect(screen.queryByTestId("bulk-c")).toBe(null);
  await list.user.click(screen.getByTestId("confirmBulk"));
  await waitFor(() => expect(stage()).toBe("ended"));
  expect(list.mapped("b")).toEqual(["query-users", "view-users"]);
});

test("a leftover account can only lose all of its access", async () => {
  const list = openList({
    accounts: { a: ["view-events"] },
    arrange: ({ realm, clientOf }) =>
      realm.changeClient(clientOf("a"), { serviceAccountsEnabled: false }),
  });
  await waitUntilRead();
  await list.user.click(screen.getByTestId("toggleFindings"));
  await list.user.click(within(screen.getByTestId("finding-leftover")).getByTestId("remedy"));
  await screen.findByTestId("bulkDialog");
  await waitFor(() => expect(stateOf("a")).toBe("planned"));
  expect(screen.queryByTestId("choosePresets")).toBe(null);
  await list.user.click(screen.getByTestId("confirmBulk"));
  await waitFor(() => expect(stateOf("a")).toBe("done"));
});

test("what the person may not unassign is refused before it is begun", async () => {
  const list = await openBulk({
    accounts: { a: ["view-events"], b: ["view-users"] },
    adminRoles: ["view-clients", "manage-users", "view-realm"],
  });
  await list.user.click(await waitFor(() => labelled(textOf("bulk.mode.remove"))));
  await choosePreset(list, "event-reader");
  await waitFor(() => expect(stateOf("a")).toBe("refused"));
  expect(screen.getByTestId("bulk-a").textContent).toContain("view-events");
  expect(stateOf("b")).toBe("nothing");
  expect(isBarred("confirmBulk")).toBe(true);
});
