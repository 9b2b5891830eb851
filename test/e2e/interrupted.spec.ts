import type { AdminConsole } from "./console/admin-console.ts";
import type { TestBed, TestClient, TestUser } from "./realm/test-bed.ts";
import { long } from "./run/whole-run.ts";
import { expect, test } from "./test.ts";

const lookup = ["realm-management/query-users", "realm-management/view-users"];

/** Opens the tab as an administrator of the realm. */
async function openAsOperator(
  adminConsole: AdminConsole,
  testBed: TestBed,
  client: TestClient,
): Promise<TestUser> {
  const operator = await testBed.createAdministrator("operator", ["realm-admin"]);
  await adminConsole.openPresets(testBed, client, { visitor: operator });
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  return operator;
}

test("without a network every state is shown as not known, and Continue then does the rest", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  // What the roles hold is read as soon as the button is pointed at.
  const held = page.waitForResponse((response) => response.url().includes("/composites"));
  await adminConsole.preset("User lookup").getByTestId("applyPreset").hover();
  await held;
  expectedResponses.push({ status: "none", path: "/" });
  await page.context().setOffline(true);
  await adminConsole.clickApplyPreset("User lookup");
  await expect(adminConsole.problem).toContainText("The server did not answer");
  await expect(page.getByTestId("changeLines")).toContainText("view-users: not known");
  const unsent = page.waitForEvent("requestfailed");
  await adminConsole.clickContinue();
  // What Continue shows looks as before: its own request tells that it has failed too.
  await unsent;
  await expect(page.getByTestId("changeLines")).toContainText("view-users: not known");
  await page.context().setOffline(false);
  await adminConsole.clickContinue();
  await adminConsole.assertState("User lookup", "Applied");
  await expect(adminConsole.problem).toHaveCount(0);
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole, ...lookup]);
});

test("an apply that fails between its two requests is reported line by line and can be undone", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  const client = await testBed.createClient("api", { fullScopeAllowed: false });
  await adminConsole.openPresets(testBed, client);
  expectedResponses.push({ status: "none", path: "/scope-mappings/" });
  await page.route(/\/clients\/[^/]+\/scope-mappings\/clients\//, (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await adminConsole.clickApplyPreset("User lookup");
  const lines = page.getByTestId("changeLines").getByRole("listitem");
  await expect(lines).toHaveText([
    "view-users is assigned",
    "query-users is assigned",
    "view-users is not in the client's scope",
    "query-users is not in the client's scope",
  ]);
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole, ...lookup]);
  await adminConsole.clickUndoOfFailure();
  await adminConsole.assertNoState("User lookup");
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
});

test("a partly applied preset that a filter hides is still reported and undone, and the keyboard keeps its place", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  const client = await testBed.createClient("api", { fullScopeAllowed: false });
  await adminConsole.openPresets(testBed, client);
  expectedResponses.push({ status: "none", path: "/scope-mappings/" });
  await page.route(/\/clients\/[^/]+\/scope-mappings\/clients\//, (route) =>
    route.request().method() === "POST" ? route.abort() : route.continue(),
  );
  await adminConsole.chooseFilter("state", "Roles missing");
  await adminConsole.clickApplyPreset("User lookup");
  await expect(adminConsole.problem).toHaveCount(1);
  await expect(adminConsole.problemLines).toContainText([
    "view-users is assigned",
    "query-users is assigned",
    "view-users is not in the client's scope",
    "query-users is not in the client's scope",
  ]);
  await expect(adminConsole.preset("User lookup")).toHaveCount(0);
  const focused = page.getByTestId("service-account-presets").locator(":focus");
  await expect(focused).toHaveCount(1);
  await adminConsole.clickUndoOfFailure();
  await expect(adminConsole.preset("User lookup")).toBeVisible();
  await expect(adminConsole.problem).toHaveCount(0);
  await expect(focused).toHaveCount(1);
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
});

test("a role that someone else removes before the change is read back is reported, and Continue assigns it again", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  const written = "**/role-mappings/clients/*";
  await page.route(written, async (route) => {
    const request = route.request();
    if (request.method() !== "POST") return route.fallback();
    const response = await route.fetch();
    const roles: readonly { readonly name: string }[] = request.postDataJSON();
    const taken = roles.filter(({ name }) => name === "view-users");
    await testBed.api.delete(new URL(request.url()).pathname, taken);
    return route.fulfill({ response });
  });
  await adminConsole.clickApplyPreset("User lookup");
  await expect(adminConsole.problem).toContainText("the current state differs");
  await expect(page.getByTestId("changeLines").getByRole("listitem")).toHaveText([
    "view-users is not assigned",
    "query-users is assigned",
  ]);
  await adminConsole.assertState("User lookup", "1 of 2 roles held");
  await expect(adminConsole.toast).toHaveCount(0);
  await page.unroute(written);
  await adminConsole.clickContinue();
  await adminConsole.assertState("User lookup", "Applied");
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole, ...lookup]);
});

test(
  "after the session has ended, signing in again in another tab also restores this one",
  long,
  async ({ testBed, adminConsole, page, expectedResponses }) => {
    const client = await testBed.createClient("api");
    const operator = await openAsOperator(adminConsole, testBed, client);
    const { api, realmPath, realm } = testBed;
    await api.post(`${realmPath}/users/${operator.userId}/logout`, {});
    expectedResponses.push(
      { status: 401, path: "/admin/realms/" },
      { status: 400, path: "/token" },
    );
    await adminConsole.clickApplyPreset("User lookup");
    // Within seconds the console notices too, and asks to sign in.
    await expect(page.getByLabel("Username")).toBeVisible();

    const other = await page.context().newPage();
    await other.goto(adminConsole.addressOf({ realm, clientUuid: client.clientUuid }));
    await adminConsole.fillSignIn(operator, other);
    await expect(other.getByTestId("client-tabs")).toBeVisible();
    // The form notices the sign-in and returns to the original page.
    await expect(adminConsole.preset("User lookup")).toBeVisible();
    await adminConsole.clickApplyPreset("User lookup");
    await adminConsole.assertState("User lookup", "Applied");
  },
);
