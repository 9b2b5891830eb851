import { applyAndUndo, userLookup } from "../e2e/console/apply-and-undo.ts";
import { consoleHost } from "../e2e/servers/split-hosts.ts";
import { startOne } from "./servers/start-one.ts";
import { expect, storyOn } from "./story-on.ts";

const test = storyOn((surroundings) => startOne(surroundings, { host: consoleHost }));

test.describe("Plain http on a host other than localhost", () => {
  test("a preset is applied and undone", async ({ testBed, adminConsole, page }) => {
    await applyAndUndo(testBed, adminConsole, userLookup);
    // What a page that came over plain http lacks, and this story is about.
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
  });

  test("an export is copied without the clipboard API", async ({ testBed, adminConsole, page }) => {
    const { clientUuid } = await testBed.createClient("api");
    await adminConsole.openPresets(testBed, { clientUuid });
    await adminConsole.clickExport();
    await adminConsole.exportText("Ansible", "User lookup");
    await page.getByTestId("exportText-copy").click();
    await expect(page.getByTestId("exportText-copy")).toHaveText("Copied");
    await page.keyboard.press("Escape");
    await adminConsole.searchField.click();
    await page.keyboard.press("Control+V");
    await expect(adminConsole.searchField).toHaveValue(/view-users/);
  });
});
