import { documentedScript } from "../documented-script.ts";
import { waitForProblem } from "./console/wait-for-problem.ts";
import { runInShell } from "./run/run-in-shell.ts";
import { expect, test } from "./test.ts";

test("nobody is signed in before the tab is opened, and the console's session stays", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const { clientUuid } = await testBed.createClient("api");
  await adminConsole.openClient(testBed, { clientUuid });
  await page.waitForLoadState("networkidle");
  const signIns: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("prompt=none")) signIns.push(request.url());
  });
  await page.getByRole("tab", { name: "Roles", exact: true }).click();
  await expect(page.getByText("No roles for this client")).toBeVisible();
  expect(signIns).toHaveLength(0);
  await adminConsole.goToPresets();
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  expect(signIns).toHaveLength(1);
  await page.getByRole("tab", { name: "Roles", exact: true }).click();
  await adminConsole.goToPresets();
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  expect(signIns).toHaveLength(1);
});

test("the server itself writes down that the person who clicked has made the change", async ({
  testBed,
  adminConsole,
}) => {
  const { api, realmPath } = testBed;
  const client = await testBed.createClient("api");
  const operator = await testBed.createAdministrator("operator", ["realm-admin"]);
  await api.put(realmPath, { adminEventsEnabled: true });
  await adminConsole.openPresets(testBed, client, { visitor: operator });
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");
  const events = await api.get<readonly { authDetails: { userId: string; clientId: string } }[]>(
    `${realmPath}/admin-events?resourceTypes=CLIENT_ROLE_MAPPING`,
  );
  const [console] = await api.get<readonly { id: string }[]>(
    `${realmPath}/clients?clientId=security-admin-console`,
  );
  expect(events.map(({ authDetails: { userId, clientId } }) => [userId, clientId])).toEqual([
    [operator.userId, console?.id],
  ]);
});

test("a token that lives for seconds only is renewed when a call needs it", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  await testBed.api.put(testBed.realmPath, { accessTokenLifespan: 5 });
  const operator = await testBed.createAdministrator("operator", ["realm-admin"]);
  await adminConsole.openPresets(testBed, client, { visitor: operator });
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  const renewal = page.waitForRequest(/prompt=none/);
  await adminConsole.clickApplyPreset("User lookup");
  await renewal;
  await adminConsole.assertState("User lookup", "Applied");
});

test("a session that is gone offers to sign in again, and comes back to this tab", async ({
  testBed,
  adminConsole,
  expectedResponses,
  page,
}) => {
  const client = await testBed.createClient("api");
  const operator = await testBed.createAdministrator("operator", ["realm-admin"]);
  await adminConsole.openPresets(testBed, client, { visitor: operator });
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  await testBed.api.post(`${testBed.realmPath}/users/${operator.userId}/logout`, {});
  expectedResponses.push({ status: 401, path: "/admin/realms/" });
  expectedResponses.push({ status: 400, path: "/token" });
  const problem = waitForProblem(page);
  await adminConsole.clickApplyPreset("User lookup");
  // At once: some seconds later the stock console notices too, and leads to the login page by itself.
  expect(await problem).toMatch(/Your session has ended.*Nothing was changed\./s);
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
  await adminConsole.clickSignInAgain();
  await adminConsole.fillSignIn(operator);
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");
});

test("a silent sign-in writes a LOGIN and a CODE_TO_TOKEN event of its session, which a log can leave out", async ({
  testBed,
  adminConsole,
}) => {
  const { realm, api, realmPath } = testBed;
  const client = await testBed.createClient("api");
  const operator = await testBed.createAdministrator("operator", ["realm-admin"]);
  await api.put(`${realmPath}/events/config`, { eventsEnabled: true, eventsListeners: [] });
  const readEvents = () => api.get<readonly SignInEvent[]>(`${realmPath}/events`);
  const address = { realm, clientUuid: client.clientUuid };
  await adminConsole.goToSignIn(address, realm);
  await adminConsole.fillSignIn(operator);
  await adminConsole.assertClientPage();
  await expect.poll(async () => typesOf(await readEvents())).toEqual(["CODE_TO_TOKEN", "LOGIN"]);
  const before = await readEvents();

  await adminConsole.goToPresets();
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  await expect.poll(async () => (await readEvents()).length).toBe(before.length + 2);
  const after = await readEvents();
  // The newest come first.
  expect(typesOf(after.slice(0, 2))).toEqual(["CODE_TO_TOKEN", "LOGIN"]);
  expect(new Set(after.map(({ clientId }) => clientId))).toEqual(
    new Set(["security-admin-console"]),
  );
  expect(new Set(after.map(({ sessionId }) => sessionId)).size).toBe(1);

  const filter = documentedScript("SECURITY.md", "grep 'type=\"LOGIN\"'");
  const kept = await runInShell(filter, {
    files: { "keycloak.log": after.map(asLogLine).join("\n") },
  });
  const [own] = before.filter(({ type }) => type === "LOGIN");
  expect(kept.trim()).toBe(own === undefined ? undefined : asLogLine(own));
});

/** An event as the server stores it. */
interface SignInEvent {
  readonly type: string;
  readonly clientId: string;
  readonly sessionId: string;
  readonly details: { readonly redirect_uri?: string };
}

const typesOf = (events: readonly SignInEvent[]) => events.map(({ type }) => type).sort();

/** The parts of a line by which the server's log tells an event, and its filters find it. */
const asLogLine = ({ type, clientId, details }: SignInEvent) =>
  `type="${type}", clientId="${clientId}", redirect_uri="${details.redirect_uri}"`;
