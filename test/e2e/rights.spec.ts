import type { AdminConsole } from "./console/admin-console.ts";
import { assertWellMade } from "./console/assert-well-made.ts";
import type { TestBed, TestClient } from "./realm/test-bed.ts";
import { long } from "./run/whole-run.ts";
import { isSince, refusesByBug } from "./servers/tested-version.ts";
import { expect, test } from "./test.ts";

const tab = "service-account-presets";
const clientSettings = { fullScopeAllowed: false };

/** Opens the tab at the realm's own console, as somebody with these roles of `realm-management`. */
async function openAs(
  adminConsole: AdminConsole,
  testBed: TestBed,
  client: TestClient,
  roles: readonly string[],
): Promise<void> {
  const visitor = await testBed.createAdministrator("visitor", roles);
  await adminConsole.openPresets(testBed, client, { visitor });
  await expect(adminConsole.preset("User lookup")).toBeVisible();
}

const refused = { status: 403, path: "/admin/realms/" };

// The console itself shows no client to a person who can't search for clients, not even with
// manage-clients.
for (const roles of [
  [],
  ["view-users"],
  ["manage-users"],
  ["view-users", "manage-users"],
  ["manage-clients"],
]) {
  test(`an administrator with ${roles.join(" and ") || "no role"} sees no client, and so no tab`, async ({
    testBed,
    adminConsole,
    expectedResponses,
    page,
  }) => {
    const { realm } = testBed;
    const client = await testBed.createClient("api");
    const visitor = await testBed.createAdministrator("visitor", roles);
    expectedResponses.push(refused, { status: 403, path: "/admin/serverinfo" });
    // Up to 26.2 the console is not even told who it is.
    if (!isSince("26.4")) expectedResponses.push({ status: 403, path: "/console/whoami" });
    await adminConsole.goToSignIn({ realm, clientUuid: client.clientUuid, tab }, realm);
    await adminConsole.fillSignIn(visitor);
    await expect(page.getByText(/Forbidden|permission|access/i).first()).toBeVisible();
    await expect(adminConsole.presetsTab).toHaveCount(0);
  });
}

for (const roles of [
  ["view-clients"],
  ["manage-clients", "query-clients"],
  ["view-clients", "manage-clients"],
]) {
  test(`an administrator with ${roles.join(" and ")} reads the presets, and what is missing to see more`, async ({
    testBed,
    adminConsole,
    expectedResponses,
  }) => {
    const client = await testBed.createClient("api");
    expectedResponses.push(refused);
    await openAs(adminConsole, testBed, client, roles);
    await expect(adminConsole.page.getByTestId("rightsNotice")).toContainText(
      "You lack view-users",
    );
    await expect(adminConsole.page.getByTestId("applyPreset")).toHaveCount(0);
    await adminConsole.preset("User lookup").getByTestId("presetActions").click();
    for (const action of ["planPreset", "replaceAccess", "removePreset"]) {
      await expect(adminConsole.page.getByTestId(action).getByRole("menuitem")).toHaveAttribute(
        "aria-disabled",
        "true",
      );
    }
    await adminConsole.page.keyboard.press("Escape");
    await adminConsole.clickCheckAccess();
    await expect(adminConsole.finding("roles")).toContainText("that needs view-users");
  });
}

test("an administrator with view-clients and view-users sees everything and can change nothing", async ({
  testBed,
  adminConsole,
}) => {
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["view-events"] });
  await openAs(adminConsole, testBed, client, ["view-clients", "view-users"]);
  await expect(adminConsole.page.getByTestId("rightsNotice")).toContainText("View only.");
  await adminConsole.assertState("Event reader", "Applied");
  await adminConsole.assertState("User lookup", "You can't grant this");
  await expect(adminConsole.page.getByTestId("applyPreset")).toHaveCount(0);
  await adminConsole.preset("Event reader").getByTestId("presetActions").click();
  await expect(adminConsole.page.getByTestId("removePreset")).toContainText("View only.");
});

test("an administrator with manage-clients, query-clients and view-users can add only assigned roles to the client's scope", async ({
  testBed,
  adminConsole,
}) => {
  const client = await testBed.createClient("api", clientSettings);
  await testBed.grant(client, { "realm-management": ["view-events"] });
  await openAs(adminConsole, testBed, client, ["manage-clients", "query-clients", "view-users"]);
  await adminConsole.assertState("User lookup", "You can't grant this");
  await adminConsole.clickApplyPreset("Event reader");
  await adminConsole.clickConfirm();
  await adminConsole.assertState("Event reader", "Applied");
  expect(await testBed.statusForClient(client, "GET", "/events")).toBe(200);
});

if (!refusesByBug) {
  test("an administrator with manage-users and view-clients sees before any change that calls stay denied", async ({
    testBed,
    adminConsole,
  }) => {
    const client = await testBed.createClient("api", clientSettings);
    await openAs(adminConsole, testBed, client, ["manage-users", "view-clients"]);
    await adminConsole.assertState("Event reader", "You can't grant this");
    await adminConsole.clickApplyPreset("User lookup");
    await expect(adminConsole.page.getByTestId("planBlocked")).toContainText(
      "changing this client needs manage-clients, which you don't have",
    );
    expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
    await adminConsole.clickConfirm();
    await adminConsole.assertToast("assigned, but calls stay denied");
    await adminConsole.assertState("User lookup", "Assigned, but not in tokens");
    expect(await testBed.statusForClient(client, "GET", "/users")).toBe(403);
  });
}

