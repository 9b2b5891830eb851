import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import type { Locator } from "@playwright/test";
import { assertWellMade } from "./console/assert-well-made.ts";
import { NewClient } from "./console/new-client.ts";
import { otherRealmsEnd } from "./page-watch/expected-response.ts";
import type { TestBed } from "./realm/test-bed.ts";
import { runInShell } from "./run/run-in-shell.ts";
import { long } from "./run/whole-run.ts";
import { expect, test } from "./test.ts";

async function findClient({ api, realmPath }: TestBed, clientId: string) {
  const path = `${realmPath}/clients?clientId=${encodeURIComponent(clientId)}`;
  return (await api.get<ClientRepresentation[]>(path)).at(0);
}

test("the guide's whole story in one dialog: client, secret, roles, call, with 6 clicks", async ({
  testBed,
  adminConsole,
  page,
}) => {
  await adminConsole.openClients(testBed);
  await expect(adminConsole.serviceAccountsTab).toBeVisible();
  let clicks = 0;
  await page.exposeFunction("countClick", () => {
    clicks += 1;
  });
  await page.evaluate(() =>
    // A click on a label is one at its button too.
    window.addEventListener("pointerdown", () => Reflect.get(window, "countClick")(), true),
  );

  await adminConsole.serviceAccountsTab.click();
  const dialog = new NewClient(page);
  await dialog.open();
  await dialog.chooseJob("Look up users");
  await expect(page.getByTestId("chosenPresets")).toContainText("Reads all personal data");
  await dialog.fillClientId("billing sync's");
  await expect(dialog.verdict).toContainText("Available");
  await dialog.create();
  await expect(dialog.power).toContainText(
    `billing sync's can read users and groups of realm ${testBed.realm}.`,
  );
  await expect(dialog.power).toContainText("It can't change anything.");
  await page.getByTestId("fix-call").click();
  await expect(page.getByTestId("check-call")).toContainText("answered 200");
  expect(clicks).toBeLessThanOrEqual(6);

  expect(await page.getByTestId("newClientCall").inputValue()).toContain("$CLIENT_SECRET");
  expect(await runInShell(await dialog.call())).toContain("200 OK");
  const found = await findClient(testBed, "billing sync's");
  expect(found).toMatchObject({
    publicClient: false,
    serviceAccountsEnabled: true,
    standardFlowEnabled: false,
    implicitFlowEnabled: false,
    directAccessGrantsEnabled: false,
    fullScopeAllowed: false,
    clientAuthenticatorType: "client-secret",
    redirectUris: [],
  });
  const client = {
    clientId: "billing sync's",
    clientUuid: found?.id ?? "",
    secret: await dialog.secret(),
  };
  expect(await testBed.rolesHeldBy(client)).toEqual([
    testBed.defaultRole,
    "realm-management/query-users",
    "realm-management/view-users",
  ]);
  expect(await testBed.statusForClient(client, "GET", "/events")).toBe(403);

  await dialog.close();
  const list = adminConsole.serviceAccountList;
  await expect(page.getByTestId("createdToast")).toContainText(
    "billing sync's created with User lookup.",
  );
  await expect(list.row("billing sync's")).toContainText("User lookup");
  await expect(list.row("billing sync's").getByRole("link")).toBeFocused();
  // The console's own list, which was read before, has it too.
  await page.getByRole("tab", { name: "Clients list" }).click();
  await expect(page.getByRole("link", { name: "billing sync's" })).toBeVisible();
});

