// @vitest-environment happy-dom
/** What a person sees where a client can't use its service account, or a role isn't what its name says. */
import { screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { answering, type ServedKeycloak } from "../../keycloak/serve-keycloak.ts";
import { inEnglish as textOf } from "../../texts/english.ts";
import { openTab, rowOf } from "../open-tab.tsx";
import { choose, confirmChange } from "../view-setup.ts";

beforeEach(() => vi.stubGlobal("isSecureContext", true));
afterEach(() => vi.unstubAllGlobals());

const off = { serviceAccountsEnabled: false };
/** Makes the client public, which keeps its service-account user. */
const leftover = ({ realm }: ServedKeycloak, uuid: string) =>
  realm.changeClient(uuid, { publicClient: true });

test("a leftover account is shown with its roles, and the plan says what comes back", async () => {
  const tab = openTab({ roles: ["realm-admin"], arrange: leftover });
  const notice = await screen.findByTestId("leftoverAccount");
  expect(notice.textContent).toContain("realm-admin");
  await tab.user.click(screen.getByTestId("enableServiceAccounts"));
  expect((await screen.findByTestId("planReturning")).textContent).toContain("realm-admin");
  expect(screen.getByTestId("planMadeConfidential").textContent).toContain("api");
  expect(tab.client().settings.publicClient).toBe(true);
  await confirmChange(tab.user);
  await screen.findByTestId("presetsSummary");
  expect(tab.client().settings.publicClient).toBe(false);
});

test("replacing access takes a leftover account's other roles before they could count", async () => {
  const tab = openTab({ roles: ["realm-admin"], arrange: leftover });
  const { get } = await rowOf("user-lookup");
  await tab.user.click(get("presetActions"));
  await choose(tab.user, "replaceAccess");
  await confirmChange(tab.user);
  await waitFor(() => expect(tab.mapped()).toEqual(["query-users", "view-users"]));
  const writes = tab.sent.filter((request) => !request.startsWith("GET"));
  expect(writes.map((request) => request.split(" ")[0])).toEqual(["DELETE", "PUT", "POST"]);
});

test("at a public client a separate one comes first, and making it confidential can be undone", async () => {
  const tab = openTab({ client: { ...off, publicClient: true } });
  await tab.user.click(await screen.findByTestId("createSeparateClient"));
  await tab.user.click(await screen.findByTestId("skipPreset"));
  const field = await screen.findByTestId<HTMLInputElement>("newClientId");
  expect(field.value).toBe("api-api");
  await tab.user.click(screen.getByTestId("closeNewClient"));
  await tab.user.click(screen.getByTestId("enableServiceAccounts"));
  await confirmChange(tab.user);
  await tab.user.click(await screen.findByTestId("undoLastChange"));
  await waitFor(() => expect(tab.client().settings.publicClient).toBe(true));
  const notice = await screen.findByTestId("leftoverAccount");
  expect(notice.textContent).toContain(textOf("leftover.nothing", { clientId: "api" }));
});

test("an account without the usual name is looked for only when a person asks", async () => {
  const tab = openTab({
    arrange: ({ realm }, uuid) => realm.deleteUser(realm.serviceAccountUserId(uuid) ?? ""),
  });
  await screen.findByTestId("accountNotFound");
  expect((await rowOf("user-lookup")).query("applyPreset")).toBe(null);
  expect(tab.realm.serviceAccountUserId(tab.clientUuid)).toBeUndefined();
  tab.faults.push({ request: /service-account-user/, fault: answering(500) });
  await tab.user.click(screen.getByTestId("findOrCreateAccount"));
  await screen.findByTestId("presetsProblem");
  await tab.user.click(screen.getByTestId("findOrCreateAccount"));
  await screen.findByTestId("presetsSummary");
  expect(tab.realm.serviceAccountUserId(tab.clientUuid)).toBeDefined();
});

test("a name that another user has keeps Keycloak from creating the account", async () => {
  openTab({
    arrange: ({ realm }, uuid) => {
      realm.deleteUser(realm.serviceAccountUserId(uuid) ?? "");
      // Ids are counted here: the person's must not be one that another test had for the account.
      for (let index = 0; index < 9; index += 1) realm.makeGroup(`group ${index}`);
      realm.makeAdministrator({ token: "person", username: "service-account-api" });
    },
  });
  const notice = await screen.findByTestId("accountNotFound");
  expect(notice.textContent).toContain(textOf("account.nameTaken.title"));
  expect(screen.queryByTestId("findOrCreateAccount")).toBe(null);
});

test("a disabled user is told, and the client isn't called disabled", async () => {
  openTab({
    roles: ["view-events"],
    arrange: ({ realm }, uuid) => realm.enableUser(realm.serviceAccountUserId(uuid) ?? "", false),
  });
  const summary = await screen.findByTestId("deniedCalls");
  expect(summary.textContent).toContain(textOf("denied.user"));
  expect(summary.textContent).not.toContain(textOf("denied.enabled"));
});

test("a role that holds more here than it ships with brings up the plan, which names it", async () => {
  const tab = openTab({
    arrange: ({ realm }) => {
      const roleOf = (name: string) => realm.findRole(name, realm.adminClientUuid).id;
      realm.addComposites(roleOf("view-users"), [roleOf("realm-admin")]);
    },
  });
  await tab.user.click((await rowOf("user-lookup")).get("applyPreset"));
  expect((await screen.findByTestId("planExtra")).textContent).toContain("realm-admin");
  expect(tab.mapped()).toEqual([]);
  await confirmChange(tab.user);
  await waitFor(() => expect(tab.mapped()).toEqual(["query-users", "view-users"]));
  await waitFor(() =>
    expect(screen.getByTestId("presetsSummary").textContent).toContain("realm-admin"),
  );
});

test("a role that holds less here than it ships with isn't told to be applied", async () => {
  openTab({
    roles: ["realm-admin"],
    arrange: ({ realm }) => {
      const roleOf = (name: string) => realm.findRole(name, realm.adminClientUuid).id;
      realm.removeComposites(roleOf("realm-admin"), [roleOf("manage-users")]);
    },
  });
  const { find } = await rowOf("full-administration");
  expect((await find("presetState")).dataset["state"]).toBe("reduced");
});
