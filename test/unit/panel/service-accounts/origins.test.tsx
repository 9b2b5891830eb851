// @vitest-environment happy-dom
/** Who assigned roles, and whose clients are, in the list and its files. */
import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { answering } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { type OpenedList, openList, waitUntilRead } from "../open-list.tsx";
import { tick } from "../view-setup.ts";

const accounts = { reader: ["view-events"] };
const keptWrites = { adminEventsEnabled: true, adminEventsDetailsEnabled: true };

/** The files that are made, the newest last. */
function watchFiles(): readonly Blob[] {
  const blobs: Blob[] = [];
  vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
    if (blob instanceof Blob) blobs.push(blob);
    return "blob:made";
  });
  return blobs;
}

const stateOfOrigins = () => screen.getByTestId("readOrigins").dataset["state"];

async function readOrigins(list: OpenedList): Promise<void> {
  const item = await screen.findByTestId("readOrigins");
  await list.user.click(item.querySelector("button") ?? item);
}

test("files say who assigned roles once that is asked for", async () => {
  const blobs = watchFiles();
  const list = openList({
    accounts,
    arrange: ({ realm }) => realm.changeSettings(keptWrites),
  });
  await waitUntilRead();
  const userId = list.realm.serviceAccountUserId(list.clientOf("reader")) ?? "";
  const role = list.realm.findRole("view-users", list.realm.adminClientUuid);
  await list.apiOf().users.addClientRoleMappings({
    ...{ id: userId, clientUniqueId: list.realm.adminClientUuid },
    roles: [role],
  });
  await list.user.click(screen.getByTestId("readAgain"));
  await waitUntilRead();
  await list.user.click(screen.getByTestId("listActions"));
  await screen.findByTestId("readOrigins");
  expect(list.sent.some((it) => it.includes("admin-events"))).toBe(false);
  expect(JSON.parse((await blobs.at(-1)?.text()) ?? "")[0].origins).toBe(null);
  await readOrigins(list);
  await waitFor(() => expect(stateOfOrigins()).toBe("read"));
  await waitFor(async () => {
    const [account] = JSON.parse((await blobs.at(-1)?.text()) ?? "");
    expect(account.origins).toEqual([
      expect.objectContaining({ through: "role view-events", origin: "notRecorded" }),
      expect.objectContaining({ through: "role view-users", assignedBy: "holder of anna" }),
    ]);
  });
  // Once accounts are read again, newer assignments would be missing.
  await list.user.click(screen.getByTestId("readAgain"));
  await waitUntilRead();
  await list.user.click(screen.getByTestId("listActions"));
  await waitFor(() => expect(stateOfOrigins()).toBe("idle"));
});

test("without view-events, that is said, and files claim nothing", async () => {
  const blobs = watchFiles();
  const list = openList({
    accounts,
    adminRoles: ["view-clients", "view-users", "view-realm", "query-groups"],
  });
  await waitUntilRead();
  await list.user.click(screen.getByTestId("listActions"));
  await readOrigins(list);
  await waitFor(() => expect(stateOfOrigins()).toBe("notSeen"));
  expect(JSON.parse((await blobs.at(-1)?.text()) ?? "")[0].origins).toBe(null);
});

test("where events can't be read, it can be tried again", async () => {
  const list = openList({ accounts });
  await waitUntilRead();
  await list.user.click(screen.getByTestId("listActions"));
  await screen.findByTestId("readOrigins");
  list.faults.push({ request: /admin-events/, fault: answering(500) });
  await readOrigins(list);
  await waitFor(() => expect(stateOfOrigins()).toBe("failed"));
  await readOrigins(list);
  await waitFor(() => expect(stateOfOrigins()).toBe("read"));
});

test("the list shows whose a client is and when it is reviewed, and leads to what is overdue", async () => {
  const list = openList({
    accounts: { ...accounts, other: ["view-events"], bare: ["view-events"] },
    arrange: ({ realm, clientOf }) => {
      const owned = {
        owner: "Team\u202eBilling",
        purpose: "Invoices",
        "review-date": "2020-01-31",
      };
      realm.changeClient(clientOf("reader"), { attributes: owned });
      const attributes = { purpose: "Reports", "review-date": "soon" };
      realm.changeClient(clientOf("other"), { attributes });
    },
  });
  await waitUntilRead();
  const row = (clientId: string) => screen.getByTestId(`account-${clientId}`).textContent;
  expect(row("reader")).toContain(textOf("accounts.review.overdue"));
  expect(row("other")).not.toContain(textOf("accounts.review.overdue"));
  await list.user.click(screen.getByTestId("listActions"));
  await tick(list.user, textOf("accounts.column.owner"), textOf("accounts.column.review"));
  await waitFor(() => expect(row("reader")).toContain("Team\\u202eBilling"));
  expect(row("reader")).toContain("Jan 31, 2020");
  expect(row("other")).toContain("Reports");
  expect(row("other")).toContain(textOf("accounts.review.notADate", { date: "soon" }));
});