test("the key of a client that signs is generated in the browser, and the server never gets the private key", async ({
  testBed,
  adminConsole,
  page,
}) => {
  await adminConsole.openServiceAccounts(testBed);
  const dialog = new NewClient(page);
  await dialog.open();
  await dialog.choosePresets("Event reader");
  await dialog.fillClientId('signing "one"');
  await dialog.chooseCredential("Signed JWT, new key");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.postData() ?? ""));
  await dialog.create();
  await expect(dialog.done).toBeVisible();
  await page.getByTestId("fix-call").click();
  await expect(page.getByTestId("check-call")).toContainText("answered 200");
  const { name, text: key } = await dialog.downloadKey();
  expect(name).toBe("signing-one-private-key.pem");
  expect(key).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  const output = await runInShell(await dialog.call(), { files: { [name]: key } });
  expect(output).toContain("200 OK");
  const [, line = ""] = key.split("\n");
  expect(sent.some((body) => body.includes(line))).toBe(false);
  const found = await findClient(testBed, 'signing "one"');
  expect(found?.clientAuthenticatorType).toBe("client-jwt");
  expect(Object.keys(found?.attributes ?? {})).not.toContain("jwt.credential.private.key");
});

test("a client ID is checked while it is typed", async ({ testBed, adminConsole, page }) => {
  await testBed.createClient("api", { clientId: "Billing" });
  await adminConsole.openServiceAccounts(testBed);
  const dialog = new NewClient(page);
  await dialog.open();
  await dialog.skipPresets();
  await expect(dialog.createButton).toHaveAttribute("aria-disabled", "true");
  for (const [clientId, verdict] of [
    ["Billing", "This client ID is taken"],
    // Its service account would have the same name.
    ["billing", "This client ID is taken"],
    [" billing2", "can't begin or end with a space"],
    ["x".repeat(240), "at most 239 characters"],
  ] as const) {
    await dialog.fillClientId(clientId);
    await expect(dialog.verdict).toContainText(verdict);
    await expect(dialog.createButton).toHaveAttribute("aria-disabled", "true");
  }
  await dialog.fillClientId("x".repeat(239));
  await expect(dialog.verdict).toContainText("Available");
  await dialog.chooseCredential("Signed JWT, keys at an address");
  await expect(dialog.createButton).toHaveAttribute("aria-disabled", "true");
  await page.getByTestId("newClientJwksUrl").fill("https://program.example.org/jwks");
  await dialog.create();
  await expect(dialog.power).toContainText("can't call the Admin API");
  await expect(page.getByTestId("newClientSecret")).toHaveCount(0);
  const found = await findClient(testBed, "x".repeat(239));
  expect(found?.attributes).toMatchObject({
    "use.jwks.url": "true",
    "jwks.url": "https://program.example.org/jwks",
  });
});

for (const wayOut of ["continue", "undo"] as const) {
  test(`if a step fails, the dialog says what was created: ${wayOut}`, async ({
    testBed,
    adminConsole,
    page,
    expectedResponses,
  }) => {
    await adminConsole.openServiceAccounts(testBed);
    const dialog = new NewClient(page);
    await dialog.open();
    await dialog.choosePresets("Event reader");
    await dialog.fillClientId("stopped");
    expectedResponses.push({ status: 500, path: "/scope-mappings/" });
    let isBroken = true;
    await page.route(/\/scope-mappings\//, (route) =>
      isBroken && route.request().method() === "POST"
        ? route.fulfill({ status: 500, body: "{}" })
        : route.fallback(),
    );
    await dialog.create();
    await expect(adminConsole.problem).toContainText("The server failed (500)");
    await expect(dialog.lines).toHaveText([
      /^Client stopped exists/,
      "view-events is assigned",
      "view-events is not in the client's scope",
    ]);
    isBroken = false;
    if (wayOut === "continue") {
      await page.getByTestId("continueNewClient").click();
      await expect(dialog.done).toBeVisible();
      expect(await runInShell(await dialog.call())).toContain("200 OK");
    } else {
      await page.getByTestId("undoNewClient").click();
      await expect(dialog.createButton).toBeVisible();
      expect(await findClient(testBed, "stopped")).toBeUndefined();
      // What was wanted is still there, and works now.
      await dialog.create();
      await expect(dialog.done).toBeVisible();
    }
  });
}