test("an administrator with manage-users and view-clients can't enable service accounts and sees why", async ({
  testBed,
  adminConsole,
}) => {
  const client = await testBed.createClient("confidential");
  await openAs(adminConsole, testBed, client, ["manage-users", "view-clients"]);
  await expect(adminConsole.panel).toContainText("you lack manage-clients");
  await expect(adminConsole.page.getByTestId("enableServiceAccounts")).toHaveCount(0);
  await adminConsole.clickApplyPreset("User lookup");
  await expect(adminConsole.page.getByTestId("planBlocked")).toContainText(
    "Service accounts stay off",
  );
  await expect(adminConsole.page.getByTestId("confirmChange")).toHaveAttribute(
    "aria-disabled",
    "true",
  );
});

if (!refusesByBug) {
  test("an administrator with manage-users, manage-clients and query-clients can apply a preset completely", async ({
    testBed,
    adminConsole,
  }) => {
    const client = await testBed.createClient("api", clientSettings);
    await openAs(adminConsole, testBed, client, [
      "manage-users",
      "manage-clients",
      "query-clients",
    ]);
    await adminConsole.assertState("Event reader", "You can't grant this");
    await adminConsole.clickApplyPreset("User lookup");
    await adminConsole.assertState("User lookup", "Applied");
    expect(await testBed.statusForClient(client, "GET", "/users")).toBe(200);
  });
}

/**
 * Administrators, and what each is offered for a client that holds view-users and view-identity-providers: presets that are applied,
 * and presets that are removed. All else has no button.
 */
const administrators: readonly {
  readonly roles: readonly string[];
  readonly applies: readonly string[];
  readonly removes: readonly string[];
  readonly replaces: boolean;
  readonly isLong?: boolean;
}[] = [
  {
    roles: ["realm-admin"],
    applies: ["User management"],
    removes: ["User lookup", "Identity provider lookup"],
    replaces: true,
  },
  {
    roles: ["manage-users", "view-clients"],
    applies: ["User management"],
    removes: ["User lookup"],
    replaces: true,
  },
  {
    roles: ["manage-users", "view-clients", "view-identity-providers"],
    applies: ["User management"],
    removes: ["User lookup", "Identity provider lookup"],
    replaces: true,
    isLong: true,
  },
  {
    roles: ["view-clients", "view-users", "view-realm"],
    applies: [],
    removes: [],
    replaces: false,
    isLong: true,
  },
  {
    roles: ["manage-clients", "query-clients", "view-users", "view-identity-providers"],
    applies: [],
    removes: [],
    replaces: false,
    isLong: true,
  },
];

if (!refusesByBug) {
  for (const { roles, applies, removes, replaces, isLong } of administrators) {
    // No error response is expected: whatever is offered here has to succeed.
    test(`each button that an administrator with ${roles.join(" and ")} is offered does what it says`, {
      tag: isLong === true ? "@long" : [],
    }, async ({ testBed, adminConsole, page }) => {
      const client = await testBed.createClient("api");
      await testBed.grant(client, {
        "realm-management": ["view-users", "view-identity-providers"],
      });
      const before = await testBed.rolesHeldBy(client);
      await openAs(adminConsole, testBed, client, roles);
      for (const name of ["User lookup", "Identity provider lookup"]) {
        const row = adminConsole.preset(name);
        const remove = row.getByTestId("removeInSight");
        if (removes.includes(name)) {
          await remove.click();
          await adminConsole.clickConfirm();
          await expect.poll(() => testBed.rolesHeldBy(client)).not.toEqual(before);
          await adminConsole.clickUndo();
          await expect.poll(() => testBed.rolesHeldBy(client)).toEqual(before);
        } else {
          await expect(remove).toHaveCount(0);
        }
      }
      await expect(page.getByTestId("replacePreset").first()).toBeVisible({ visible: replaces });
      for (const name of ["User management", "Full administration"]) {
        await adminConsole.showPreset(name);
        const apply = adminConsole.preset(name).getByTestId("applyPreset");
        if (applies.includes(name)) {
          await apply.click();
          await adminConsole.clickConfirm();
          await adminConsole.assertState(name, "Applied");
          await adminConsole.clickUndo();
          await expect.poll(() => testBed.rolesHeldBy(client)).toEqual(before);
        } else if (!roles.includes("realm-admin")) {
          await expect(apply).toHaveCount(0);
        }
      }
      await adminConsole.clickConnect();
      await page.getByTestId("showSecret").click();
      await expect(page.getByTestId("connectSecret").first()).toHaveValue(client.secret);
    });
  }
}

