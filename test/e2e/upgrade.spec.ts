import { serveNextRelease } from "./console/serve-next-release.ts";
import { expect, test } from "./test.ts";

test("if a release changed an applied preset, the tab names missing and leftover roles, and the list names the accounts", async ({
  testBed,
  adminConsole,
  page,
}) => {
  const client = await testBed.createClient("api");
  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickApplyPreset("Usage statistics");
  await adminConsole.assertState("Usage statistics", "Applied");
  const notes = adminConsole.preset("Usage statistics").getByTestId("upgradeNote");
  await expect(notes).toHaveCount(0);

  await serveNextRelease(page, "src/catalog/presets/presets.ts", (source) =>
    source.replace(
      '{ id: "usage-statistics", group: "users", roles: admin("view-realm", "query-users") }',
      `{
        id: "usage-statistics",
        group: "users",
        roles: admin("view-realm", "query-groups"),
        formerly: [{ changedIn: "2.0.0", roles: admin("view-realm", "query-users") }],
      }`,
    ),
  );
  await page.reload();
  await adminConsole.assertState("Usage statistics", "1 of 2 roles held");
  await expect(notes).toHaveText([
    "Added to this preset in version 2.0.0, but not assigned here: query-groups.",
    "Removed from this preset in version 2.0.0, but still assigned here: query-users.",
  ]);

  const list = await adminConsole.openServiceAccounts(testBed);
  await expect(list.finding("outdated")).toContainText(
    "1 service account holds a preset as it was before a change",
  );

  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickApplyPreset("Usage statistics");
  await adminConsole.assertState("Usage statistics", "Applied");
  await expect(notes).toHaveText([/^Removed from this preset .* query-users\.$/]);
});
