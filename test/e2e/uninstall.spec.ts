import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { test as base, expect } from "@playwright/test";
import { obtainKeycloak } from "../../tools/keycloak/obtain-keycloak.ts";
import { type RunningKeycloak, startKeycloak } from "../../tools/keycloak/start-keycloak.ts";
import { createAdminApi } from "./realm/admin-api.ts";
import { jarVariable } from "./run/jar-variable.ts";
import { bundlePresets, type RunPresets } from "./run/run-presets.ts";
import { long } from "./run/whole-run.ts";
import { isSince, testedVersion } from "./servers/tested-version.ts";

const theme = "service-account-presets";

/** A Keycloak of this story alone, since its JAR comes and goes. */
const test = base.extend<{
  start: (...args: StartArguments) => Promise<RunningKeycloak>;
  presets: RunPresets;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  presets: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "keycloak-presets-doctor-"));
    await use(await bundlePresets(folder));
    await rm(folder, { recursive: true, force: true });
  },
  start: async ({ page }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "keycloak-presets-uninstall-"));
    const home = await obtainKeycloak({ version: testedVersion, report: console.error });
    let running: RunningKeycloak | undefined;
    await use(async (providers, options = []) => {
      // The console of a server that is gone would lead the page elsewhere, now or later.
      await page.goto("about:blank");
      await running?.stop();
      running = await startKeycloak({
        home,
        directory: join(folder, "server"),
        providers,
        options,
      });
      return running;
    });
    await running?.stop();
    await rm(folder, { recursive: true, force: true });
  },
});

type StartArguments = [providers: readonly string[], options?: readonly string[]];

async function signIn(page: Page, { baseUrl, adminUsername, adminPassword }: RunningKeycloak) {
  await page.context().clearCookies();
  await page.goto(`${baseUrl}/admin/master/console/`);
  await page.getByLabel("Username").fill(adminUsername);
  await page.getByLabel("Password", { exact: true }).fill(adminPassword);
  await page.getByRole("button", { name: "Sign In" }).click();
  await expect(page.getByRole("navigation", { name: "Global" })).toBeVisible();
}

async function statusOf({ baseUrl }: RunningKeycloak, path: string): Promise<number> {
  return (await fetch(`${baseUrl}${path}`)).status;
}

const themeOnPage = (page: Page) => page.locator("html[data-service-account-presets]");

test(
  "after removal in the documented order console and logins work as before",
  long,
  async ({ page, start, presets }) => {
    test.setTimeout(600_000);
    const askDoctor = ({ baseUrl }: RunningKeycloak) => presets(["doctor", "--server", baseUrl]);
    // Not rebuilt, because other servers use the same file at this moment.
    const jarPath = process.env[jarVariable] ?? "";
    const option = isSince("26.3") ? "--spi-theme--default" : "--spi-theme-default";
    const defaultTheme = `${option}=${theme}`;

    const byDefault = await start([jarPath], [defaultTheme]);
    await signIn(page, byDefault);
    await expect(themeOnPage(page)).toBeAttached();
    expect(await statusOf(byDefault, "/realms/master/account/")).toBe(200);
    const warned = await askDoctor(byDefault);
    expect(warned.exitCode).toBe(1);
    expect(warned.output).toContain("PROBLEM   Theme of other pages: ");

    const selected = await start([jarPath]);
    const account = { ...selected, apiUrl: selected.baseUrl, loginUrl: selected.baseUrl };
    const deployment = { ...account, name: "usual", consoleUrl: selected.baseUrl } as const;
    await createAdminApi(deployment).put("/admin/realms/master", { adminTheme: theme });
    await signIn(page, selected);
    await expect(themeOnPage(page)).toBeAttached();

    const removed = await start([]);
    await signIn(page, removed);
    await expect(themeOnPage(page)).toHaveCount(0);
    await page.getByRole("link", { name: "Clients", exact: true }).click();
    await expect(page.getByRole("tab", { name: "Clients list" })).toBeVisible();
    expect(await statusOf(removed, "/realms/master/account/")).toBe(200);
    const missing = await askDoctor(removed);
    expect(missing.exitCode).toBe(1);
    expect(missing.output).toContain("PROBLEM   JAR: The server that answered has no JAR");
  },
);
