// @vitest-environment happy-dom
/** How far service accounts reach: the column of the list, and the access map. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, onTestFinished, test, vi } from "vitest";
import type { FamilyReach } from "../../../../src/access/model/reach-of-held.ts";
import { type ReachFamily, reachFamilies } from "../../../../src/catalog/calls/reach.ts";
import { answering } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { heldBack } from "../held-back.ts";
import { listed, type OpenedList, openList, waitUntilRead } from "../open-list.tsx";
import { labelled, tick } from "../view-setup.ts";

const measurements = vi.hoisted(() => ({ areGone: false }));

vi.mock("../../../../src/catalog/measured/load-measurement.ts", async (importActual) => {
  const actual =
    await importActual<typeof import("../../../../src/catalog/measured/load-measurement.ts")>();
  return {
    ...actual,
    loadMeasurement: (...given: Parameters<typeof actual.loadMeasurement>) =>
      measurements.areGone
        ? Promise.reject(new TypeError("The script is gone."))
        : actual.loadMeasurement(...given),
  };
});

async function openMap({ user }: OpenedList): Promise<void> {
  await user.click(screen.getByTestId("accountsView"));
  await user.click(await screen.findByText(textOf("accounts.view.map"), { selector: "button *" }));
  await screen.findByTestId("accessMap");
}

const mapped = () =>
  screen.queryAllByTestId(/^map-/).map(({ dataset }) => dataset["testid"]?.replace("map-", ""));

/** What the map says of a family, in words and in its tile. */
function tile(clientId: string, family: ReachFamily) {
  const cell = screen.getByTestId(`map-${clientId}`).querySelector(`[data-family="${family}"]`);
  const reach = cell?.querySelector<HTMLElement>("[data-reach]")?.dataset["reach"];
  return { reach: reach as FamilyReach | undefined, text: cell?.textContent };
}

const reachOf = (clientId: string) =>
  screen
    .getByTestId(`account-${clientId}`)
    .querySelector(`[data-label="${textOf("accounts.column.reach")}"]`)?.textContent;

test("the access map says of each account and family how far it reaches, in words", async () => {
  const list = openList({
    accounts: { helpdesk: ["manage-users"], auditor: ["view-events"], idle: [] },
  });
  await waitUntilRead();
  await openMap(list);
  expect(screen.queryByTestId("accounts")).toBe(null);
  expect(mapped()).toEqual(["helpdesk", "auditor", "idle"]);
  await waitFor(() => expect(tile("helpdesk", "users").reach).toBe("canEscalate"));
  expect(tile("helpdesk", "users").text).toBe(textOf("accounts.reach.canEscalate"));
  expect(tile("auditor", "events").text).toBe(textOf("accounts.reach.readsSecrets"));
  expect(tile("auditor", "users").text).toContain(textOf("accounts.reach.none"));
  for (const family of reachFamilies) expect(tile("idle", family).reach).toBe("none");
});

test("it is a table: a head for each family, and for each account", async () => {
  const list = openList({ accounts: { helpdesk: ["manage-users"] } });
  await waitUntilRead();
  await openMap(list);
  const map = within(screen.getByTestId("accessMap"));
  const heads = map.getAllByRole("columnheader").map(({ textContent }) => textContent);
  expect(heads).toEqual([
    textOf("accounts.column.clientId"),
    ...reachFamilies.map((family) => textOf(`reach.family.${family}`)),
  ]);
  expect(map.getByRole("rowheader").querySelector("a")?.href).toContain(list.clientOf("helpdesk"));
});

test("erasing the audit trail doesn't look like other changes", async () => {
  const list = openList({ accounts: { eraser: ["manage-events"] } });
  await waitUntilRead();
  await openMap(list);
  await waitFor(() => expect(tile("eraser", "events").reach).toBe("changes"));
  expect(tile("eraser", "events").text).toContain(textOf("consequence.erasesAuditTrail"));
});

test("the map shows the accounts that the list shows, by the same search and filters", async () => {
  const list = openList({
    accounts: { Administrator: ["realm-admin"], reader: ["view-users"], idle: [] },
  });
  await waitUntilRead();
  await openMap(list);
  await list.user.type(labelled(textOf("accounts.search")), "read");
  await waitFor(() => expect(mapped()).toEqual(["reader"]));
  await list.user.click(labelled(textOf("search.clear")));
  await list.user.click(screen.getByTestId("filter-risk"));
  await tick(list.user, textOf("filter.risk.critical"));
  await waitFor(() => expect(mapped()).toEqual(["Administrator"]));
  await list.user.type(labelled(textOf("accounts.search")), "zzz");
  await screen.findByTestId("accountsNoMatch");
});

