import { applyAndUndo, organizationManagement, userLookup } from "../e2e/console/apply-and-undo.ts";
import { startProduction } from "./servers/start-production.ts";
import { expect, storyOn } from "./story-on.ts";

const test = storyOn(startProduction);

test.describe("kc.sh build, then start --optimized, on PostgreSQL", () => {
  test("a preset is applied and undone", async ({ testBed, adminConsole }) => {
    await applyAndUndo(testBed, adminConsole, userLookup);
  });

  test("a preset with several roles is applied and undone", async ({ testBed, adminConsole }) => {
    await testBed.enableOrganizations();
    await applyAndUndo(testBed, adminConsole, organizationManagement);
  });

  test("the browser caches scripts and doesn't request them again", async ({
    testBed,
    adminConsole,
    page,
  }) => {
    const { clientUuid } = await testBed.createClient("api");
    await adminConsole.openPresets(testBed, { clientUuid });
    await expect(adminConsole.preset("User lookup")).toBeVisible();
    await page.reload();
    await expect(adminConsole.preset("User lookup")).toBeVisible();
    const ofTheme = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter(({ name }) => name.includes("/admin/service-account-presets/"))
        .map((entry) => ({
          name: entry.name,
          sent: entry instanceof PerformanceResourceTiming ? entry.transferSize : undefined,
        })),
    );
    expect(ofTheme.length).toBeGreaterThan(2);
    expect(ofTheme.filter(({ sent }) => sent !== 0)).toEqual([]);
  });

  // The last one: the server has no JAR after it.
  test("after removal in the documented order the console works as before, and applied presets stay", async ({
    testBed,
    adminConsole,
    page,
    running,
  }) => {
    const client = await testBed.createClient("api");
    await adminConsole.openPresets(testBed, client);
    await adminConsole.clickApplyPreset("User lookup");
    await adminConsole.assertState("User lookup", "Applied");
    await page.goto("about:blank");
    await running.removeJar();
    // The realm still names our theme, which the server no longer has.
    await adminConsole.openClient(testBed, client);
    await expect(adminConsole.stockServiceAccountTab).toBeVisible();
    await expect(adminConsole.presetsTab).toHaveCount(0);
    expect(await testBed.statusForClient(client, "GET", "/users")).toBe(200);
  });
});
