import type ClientRepresentation from "@keycloak/keycloak-admin-client/lib/defs/clientRepresentation.js";
import { NewClient } from "./console/new-client.ts";
import type { TestBed } from "./realm/test-bed.ts";
import { runInShell } from "./run/run-in-shell.ts";
import { isSince } from "./servers/tested-version.ts";
import { expect, test } from "./test.ts";

async function findClient({ api, realmPath }: TestBed, clientId: string) {
  const path = `${realmPath}/clients?clientId=${encodeURIComponent(clientId)}`;
  return (await api.get<ClientRepresentation[]>(path)).at(0);
}

test("the guide's whole story in one dialog: client, secret, roles, call, with 8 clicks", async ({
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
    window.addEventListener("click", () => Reflect.get(window, "countClick")(), true),
  );

  await adminConsole.serviceAccountsTab.click();
  const dialog = new NewClient(page);
  await dialog.open();
  await dialog.fillClientId("billing sync's");
  await expect(dialog.verdict).toContainText("Free");
  await dialog.choosePresets("User lookup");
  await expect(page.getByTestId("chosenPresets")).toContainText("Reads all personal data");
  await dialog.create();
  await expect(dialog.done).toContainText("It may do what User lookup allows");
  await page.getByTestId("fix-call").click();
  await expect(page.getByTestId("check-call")).toContainText("answered 200");
  expect(clicks).toBeLessThanOrEqual(8);

  expect(await runInShell(await dialog.textOf("Call"))).toContain("200 OK");
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
    secret: await dialog.textOf("Secret"),
  };
  expect(await testBed.rolesHeldBy(client)).toEqual([
    testBed.defaultRole,
    "realm-management/query-users",
    "realm-management/view-users",
  ]);
  expect(await testBed.statusForClient(client, "GET", "/events")).toBe(403);

  await dialog.close();
  const list = adminConsole.serviceAccountList;
  await expect(list.row("billing sync's")).toContainText("User lookup");
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
  await dialog.fillClientId('signing "one"');
  await dialog.choosePresets("Event reader");
  await dialog.chooseCredential("Signed JWT, new key");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.postData() ?? ""));
  await dialog.create();
  await expect(dialog.done).toBeVisible();
  await page.getByTestId("fix-call").click();
  await expect(page.getByTestId("check-call")).toContainText("answered 200");
  const key = await dialog.textOf("Key");
  expect(key).toMatch(/^-----BEGIN PRIVATE KEY-----\n/);
  const output = await runInShell(await dialog.textOf("Call"), {
    files: { "private-key.pem": key },
  });
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
  await expect(dialog.createButton).toHaveAttribute("aria-disabled", "true");
  for (const [clientId, verdict] of [
    ["Billing", "There is a client of this name already"],
    // Its service account would have the same name.
    ["billing", "There is a client of this name already"],
    [" billing2", "begins or ends with a space"],
    ["x".repeat(240), "At most 239 characters"],
  ] as const) {
    await dialog.fillClientId(clientId);
    await expect(dialog.verdict).toContainText(verdict);
    await expect(dialog.createButton).toHaveAttribute("aria-disabled", "true");
  }
  await dialog.fillClientId("x".repeat(239));
  await expect(dialog.verdict).toContainText("Free");
  await dialog.chooseCredential("Signed JWT, keys at an address");
  await expect(dialog.createButton).toHaveAttribute("aria-disabled", "true");
  await page.getByTestId("newClientJwksUrl").fill("https://program.example.org/jwks");
  await dialog.create();
  await expect(dialog.done).toContainText("It may do nothing yet");
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
    await dialog.fillClientId("stopped");
    await dialog.choosePresets("Event reader");
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
      /^The client stopped is there/,
      "view-events is assigned",
      "view-events is not in the client's scope",
    ]);
    isBroken = false;
    if (wayOut === "continue") {
      await page.getByTestId("continueNewClient").click();
      await expect(dialog.done).toBeVisible();
      expect(await runInShell(await dialog.textOf("Call"))).toContain("200 OK");
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
  await dialog.fillClientId("unanswered");
  await dialog.choosePresets("Event reader");
  expectedResponses.push({ status: "none", path: /\/clients\/?$/ });
  await page.route(/\/clients\/?$/, async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await route.fetch();
    return route.abort();
  });
  await dialog.create();
  await expect(dialog.done).toBeVisible();
  expect(await runInShell(await dialog.textOf("Call"))).toContain("200 OK");
});

test("an administrator who can't grant roles is warned first and can delete the new client", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  const roles = ["manage-clients", "view-clients", "view-users"];
  const visitor = await testBed.createAdministrator("visitor", roles);
  // What the list asks and this administrator may not see.
  expectedResponses.push({ status: 403, path: /\/(roles|events)(\/config)?$/ });
  // Up to 26.4 realm roles may be listed, and composite ones not be looked into.
  if (!isSince("26.5")) expectedResponses.push({ status: 403, path: "/composites/" });
  await adminConsole.openServiceAccounts(testBed, { visitor });
  const dialog = new NewClient(page);
  await dialog.open();
  await expect(page.getByTestId("newClientLacking")).toContainText("manage-users");
  await dialog.fillClientId("refused");
  await dialog.choosePresets("Event reader");
  await dialog.create();
  await expect(adminConsole.problem).toContainText("You may not give it");
  await expect(adminConsole.problem).toContainText("view-events");
  await page.getByTestId("undoNewClient").click();
  await expect(dialog.createButton).toBeVisible();
  expect(await findClient(testBed, "refused")).toBeUndefined();
});

test("a client of master is created for the chosen realm and found in all realms", async ({
  testBed,
  adminConsole,
  page,
  expectedResponses,
}) => {
  const { api, realm } = testBed;
  const clientId = `of-${realm}`;
  // Realms of other stories end while all realms are read.
  const otherRealm = new RegExp(`/admin/realms/(?!${realm}/)`);
  expectedResponses.push({ status: 404, path: otherRealm });
  await testBed.grant(await testBed.createClient("api"), { "realm-management": ["view-users"] });
  const list = await adminConsole.openServiceAccounts({ realm: "master" });
  const dialog = new NewClient(page);
  try {
    await dialog.open();
    await dialog.fillClientId(clientId);
    await adminConsole.chooseRealm(realm);
    await dialog.choosePresets("Event reader");
    await dialog.create();
    await expect(dialog.done).toBeVisible();
    expect(await runInShell(await dialog.textOf("Call"))).toContain("200 OK");
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
});
