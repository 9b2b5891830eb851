import { applyAndUndo, userLookup } from "../e2e/console/apply-and-undo.ts";
import { makeNextJar } from "./servers/make-next-jar.ts";
import { startCluster } from "./servers/start-cluster.ts";
import { expect, storyOn } from "./story-on.ts";

const test = storyOn(startCluster);

test.describe("Two nodes in a cluster on one PostgreSQL, behind nginx", () => {
  test("a preset is applied and undone", async ({ testBed, adminConsole, running }) => {
    expect(running.members()).toContain(2);
    await applyAndUndo(testBed, adminConsole, userLookup);
  });

  test("the JAR is upgraded on one node after the other while the tab is open", async ({
    testBed,
    adminConsole,
    page,
    running,
    folder,
    expectedResponses,
  }) => {
    const client = await testBed.createClient("api");
    const next = await makeNextJar(folder);
    const entryOnPage = () =>
      page.evaluate(() =>
        [...document.scripts]
          .map(({ src }) => src)
          .find((src) => src.includes("/service-account-presets/js/"))
          ?.replace(/.*\//, ""),
      );
    await adminConsole.openPresets(testBed, client);
    await expect(adminConsole.preset("User lookup")).toBeVisible();
    const before = await entryOnPage();

    // The first node has the new JAR, the second one the old; the page is of the old one.
    await running.upgrade(0, next.jarPath);
    await adminConsole.clickApplyPreset("User lookup");
    await adminConsole.assertState("User lookup", "Applied");
    expect(await testBed.statusForClient(client, "GET", "/users")).toBe(200);

    // No node has the old JAR any more.
    await running.upgrade(1, next.jarPath);
    await adminConsole.clickUndo();
    await adminConsole.assertNoState("User lookup");
    expectedResponses.push({ status: 404, path: "/service-account-presets/js/" });
    await adminConsole.clickConnect();
    await expect(page.getByTestId("partNotLoaded")).toContainText("Reload the page");
    await page.getByRole("button", { name: "Reload the page" }).click();
    await adminConsole.assertNoState("User lookup");
    expect(await entryOnPage()).toBe(next.entryName);
    expect(before).not.toBe(next.entryName);
    await adminConsole.clickConnect();
    await expect(adminConsole.connectDialog).toBeVisible();
  });
});
