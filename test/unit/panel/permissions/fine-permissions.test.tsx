// @vitest-environment happy-dom
/** What the tab says where roles aren't all that decides. */
import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { answering, type ServedKeycloak } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { openTab, rowOf } from "../open-tab.tsx";
import { labelled } from "../view-setup.ts";

/** Switches fine-grained permissions on, with a policy that names the client's service account. */
function switchOn({ realm }: ServedKeycloak): void {
  realm.changeSettings({ adminPermissionsEnabled: true });
  realm.makeClient({ clientId: "admin-permissions" });
}

async function search(user: ReturnType<typeof openTab>["user"], text: string): Promise<void> {
  const field = await waitFor(() => labelled(textOf("search.label")));
  await user.click(field);
  await user.paste(text);
}

test("where fine-grained permissions are on, the tab says so and denies by roles alone", async () => {
  const tab = openTab({ arrange: switchOn });
  expect((await screen.findByTestId("finePermissions")).textContent).toContain(textOf("fine.on"));
  await search(tab.user, "GET /users");
  const verdict = await screen.findByTestId("verdict-denied");
  expect(verdict.textContent).toBe(textOf("verdict.deniedByRoles"));
});

test("where they are off, the tab says nothing of them, and calls are denied", async () => {
  const tab = openTab();
  await rowOf("user-lookup");
  await waitFor(() => expect(tab.sent.filter((request) => request === "GET ")).toHaveLength(1));
  await search(tab.user, "GET /users");
  const verdict = await screen.findByTestId("verdict-denied");
  expect(verdict.textContent).toBe(textOf("verdict.denied"));
  expect(screen.queryByTestId("finePermissions")).toBe(null);
});

test("who may not see whether they are on is told that it isn't known", async () => {
  openTab({
    token: "viewer",
    arrange: ({ realm }) => {
      const adminRoles = ["view-clients", "view-users"];
      realm.makeAdministrator({ token: "viewer", adminRoles });
    },
  });
  const notice = await screen.findByTestId("finePermissions");
  expect(notice.textContent).toContain(textOf("fine.notKnown.hidden"));
  expect(screen.queryByTestId("showPolicies")).toBe(null);
});

test("permissions of the older kind make it not known whether roles decide alone", async () => {
  openTab({
    arrange: ({ realm }) =>
      realm.changeClient(realm.adminClientUuid, { authorizationServicesEnabled: true }),
  });
  const notice = await screen.findByTestId("finePermissions");
  expect(notice.textContent).toContain(textOf("fine.notKnown.older"));
});

test("on demand, no policy is found where none names the client, and all are linked", async () => {
  const tab = openTab({ arrange: switchOn });
  await tab.user.click(await screen.findByTestId("showPolicies"));
  await screen.findByTestId("noPolicies");
  const link = screen.getByText(textOf("policies.all"));
  expect(link.getAttribute("href")).toMatch(/#\/demo\/permissions\/[^/]+\/policies$/);
});

test("a version without fine-grained permissions says nothing of them", async () => {
  const tab = openTab({
    arrange: switchOn,
    context: { consoleScript: "main-CFePQ27m.js" },
  });
  await rowOf("user-lookup");
  await waitFor(() => expect(tab.sent).toContain("GET "));
  expect(screen.queryByTestId("finePermissions")).toBe(null);
});

test("where the realm can't be read, that is said", async () => {
  openTab({
    arrange: ({ faults }) => faults.push({ request: /^GET $/, fault: answering(500) }),
  });
  const notice = await screen.findByTestId("finePermissions");
  expect(notice.textContent).toContain(textOf("fine.notKnown.notRead"));
});
