import { serveNextRelease } from "./console/serve-next-release.ts";
import { expect, test } from "./test.ts";

test("where a release changed an applied preset, the tab says what is missing and what is left, and the list tells whom", async ({
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
  await adminConsole.assertState("Usage statistics", "1 role missing");
  await expect(notes).toHaveText([
    "Added to this preset in version 2.0.0 and missing here: query-groups.",
    "Taken out of this preset in version 2.0.0 and still mapped here: query-users.",
  ]);

  const list = await adminConsole.openServiceAccounts(testBed);
  await expect(list.finding("outdated")).toContainText(
    "1 service account holds a preset as it was before an upgrade",
  );

  await adminConsole.openPresets(testBed, client);
  await adminConsole.clickApplyPreset("Usage statistics");
  await adminConsole.assertState("Usage statistics", "Applied");
  await expect(notes).toHaveText([/^Taken out of this preset .* query-users\.$/]);
});