test("a client whose creation was not answered is found and completed", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  await adminConsole.openServiceAccounts(testBed);
  const dialog = new NewClient(page);
  await dialog.open();
  await dialog.choosePresets("Event reader");
  await dialog.fillClientId("unanswered");
  expectedResponses.push({ status: "none", path: /\/clients\/?$/ });
  await page.route(/\/clients\/?$/, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    return route.abort();
  });
  await dialog.create();
  await expect(dialog.done).toBeVisible();
  expect(await runInShell(await dialog.call())).toContain("200 OK");
});

test("an administrator who can't grant roles sees that first, and can create a client without them", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  const roles = ["manage-clients", "view-clients", "view-users"];
  const visitor = await testBed.createAdministrator("visitor", roles);
  // What the list asks and this administrator may not see.
  expectedResponses.push({ status: 403, path: /\/(roles|events)(\/config)?$/ });
  await adminConsole.openServiceAccounts(testBed, { visitor });
  const dialog = new NewClient(page);
  await dialog.open();
  await expect(page.getByTestId("newClientLacking")).toContainText("manage-users");
  for (const radio of await dialog.jobs.getByRole("radio").all())
    await expect(radio).toBeDisabled();
  await expect(page.getByTestId("choice-event-reader")).toContainText(
    "You can't grant view-events",
  );
  await assertWellMade(page);
  await dialog.skipPresets();
  await dialog.fillClientId("without-roles");
  await dialog.create();
  await expect(dialog.done).toBeVisible();
  expect(await findClient(testBed, "without-roles")).toBeDefined();
});

test("who can't create clients finds the button disabled, with the reason", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  const visitor = await testBed.createAdministrator("reader", ["view-clients", "view-users"]);
  expectedResponses.push({ status: 403, path: /\/(roles|events)(\/config)?$/ });
  const list = await adminConsole.openServiceAccounts(testBed, { visitor });
  await list.waitUntilRead();
  const button = page.getByTestId("newClient");
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(button).toHaveAccessibleDescription(/needs manage-clients/);
  await assertWellMade(page);
});

test("a client is created by the keyboard alone, and the keyboard is then at its row", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const list = await adminConsole.openServiceAccounts(testBed);
  await list.waitUntilRead();
  const dialog = new NewClient(page);
  const goTo = async (target: Locator) => {
    await expect(async () => {
      await page.keyboard.press("Tab");
      await expect(target).toBeFocused({ timeout: 50 });
    }).toPass({ intervals: [0] });
  };
  await page.getByTestId("readAgain").focus();
  await goTo(page.getByTestId("newClient"));
  await page.keyboard.press("Enter");
  const jobs = dialog.jobs.getByRole("radio");
  await goTo(jobs.first());
  await expect(jobs.first()).not.toBeChecked();
  await page.keyboard.press("Space");
  await expect(jobs.first()).toBeChecked();
  await page.keyboard.press("ArrowRight");
  await expect(dialog.jobs.getByRole("radio", { name: "Manage users" })).toBeChecked();
  await page.keyboard.press("ArrowLeft");
  await expect(jobs.first()).toBeChecked();
  await goTo(dialog.nextButton);
  await page.keyboard.press("Enter");
  await expect(dialog.clientIdField).toBeFocused();
  await page.keyboard.type("keyboard");
  await expect(dialog.createButton).toHaveAttribute("aria-disabled", "false");
  await page.keyboard.press("Enter");
  await expect(dialog.power).toContainText("It can't change anything.");
  await goTo(page.getByTestId("showSecret"));
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("newClientSecret")).not.toHaveValue(/•/);
  await page.keyboard.press("Escape");
  await expect(list.row("keyboard").getByRole("link")).toBeFocused();
});

