import { hasFeature } from "../../src/catalog/server/server-features.ts";
import type { AdminConsole } from "./console/admin-console.ts";
import { assertWellMade } from "./console/assert-well-made.ts";
import type { TestBed, TestClient } from "./realm/test-bed.ts";
import { long } from "./run/whole-run.ts";
import { testedVersion } from "./servers/tested-version.ts";
import { expect, test } from "./test.ts";

/** Opens the tab of a client that holds nothing. */
async function openTab(testBed: TestBed, adminConsole: AdminConsole): Promise<TestClient> {
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  return client;
}

test("a row opens to what its preset allows, what only seems allowed, and what it does not", async ({
  testBed,
  adminConsole,
}) => {
  await openTab(testBed, adminConsole);
  await adminConsole.togglePreset("Access review");
  const row = adminConsole.preset("Access review");
  await expect(row).toContainText("Purpose");
  await expect(row).toContainText("GET /users List or search users");
  await expect(row).toContainText(`Measured on Keycloak ${testedVersion}`);
  await row.getByRole("button", { name: /^\d+ of \d+ calls$/ }).click();
  await expect(row).toContainText("GET /groups/{group-id}/members List a group's members");
  await row.getByRole("button", { name: /returns? less than an administrator sees/ }).click();
  await expect(row).toContainText(
    "GET /users/{user-id}/role-mappings List all roles directly assigned to a user",
  );
  await row.getByRole("button", { name: /more calls of the same kind/ }).click();
  await expect(row).toContainText("POST /users Create a user");
});

test("a documented bundle says which of its roles add nothing", async ({
  testBed,
  adminConsole,
}) => {
  await openTab(testBed, adminConsole);
  await adminConsole.togglePreset("User lookup");
  await expect(adminConsole.preset("User lookup")).toContainText(
    "query-users allows nothing beyond the other roles",
  );
});

test("a role explains itself with what it includes, and gives the keyboard back", async ({
  testBed,
  adminConsole,
  page,
}) => {
  await openTab(testBed, adminConsole);
  await adminConsole.showPreset("Access review");
  const label = adminConsole.preset("Access review").getByRole("button", { name: "view-users" });
  await label.press("Enter");
  const explanation = page.getByRole("dialog");
  await expect(explanation).toContainText("Includes query-groups and query-users.");
  await expect(explanation).toContainText(/On its own, it allows \d+ of \d+ calls: Users \(\d+\)/);
  await page.keyboard.press("Escape");
  await expect(explanation).toBeHidden();
  await expect(label).toBeFocused();
});

test("pasting a failing curl command shows the preset, which is applied with the keyboard alone", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await openTab(testBed, adminConsole);
  const [method, path] = ["GET", "/users"] as const;
  expect(await testBed.statusForClient(client, method, path)).toBe(403);

  await adminConsole.searchField.focus();
  await adminConsole.paste(`curl -sS --location \\
  -H "Authorization: Bearer $TOKEN" \\
  "https://sso.example.org/auth/admin/realms/acme/users?max=5&search=alice"`);
  await expect(adminConsole.answers).toContainText("List or search users GET /users");
  await expect(adminConsole.answers.getByTestId("verdict-denied")).toHaveText("Denied now");
  await expect(adminConsole.answers).toContainText("Needs view-users");
  await expect(adminConsole.recommended).toContainText("User lookup");
  const apply = adminConsole.preset("User lookup").getByTestId("applyPreset");
  await adminConsole.tabTo(apply);
  await page.keyboard.press("Enter");

  await expect(adminConsole.answers.getByTestId("verdict-allowed")).toHaveText("Allowed now");
  expect(await testBed.statusForClient(client, method, path)).toBe(200);
});

test("a 403 on a role mapping gets the preset for it and for the call that comes before, and both work then", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await openTab(testBed, adminConsole);
  await testBed.api.post(`${testBed.realmPath}/roles`, { name: "auditor" });
  await page.setViewportSize({ width: 1440, height: 900 });
  await adminConsole.fillSearch("POST /users/6f0c2a/role-mappings/realm");
  await expect(page.getByTestId("usualPair")).toContainText("GET /roles/{role-name}");
  await expect(adminConsole.recommended).toContainText("User management with realm roles");
  // The answer fits on one screen.
  await expect(page.getByTestId("alsoSufficient")).toBeInViewport({ ratio: 1 });
  // Before Keycloak has roles for organizations, so few presets are sufficient that all are shown at once.
  if (hasFeature("organizationRoles", testedVersion) === true) {
    await expect(adminConsole.preset("Full administration")).toHaveCount(0);
    await page.getByTestId("moreSufficient").click();
  }
  await expect(adminConsole.preset("Full administration")).toContainText("Allows ");
  await assertWellMade(page);

  await adminConsole.recommended.getByTestId("applyPreset").click();
  await adminConsole.clickConfirm();
  await adminConsole.assertState("User management with realm roles", "Applied");
  expect(await testBed.statusForClient(client, "GET", "/roles/auditor")).toBe(200);

  await page.getByTestId("askHolders").click();
  await expect(page.getByTestId("callHolders")).toContainText(
    "1 service account has roles for this: api-client",
  );
});

