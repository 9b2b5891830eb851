// @vitest-environment happy-dom
/** The list of service accounts, when it is asked which of them wrote. */
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { answering } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { type OpenedList, openList, waitUntilRead } from "../open-list.tsx";

const day = 86_400_000;

const accounts = { idle: ["manage-users"], busy: ["manage-users"], reader: ["view-users"] };

interface Kept {
  readonly areWritesKept?: boolean;
  readonly before?: readonly unknown[];
}

/** Opens the list and asks for the use of its accounts; `busy` wrote yesterday. */
async function checkUse({ areWritesKept = true, before }: Kept, held = false): Promise<OpenedList> {
  const list = openList({ accounts });
  const { faults, realm, user, clientOf } = list;
  await waitUntilRead();
  const event = (daysAgo: number, userId: string | undefined) => ({
    ...{ time: Date.now() - daysAgo * day, operationType: "CREATE", authDetails: { userId } },
  });
  const answer = (request: RegExp, body: unknown) =>
    faults.push({ request, fault: answering(200, body) });
  answer(/events\/config/, { adminEventsEnabled: areWritesKept });
  if (held) {
    faults.push({
      request: /first=0/,
      fault: async () => {
        await user.click(screen.getByTestId("stopUse"));
        return Response.json(Array.from({ length: 500 }, () => event(2, "anybody")));
      },
    });
  }
  answer(/first=0/, [event(1, realm.serviceAccountUserId(clientOf("busy")))]);
  answer(/dateTo=/, before ?? [event(100, "anybody")]);
  expect(list.sent.join("\n")).not.toContain("admin-events");
  await user.click(screen.getByTestId("listActions"));
  await user.click(screen.getByRole("menuitem", { name: textOf("accounts.use.check") }));
  return list;
}

const isDone = () =>
  waitFor(() => expect(screen.getByTestId("realmUse").dataset["status"]).toBe("done"));

test("accounts that may write and didn't are a finding, and no role is called unused", async () => {
  const { user } = await checkUse({});
  await isDone();
  await user.click(screen.getByTestId("toggleFindings"));
  const finding = await screen.findByTestId("finding-noWrites");
  expect(finding.textContent).toContain(textOf("finding.noWrites", { count: 1, days: 90 }));
  expect(finding.textContent).toContain("Reads leave no event.");
  await user.click(within(finding).getByTestId("showFinding"));
  screen.getByTestId("account-idle");
  expect(screen.queryByTestId("account-busy")).toBe(null);
  expect(screen.queryByTestId("account-reader")).toBe(null);
});

test("the list then has a column with the last write that is known of each account", async () => {
  await checkUse({});
  await isDone();
  const header = screen.getByRole("columnheader", { name: textOf("accounts.column.lastWrite") });
  const place = within(header.closest("tr") as HTMLElement)
    .getAllByRole("columnheader")
    .indexOf(header);
  const cell = (name: string) =>
    screen.getByTestId(`account-${name}`).querySelectorAll("td")[place]?.textContent ?? "";
  await waitFor(() => expect(cell("busy")).toContain(String(new Date().getFullYear())));
  expect(cell("busy")).not.toMatch(/None/);
  expect(cell("idle")).toMatch(/^None since \w/);
  expect(cell("idle")).toBe(cell("reader"));
});

test("reading can be stopped, and what was read until then counts", async () => {
  await checkUse({}, true);
  await isDone();
  expect(screen.getByTestId("realmUse").textContent).toMatch(/not all admin events were read/);
});

test("a realm that saves no events leads to its settings", async () => {
  await checkUse({ areWritesKept: false });
  await isDone();
  const notice = screen.getByTestId("realmUse");
  expect(notice.textContent).toContain(textOf("accounts.use.off", { realm: "demo" }));
  expect(within(notice).getByRole("link").getAttribute("href")).toMatch(/realm-settings\/events$/);
});

test("a realm whose first events are of today is known for no whole day", async () => {
  const { user } = await checkUse({ before: [] });
  await isDone();
  await user.click(screen.getByTestId("toggleFindings"));
  expect(screen.getByTestId("realmUse").textContent).toMatch(/is known since/);
});

test("a realm whose events may not be seen says which role that takes", async () => {
  const list = openList({ accounts });
  await waitUntilRead();
  list.faults.push({ request: /events\/config/, fault: answering(403) });
  await list.user.click(screen.getByTestId("listActions"));
  await list.user.click(screen.getByRole("menuitem", { name: textOf("accounts.use.check") }));
  await isDone();
  expect(screen.getByTestId("realmUse").textContent).toContain("view-events");
});

test("a failure is told", async () => {
  const list = openList({ accounts });
  await waitUntilRead();
  list.faults.push({ request: /events\/config/, fault: answering(500) });
  await list.user.click(screen.getByTestId("listActions"));
  await list.user.click(screen.getByRole("menuitem", { name: textOf("accounts.use.check") }));
  await screen.findByText(textOf("accounts.use.failed"));
});
