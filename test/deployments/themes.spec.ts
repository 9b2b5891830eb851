import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { bundleScripts } from "../../tools/build/bundle-scripts.ts";
import { packJar } from "../../tools/build/pack-jar.ts";
import { readThemeFiles } from "../../tools/build/read-theme-files.ts";
import { root } from "../../tools/test/root.ts";
import {
  applyAndUndo,
  applyAndUndoAtOwnConsole,
  userLookup,
} from "../e2e/console/apply-and-undo.ts";
import { startOne } from "./servers/start-one.ts";
import { expect, type Started, type Surroundings, storyOn } from "./story-on.ts";

const themes = join(import.meta.dirname, "themes");

/** Starts a server with own themes, and a JAR that was built above one of them. */
async function startWithThemes(surroundings: Surroundings): Promise<Started> {
  const jarPath = join(surroundings.folder, "above-my-theme.jar");
  const files = await readThemeFiles(root, await bundleScripts(root), "my-theme");
  await writeFile(jarPath, packJar(files));
  return startOne(surroundings, { themes, providers: [jarPath] });
}

const propertyOf = (page: Page, property: string) =>
  page.evaluate(
    (name) => getComputedStyle(document.documentElement).getPropertyValue(name),
    property,
  );

const test = storyOn(startWithThemes);

test.describe("An own theme below ours: npm run build -- --parent my-theme", () => {
  test("a preset is applied and undone, and the own theme's styles are there", async ({
    testBed,
    adminConsole,
    page,
  }) => {
    await applyAndUndo(testBed, adminConsole, userLookup);
    expect(await propertyOf(page, "--my-theme")).toBe('"here"');
  });
});

test.describe("An own theme above ours: parent=service-account-presets", () => {
  test("a preset is applied and undone, and the own theme's styles are there", async ({
    testBed,
    adminConsole,
    page,
  }) => {
    const { api, realmPath } = testBed;
    await api.put(realmPath, { adminTheme: "child-theme" });
    await applyAndUndoAtOwnConsole(testBed, adminConsole, userLookup);
    expect(await propertyOf(page, "--child-theme")).toBe('"here"');
  });
});