test("before service accounts are on, an administrator without manage-users is offered no preset", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("confidential");
  await openAs(adminConsole, testBed, client, ["manage-clients", "view-clients", "view-users"]);
  await expect(page.getByTestId("enableServiceAccounts")).toBeVisible();
  await expect(page.getByTestId("applyPreset")).toHaveCount(0);
});

test("an administrator who can't list clients sees which roles the list needs", async ({
  testBed,
  adminConsole,
  expectedResponses,
  page,
}) => {
  const visitor = await testBed.createAdministrator("visitor", ["query-clients"]);
  expectedResponses.push(refused);
  await adminConsole.openServiceAccounts(testBed, { visitor });
  await expect(page.getByTestId("accessDenied")).toContainText(
    "You lack view-clients and view-users.",
  );
  await assertWellMade(page);
});

// Such permissions came with 26.2.
if (isSince("26.2")) {
  test("with fine-grained admin permissions for one client, the tab says what is missing", async ({
    testBed,
    adminConsole,
    expectedResponses,
  }) => {
    const { api, realmPath } = testBed;
    const client = await testBed.createClient("api");
    const visitor = await testBed.createAdministrator("visitor", ["query-clients"]);
    await api.put(realmPath, { adminPermissionsEnabled: true });
    const [permissions] = await api.get<{ id: string }[]>(
      `${realmPath}/clients?clientId=admin-permissions`,
    );
    const resourceServer = `${realmPath}/clients/${permissions?.id}/authz/resource-server`;
    await api.post(`${resourceServer}/policy/user`, { name: "visitor", users: [visitor.userId] });
    const [policy] = await api
      .get<{ id: string }[]>(`${resourceServer}/policy/search?name=visitor`)
      .then((found) => [found].flat());
    await api.post(`${resourceServer}/permission/scope`, {
      name: "a single client",
      resourceType: "Clients",
      resources: [client.clientUuid],
      scopes: ["view"],
      policies: [policy?.id],
    });
    expectedResponses.push(refused);
    await adminConsole.openPresets(testBed, client, { visitor });
    await expect(adminConsole.panel).toContainText("you need view-clients and view-users");
  });
}

if (isSince("26.2")) {
  test(
    "with fine-grained admin permissions on, tab and list say that roles alone don't decide, and which policies name the client",
    long,
    async ({ testBed, adminConsole, page }) => {
      const { api, realm, realmPath } = testBed;
      const client = await testBed.createClient("api");
      const { userId } = await testBed.createUser("somebody");
      expect(await testBed.statusForClient(client, "GET", `/users/${userId}`)).toBe(403);
      await api.put(realmPath, { adminPermissionsEnabled: true });
      const { adminPermissionsClient } = await api.get<{ adminPermissionsClient: { id: string } }>(
        realmPath,
      );
      const path = `${realmPath}/clients/${client.clientUuid}/service-account-user`;
      const account = await api.get<{ id: string }>(path);
      const server = `${realmPath}/clients/${adminPermissionsClient.id}/authz/resource-server`;
      await api.post(`${server}/policy/user`, { name: "the program", users: [account.id] });
      const policies = await api.get<{ id: string }[]>(`${server}/policy?permission=false`);
      await api.post(`${server}/permission/scope`, {
        name: "see people",
        resourceType: "Users",
        resources: [],
        scopes: ["view"],
        policies: policies.map(({ id }) => id),
      });
      expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
      expect(await testBed.statusForClient(client, "GET", `/users/${userId}`)).toBe(200);

      await adminConsole.openPresets(testBed, client);
      await expect(page.getByTestId("finePermissions")).toContainText(
        "Fine-grained admin permissions are on in this realm",
      );
      await assertWellMade(page);
      await adminConsole.fillSearch("GET /users/{id}");
      await expect(adminConsole.answers.getByTestId("verdict-denied")).toHaveText(
        "Not allowed by its roles",
      );
      await adminConsole.fillSearch("");
      await adminConsole.clickCheckAccess();
      await expect(adminConsole.finding("roles")).toContainText("no call is allowed by roles");
      await page.getByTestId("fix-finePermissions").click();
      const dialog = page.getByTestId("policiesDialog");
      await expect(dialog).toContainText("the program names its service account.");
      await expect(dialog).toContainText("see people (Users)");
      await assertWellMade(page);
      await dialog.getByRole("link", { name: "see people" }).click();
      await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("see people");
      await page.goBack();
      await adminConsole.page.getByTestId("showPolicies").click();
      await dialog.getByRole("link", { name: "the program" }).click();
      await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("the program");
      await adminConsole.openServiceAccounts(testBed);
      await expect(page.getByTestId("finePermissions-on")).toContainText(realm);
    },
  );
}

if (refusesByBug) {
  test("an administrator affected by Keycloak's bug sees it, and the release with the fix", async ({
    testBed,
    adminConsole,
  }) => {
    const client = await testBed.createClient("api");
    await openAs(adminConsole, testBed, client, ["manage-users", "view-clients"]);
    await expect(adminConsole.page.getByTestId("rightsNotice")).toContainText(
      /26\.4\.7.*44371.*26\.4\.8/,
    );
    await expect(adminConsole.page.getByTestId("applyPreset")).toHaveCount(0);
  });
}