test("curl lines that are pasted together keep their methods apart", async ({
  testBed,
  adminConsole,
}) => {
  await openTab(testBed, adminConsole);
  await adminConsole.searchField.focus();
  await adminConsole.paste(`curl -X DELETE https://sso.example.org/admin/realms/acme/users/1
curl https://sso.example.org/admin/realms/acme/clients`);
  await expect(adminConsole.answers).toContainText("DELETE /users/");
  await expect(adminConsole.answers).toContainText("GET /clients");
});

test("several calls together get the smallest roles and presets for all of them", async ({
  testBed,
  adminConsole,
}) => {
  await openTab(testBed, adminConsole);
  await adminConsole.searchField.focus();
  await adminConsole.paste("GET /admin/realms/acme/events\nGET /admin/realms/acme/users/6f0c2a");
  await expect(adminConsole.answers).toContainText("All together: Needs view-events + view-users");
  await expect(adminConsole.recommended).toContainText("Event reader with user names");
  await expect(adminConsole.preset("User management")).toBeHidden();
});

test("words find calls, and for an unknown call the closest matches are offered", async ({
  testBed,
  adminConsole,
}) => {
  await openTab(testBed, adminConsole);
  await adminConsole.fillSearch("reset password");
  await adminConsole.answers.getByRole("button", { name: "Reset a user's password" }).click();
  await expect(adminConsole.searchField).toHaveValue("PUT /users/{user-id}/reset-password");
  await expect(adminConsole.answers).toContainText("Needs manage-users");

  await adminConsole.fillSearch("POST /user");
  await expect(adminConsole.answers).toContainText("No exact match for POST /user");
  await adminConsole.answers.getByRole("button", { name: "Create a user" }).click();
  await expect(adminConsole.recommended).toContainText("User management");

  await adminConsole.fillSearch("curl https://api.github.com/users");
  await expect(adminConsole.answers).toContainText(
    "https://api.github.com/users is no address of Keycloak's Admin API.",
  );
});

test("an unmeasured call is reported with the reason, and a search for reading finds no changes", async ({
  testBed,
  adminConsole,
  page,
}) => {
  await openTab(testBed, adminConsole);
  await adminConsole.searchField.focus();
  await adminConsole.paste(
    'curl -H "Authorization: Bearer $TOKEN" https://sso.example.org/admin/realms/acme/client-types',
  );
  const notMeasured = adminConsole.answers.getByTestId("notMeasured");
  await expect(notMeasured).toContainText("GET /client-types");
  await expect(notMeasured).toContainText(
    `Not measured on Keycloak ${testedVersion}: Needs the feature client-types`,
  );
  await expect(adminConsole.answers).not.toContainText("No exact match");
  await assertWellMade(page);

  for (const question of ["GET /user", "/user"]) {
    await adminConsole.fillSearch(question);
    await expect(adminConsole.answers).toContainText(`No exact match for ${question}`);
    await expect(adminConsole.answers).toContainText("List or search users");
    await expect(adminConsole.answers).not.toContainText("Create a user");
  }
});

test(
  "until measurements are loaded, no search is reported as empty, and presets are found by name",
  long,
  async ({ testBed, adminConsole, page, expectedResponses }) => {
    const client = await testBed.createClient("api");
    const measured = "**/js/load-knowledge-*.js";
    await page.route(measured, (route) => route.abort());
    expectedResponses.push({ status: "none", path: "/js/load-knowledge-" });
    await adminConsole.openPresets(testBed, client);
    await adminConsole.fillSearch("POST /users");
    await expect(adminConsole.panel).toContainText(
      "The measurements could not be loaded. Reload the page",
    );
    await expect(adminConsole.searchStatus).toHaveText("The measurements could not be loaded.");
    await expect(adminConsole.noMatch).toHaveCount(0);
    await adminConsole.fillSearch("find their profiles");
    await expect(adminConsole.preset("User lookup")).toBeVisible();
    await expect(adminConsole.preset("Event reader")).toHaveCount(0);

    await page.unroute(measured);
    let letGo = () => {};
    const isHeldBack = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route(measured, async (route) => {
      await isHeldBack;
      await route.fallback();
    });
    await page.reload();
    await adminConsole.fillSearch("POST /users");
    await expect(
      adminConsole.panel.getByRole("progressbar", { name: "Loading measurements" }),
    ).toBeVisible();
    await expect(adminConsole.noMatch).toHaveCount(0);
    letGo();
    await expect(adminConsole.recommended).toContainText("User management");
  },
);

test("a console of an unmeasured version says so", async ({ testBed, adminConsole }) => {
  const client = await testBed.createClient("api");
  await adminConsole.openClient(testBed, client);
  await adminConsole.renameVersion();
  await adminConsole.goToPresets();
  await adminConsole.togglePreset("Event reader");
  await expect(adminConsole.preset("Event reader")).toContainText("Your version was not measured");
});

test.describe("On the oldest Keycloak", { tag: ["@oldest", long.tag] }, () => {
  test.use({ deployment: "oldest" });

  test("the measurements of that version are shown, with a promised call that it doesn't allow", async ({
    testBed,
    adminConsole,
  }) => {
    const client = await testBed.createClient("api");
    await adminConsole.openPresets(testBed, client);
    await adminConsole.togglePreset("Usage statistics");
    const row = adminConsole.preset("Usage statistics");
    await expect(row).toContainText("Measured on Keycloak 26.0.8");
    await expect(row).toContainText('On Keycloak 26.0.8, "Count users" gives only partial results');
  });
});
