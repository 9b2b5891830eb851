import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { root } from "../../tools/test/root.ts";
import type { TestClient } from "./realm/test-bed.ts";
import { runInShell } from "./run/run-in-shell.ts";
import { long } from "./run/whole-run.ts";
import { expect, test } from "./test.ts";

/** Runs an ES module where Keycloak's client is installed. */
async function runInNode(program: string, variables: Readonly<Record<string, string>>) {
  const words = ["--input-type=module", "--eval", program];
  const options = { cwd: root, env: { ...process.env, ...variables } };
  return (await promisify(execFile)(process.execPath, words, options)).stdout;
}

test("the example request is denied before the preset and succeeds after it", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api", {
    clientId: 'bill\'s "sync" $(x) `y` \\ <b> ä',
  });
  await testBed.createUser("ada");
  const secretReads: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/client-secret")) secretReads.push(request.method());
  });
  await adminConsole.openPresets(testBed, client);
  const variables = { CLIENT_SECRET: client.secret };
  const dialog = adminConsole.connectDialog;

  await adminConsole.clickConnect();
  await expect(dialog).toContainText("Access tokens live for 5 minutes, as set for the realm.");
  expect(await runInShell(await adminConsole.codeIn("curl"), { variables })).toContain("403");
  await expect(runInNode(await adminConsole.codeIn("TypeScript"), variables)).rejects.toThrow(
    "403",
  );
  await page.keyboard.press("Escape");
  await adminConsole.clickApplyPreset("User lookup");
  await adminConsole.assertState("User lookup", "Applied");

  await adminConsole.clickConnect();
  expect(await runInShell(await adminConsole.codeIn("curl"), { variables })).toContain("200 OK");
  const typeScript = await adminConsole.codeIn("TypeScript");
  expect(await runInNode(typeScript, variables)).toContain("ada@example.org");
  for (const language of ["Python (requests)", "Python (python-keycloak)", "Go", "Java"]) {
    expect(await adminConsole.codeIn(language)).toContain("CLIENT_SECRET");
  }

  // Nothing of it was the secret, which nobody asked for yet.
  expect(secretReads).toEqual([]);
  await expect(page.getByTestId("connectSecret")).toHaveValue("•".repeat(16));
  await page.getByTestId("showSecret").click();
  await expect(page.getByTestId("connectSecret")).toHaveValue(client.secret);
  await page.getByTestId("showSecret").click();
  await expect(page.getByTestId("connectSecret")).toHaveValue("•".repeat(16));
  await page.getByLabel("Include the secret").check();
  expect(await runInShell(await adminConsole.codeIn("curl"))).toContain("200 OK");
  expect(secretReads).toEqual(["GET"]);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByTestId("connectSecret-copy").click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(client.secret);

  await page.getByRole("link", { name: "Change it on the tab Credentials" }).click();
  await expect(dialog).toHaveCount(0);
  const { realm, clientUuid } = { ...testBed, ...client };
  await expect(page).toHaveURL(adminConsole.addressOf({ realm, clientUuid, tab: "credentials" }));
});

test(
  "ways of signing in without a secret are distinguished, with what doesn't work",
  long,
  async ({ testBed, adminConsole, page }) => {
    const { api, realmPath } = testBed;
    const dialog = adminConsole.connectDialog;
    const open = async (client: TestClient) => {
      await adminConsole.openPresets(testBed, client);
      await adminConsole.clickConnect();
    };
    const createWith = (clientAuthenticatorType: string) =>
      testBed.createClient("api", { clientId: clientAuthenticatorType, clientAuthenticatorType });

    const signing = await createWith("client-jwt");
    await open(signing);
    await expect(dialog).toContainText("a JWT signed with its own private key");
    expect(await page.getByTestId("connectCode").inputValue()).toContain("client_assertion");
    await expect(page.getByTestId("connectSecret")).toHaveCount(0);

    await open(await createWith("client-x509"));
    await expect(dialog).toContainText("a TLS client certificate");
    await expect(page.getByTestId("noCallCode")).toContainText("a client certificate needs HTTPS");
    await expect(page.getByTestId("connectCode")).toHaveCount(0);

    const shared = await createWith("client-secret-jwt");
    await testBed.grant(shared, { "realm-management": ["view-users", "query-users"] });
    await open(shared);
    const ofSecretJwt = await page.getByTestId("connectCode").inputValue();
    const variables = { CLIENT_SECRET: shared.secret };
    expect(await runInShell(ofSecretJwt, { variables })).toContain("200 OK");

    const path = `${realmPath}/clients/${signing.clientUuid}`;
    const settings = {
      enabled: false,
      clientAuthenticatorType: "client-secret",
      // As where it was taken away by a file that names none.
      secret: "",
      serviceAccountsEnabled: true,
      attributes: { "access.token.lifespan": "90" },
    };
    await api.put(path, { clientId: signing.clientId, ...settings });
    await open(signing);
    await expect(dialog).toContainText("Calls are denied. The client is disabled");
    await expect(dialog).toContainText("for 90 seconds, as set for this client");
    await page.getByTestId("showSecret").click();
    await expect(page.getByTestId("secretProblem")).toContainText(
      "The client has no secret yet. Create one on the tab Credentials.",
    );
  },
);

test("a link to a preset shows it and changes nothing", async ({ testBed, adminConsole, page }) => {
  const client = await testBed.createClient("api");
  const writes: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET" && request.url().includes("/admin/realms/")) {
      writes.push(request.url());
    }
  });
  const { realm } = testBed;
  const { clientUuid } = client;
  await adminConsole.openPresets(testBed, client, { preset: "event-reader" });
  const row = adminConsole.preset("Event reader");
  await expect(row).toContainText("List user events");
  await expect(row).toBeInViewport();
  // A bar of tabs that grows narrower scrolls to its open tab, and does not take the page along.
  await page.setViewportSize({ width: 900, height: 900 });
  await expect(adminConsole.scrollButton).toBeVisible();
  await expect(row).toBeInViewport();

  // The row has its own address, to be put into a ticket; pasted here, another one shows its row.
  const address = row.getByRole("link", { name: "?preset=event-reader" });
  expect(await address.getAttribute("href")).toBe(page.url());
  await page.goto(adminConsole.addressOfPresets({ realm, clientUuid, preset: "user-lookup" }));
  await expect(adminConsole.preset("User lookup")).toContainText("List or search users");
  await expect(row).not.toContainText("List user events");

  await page.goto(adminConsole.addressOfPresets({ realm, clientUuid, preset: "<b>gone</b>" }));
  await expect(page.getByTestId("unknownPreset")).toContainText("an unknown preset: <b>gone</b>");
  expect(writes).toEqual([]);
  expect(await testBed.rolesHeldBy(client)).toEqual([testBed.defaultRole]);
});
