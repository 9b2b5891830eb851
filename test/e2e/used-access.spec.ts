import { assertWellMade } from "./console/assert-well-made.ts";
import { expect, test } from "./test.ts";

test("a realm admin is replaced by the preset that its events ask for, and its writes work on", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const { api, realmPath, server } = testBed;
  await api.put(realmPath, { adminEventsEnabled: true });
  const client = await testBed.createClient("api");
  await testBed.grant(client, { "realm-management": ["realm-admin"] });
  const changeUsers = async (username: string) => {
    const token = await testBed.tokenOf(client);
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const users = `${server.apiUrl}${realmPath}/users`;
    const created = await fetch(users, {
      ...{ method: "POST", headers },
      body: JSON.stringify({ username }),
    });
    const user = created.headers.get("location") ?? "";
    const deleted = await fetch(user, { method: "DELETE", headers });
    return [created.status, deleted.status];
  };
  expect(await changeUsers("first")).toEqual([201, 204]);

  await adminConsole.openPresets(testBed, client);
  const used = page.getByTestId("usedAccess");
  await used.getByRole("button", { name: "Used access" }).click();
  await expect(used).toContainText(
    /In the last 90 days, admin events record 2 different calls\..*Covered by User management\./,
  );
  await expect(used).toContainText("Reads leave no event.");
  await assertWellMade(page);
  await used.getByRole("button", { name: "Replace access…" }).click();
  await adminConsole.clickConfirm();
  await adminConsole.assertState("User management", "Applied");
  expect(await testBed.rolesHeldBy(client)).toEqual([
    testBed.defaultRole,
    "realm-management/manage-users",
  ]);
  expect(await changeUsers("second")).toEqual([201, 204]);
  expect(await testBed.statusForClient(client, "GET", "/clients")).toBe(403);

  await adminConsole.openServiceAccounts(testBed);
  await page.getByTestId("listActions").click();
  await page.getByRole("menuitem", { name: "Check use" }).click();
  await expect(page.getByTestId("realmUse")).toContainText(
    "the last write of each service account is known since",
  );
});