test(
  "a private key isn't lost by closing the dialog, by Back, or by leaving the page",
  long,
  async ({ testBed, adminConsole, page }) => {
    await adminConsole.openServiceAccounts(testBed);
    await page.getByRole("tab", { name: "Clients list" }).click();
    await adminConsole.serviceAccountsTab.click();
    const dialog = new NewClient(page);
    await dialog.open();
    await dialog.choosePresets("Event reader");
    await dialog.fillClientId("signer");
    await dialog.chooseCredential("Signed JWT, new key");
    await dialog.create();
    await expect(dialog.done).toBeVisible();
    const asked = page.waitForEvent("dialog");
    await page.close({ runBeforeUnload: true });
    expect((await asked).type()).toBe("beforeunload");
    await (await asked).dismiss();

    await page.keyboard.press("Escape");
    await expect(dialog.keyNotSaved).toContainText("exists only in this dialog");
    await assertWellMade(page);
    for (const _ of ["once", "again"]) {
      await page.getByTestId("backToKey").click();
      await expect(dialog.keyNotSaved).toHaveCount(0);
      await page.goBack();
      await expect(dialog.keyNotSaved).toBeVisible();
      await assertWellMade(page);
    }
    await page.getByTestId("backToKey").click();
    await dialog.downloadKey();
    await dialog.close();
    await expect(dialog.dialog).toHaveCount(0);
    await expect(page.getByTestId("createdToast")).toContainText(
      "signer created with Event reader.",
    );
    // The key is saved: Back leads where the person came from.
    await page.goBack();
    await expect(page).toHaveURL(/\/clients\/list$/);
    // The console's own list reloads, because it doesn't have the new client yet.
    await expect(page.getByRole("link", { name: "signer" })).toBeVisible();
  },
);

test("calls that a program makes lead to the preset that does least harm", async ({
  testBed,
  adminConsole,
  page,
}) => {
  await adminConsole.openServiceAccounts(testBed);
  const dialog = new NewClient(page);
  await dialog.open();
  await expect(dialog.nextButton).toHaveAttribute("aria-disabled", "true");
  await dialog.pasteCalls(
    [
      "curl -H 'Authorization: Bearer x' 'https://sso.example.org/admin/realms/shop/users?search=ada'",
      "GET /admin/realms/shop/users/8f6c/groups 403",
    ].join("\n"),
  );
  await expect(page.getByTestId("pastedAnswer")).toContainText("2 calls found");
  await expect(dialog.recommended).toContainText("User lookup");
  await expect(page.getByTestId("alsoSufficient")).toContainText("User management");
  await assertWellMade(page);
  await dialog.recommended
    .getByRole("radio", { name: "User lookup", exact: true })
    .check({ force: true });
  await dialog.goToDetails();
  await expect(page.getByTestId("chosenPresets")).toContainText("User lookup");
});

test(
  "a client of master is created for the chosen realm and found in all realms",
  long,
  async ({ testBed, adminConsole, page, expectedResponses }) => {
    const { api, realm } = testBed;
    const clientId = `of-${realm}`;
    expectedResponses.push(...otherRealmsEnd(realm));
    await testBed.grant(await testBed.createClient("api"), { "realm-management": ["view-users"] });
    const list = await adminConsole.openServiceAccounts({ realm: "master" });
    const dialog = new NewClient(page);
    try {
      await dialog.open();
      await adminConsole.chooseRealm(realm);
      await dialog.choosePresets("Event reader");
      await dialog.fillClientId(clientId);
      await dialog.create();
      await expect(dialog.power).toContainText(`${clientId} can read events of realm ${realm}.`);
      expect(await runInShell(await dialog.call())).toContain("200 OK");
      await dialog.close();

      await list.waitUntilRead();
      await list.lookAtAllRealms();
      await list.search(realm);
      await expect(list.cell(clientId, "Realm").getByText(realm)).toBeVisible();
      await expect(list.row("api-client")).toContainText("User lookup");
      await expect(list.row(clientId).filter({ hasText: "Event reader" })).toHaveCount(1);
    } finally {
      const path = `/admin/realms/master/clients?clientId=${clientId}`;
      for (const { id } of await api.get<{ id: string }[]>(path)) {
        await api.delete(`/admin/realms/master/clients/${id}`);
      }
    }
  },
);