test("no power is claimed that calls don't have: disabled, or not in the tokens", async () => {
  const list = openList({
    accounts: { off: ["realm-admin"], outside: ["manage-users"], inside: ["manage-users"] },
    arrange: ({ realm, clientOf }) => {
      realm.changeClient(clientOf("off"), { enabled: false });
      realm.changeClient(clientOf("outside"), { fullScopeAllowed: false });
    },
  });
  await waitUntilRead();
  const denied = textOf("accounts.reach.denied");
  await waitFor(() => expect(reachOf("inside")).toContain(textOf("reach.family.users")));
  await waitFor(() => expect(reachOf("outside")).toBe(denied));
  expect(reachOf("off")).toBe(denied);
  const risk = (clientId: string) => screen.getByTestId(`account-${clientId}`).textContent;
  expect(risk("off")).toContain(textOf("accounts.onceOn"));
  expect(risk("outside")).toContain(textOf("accounts.inTokens.none"));
  expect(risk("inside")).not.toContain(textOf("accounts.inTokens.none"));
  await openMap(list);
  for (const clientId of ["off", "outside"]) {
    expect(tile(clientId, "users").reach).toBe("none");
  }
  const row = (clientId: string) => screen.getByTestId(`map-${clientId}`).textContent;
  expect(row("off")).toContain(textOf("accounts.state.clientDisabled"));
  expect(row("outside")).toContain(textOf("accounts.inTokens.none"));
  expect(tile("inside", "users").reach).toBe("canEscalate");
});

test("roles of which the scope lets only some into the tokens reach as far as these", async () => {
  const list = openList({
    accounts: { partly: ["view-events", "manage-users"] },
    arrange: ({ realm, clientOf, faults }) => {
      realm.changeClient(clientOf("partly"), { fullScopeAllowed: false });
      const inScope = [realm.findRole("view-events", realm.adminClientUuid)];
      faults.push({ request: /\/scope-mappings\/.*\/granted/, fault: answering(200, inScope) });
    },
  });
  await waitUntilRead();
  await openMap(list);
  await waitFor(() => expect(tile("partly", "events").reach).toBe("readsSecrets"));
  expect(tile("partly", "users").reach).toBe("none");
  expect(screen.getByTestId("map-partly").textContent).toContain(textOf("accounts.inTokens.some"));
});

test("while roles are read, no tile says anything", async () => {
  const { fault, letGo } = heldBack();
  const list = openList({
    accounts: { reader: ["view-events"] },
    arrange: ({ faults }) => faults.push({ request: /\/roles\/view-events\/users/, fault }),
  });
  await waitFor(() => expect(listed()).toEqual(["reader"]));
  await openMap(list);
  expect(tile("reader", "events")).toEqual({
    ...{ reach: undefined, text: textOf("accounts.notKnownYet") },
  });
  letGo();
  await waitUntilRead();
  await waitFor(() => expect(tile("reader", "events").reach).toBe("readsSecrets"));
});

test("what isn't known is shown as not known", async () => {
  const list = openList({
    accounts: { pending: [] },
    arrange: ({ realm, clientOf }) =>
      realm.deleteUser(realm.serviceAccountUserId(clientOf("pending")) ?? ""),
  });
  await waitUntilRead();
  expect(reachOf("pending")).toBe(textOf("accounts.lastSignIn.unknown"));
  await openMap(list);
  await waitFor(() => expect(tile("pending", "users").reach).toBe("notKnown"));
  expect(tile("pending", "users").text).toBe(textOf("accounts.reach.notKnown"));
});

test("where what was measured can't be loaded, no reach is claimed, and the page can be loaded again", async () => {
  measurements.areGone = true;
  onTestFinished(() => {
    measurements.areGone = false;
  });
  const reload = vi.fn();
  const list = openList({ accounts: { reader: ["view-events"] }, context: { reload } });
  await waitUntilRead();
  const again = await screen.findByText(textOf("problem.reload"));
  await openMap(list);
  expect(tile("reader", "events").reach).toBe("notKnown");
  await list.user.click(again);
  expect(reload).toHaveBeenCalledOnce();
});

test("the list names the most reach first, and how many more families there are", async () => {
  openList({ accounts: { Administrator: ["realm-admin"], auditor: ["view-events"], idle: [] } });
  await waitUntilRead();
  await waitFor(() => expect(reachOf("Administrator")).not.toBe(textOf("accounts.notKnownYet")));
  const kind = textOf("accounts.reach.canEscalate");
  expect(reachOf("Administrator")?.startsWith(`${kind}: `)).toBe(true);
  const more = textOf("accounts.reach.andMore", { families: "", count: 6 }).trim();
  expect(reachOf("Administrator")).toContain(more);
  expect(reachOf("auditor")).toContain(
    textOf("accounts.reach.in", {
      kind: textOf("accounts.reach.readsSecrets"),
      families: textOf("reach.family.events"),
    }),
  );
  expect(reachOf("idle")).toBe("");
});

test("files have how far each account reaches", async () => {
  const blobs: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    if (blob instanceof Blob) blobs.push(blob);
    return "blob:made";
  });
  const list = openList({ accounts: { reader: ["view-events"] } });
  await waitUntilRead();
  await waitFor(() => expect(reachOf("reader")).toContain(textOf("reach.family.events")));
  await list.user.click(screen.getByTestId("listActions"));
  await screen.findByTestId("export-csv");
  await waitFor(() => expect(blobs.length).toBeGreaterThan(1));
  const csv = await blobs[0]?.text();
  expect(csv?.split("\r\n")[0]).toContain("reach_events");
  const [account] = JSON.parse((await blobs[1]?.text()) ?? "[]");
  expect(account).toMatchObject({ reach: { events: "readsSecrets", users: "none" } });
});
