import { expect, test } from "./test.ts";

test("full scope is turned off at its finding, calls stay allowed, and Undo restores it", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const program = await testBed.createClient("api", {
    clientId: "nightly",
    fullScopeAllowed: true,
  });
  await testBed.grant(program, { "realm-management": ["view-users"] });
  const portal = await testBed.createClient("api", {
    clientId: "portal",
    fullScopeAllowed: true,
    standardFlowEnabled: true,
  });
  await testBed.grant(portal, { "realm-management": ["view-events"] });
  const list = await adminConsole.openServiceAccounts(testBed);
  await list.waitUntilRead();
  await page.getByTestId("toggleFindings").click();
  const finding = list.finding("unready");
  await expect(finding).toContainText("aren't ready for Keycloak 26.8 or 27");
  await finding.getByTestId("remedy").click();
  const dialog = page.getByTestId("fullScopeDialog");
  const [ofProgram, ofPortal] = ["nightly", "portal"].map((id) =>
    dialog.getByTestId(`fullScope-${id}`),
  );
  await expect(dialog.getByTestId("fullScopeState")).toContainText(
    "1 of 2 clients will be changed",
  );
  await expect(ofProgram ?? dialog).toContainText("realm-management: view-users");
  await expect(ofProgram ?? dialog).toContainText("Its tokens lose nothing.");
  // People sign in with the other one: it is left out.
  await expect(ofPortal ?? dialog).toHaveAttribute("data-state", "left");
  await page.getByTestId("confirmFullScope").click();
  await expect(ofProgram ?? dialog).toHaveAttribute("data-state", "off");
  expect(await testBed.statusForClient(program, "GET", "/users")).toBe(200);
  await page.getByTestId("undoFullScope").click();
  await expect(ofProgram ?? dialog).toHaveAttribute("data-state", "on");
  expect(await testBed.statusForClient(program, "GET", "/users")).toBe(200);
  await page.getByTestId("closeFullScope").click();
  await list.waitUntilRead();
  await expect(list.finding("unready")).toContainText("2 service accounts");
});
