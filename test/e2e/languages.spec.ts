import { readFile } from "node:fs/promises";
import { parse } from "dot-properties";
import { chooseAny } from "./run/seed.ts";
import { isWholeRun, long } from "./run/whole-run.ts";
import { expect, test } from "./test.ts";

/** By Keycloak's own name of the language: the file with its texts, and its name for those who hear it. */
const languages = [
  ["de", "de", "de"],
  ["es", "es", "es"],
  ["fr", "fr", "fr"],
  ["ja", "ja", "ja"],
  ["pt-BR", "pt_BR", "pt-BR"],
  ["zh-CN", "zh_Hans", "zh-Hans"],
] as const;

const supportedLocales = ["en", ...languages.map(([locale]) => locale)];

const textsOf = async (file: string) =>
  new Map(
    Object.entries(parse(await readFile(`messages/messages_${file}.properties`, "utf8"))).map(
      ([key, text]) => [key, String(text)],
    ),
  );

test(
  "the tab uses the language of the person's account, otherwise the realm's, otherwise English",
  long,
  async ({ testBed, adminConsole, page }) => {
    const { api, realmPath } = testBed;
    const client = await testBed.createClient("api");
    await api.put(realmPath, { internationalizationEnabled: true, supportedLocales });
    const anna = await testBed.createAdministrator("anna", ["realm-admin"]);
    const bundles: string[] = [];
    page.on("request", (request) => {
      if (/\/resources\/[^/]+\/admin\/[\w-]+$/.test(request.url())) bundles.push(request.url());
    });
    await adminConsole.openPresets(testBed, client, { visitor: anna });
    const row = adminConsole.preset("User lookup");
    await expect(row).toContainText("User lookup");

    const assertSpeaks = async (file: string, lang: string) => {
      const texts = await textsOf(file);
      await expect(row).toContainText(texts.get("presets.user-lookup") ?? "");
      await expect(row.getByTestId("applyPreset")).toHaveText(texts.get("preset.apply") ?? "");
      await expect(page.getByTestId("service-account-presets-tab")).toHaveText(
        texts.get("page.tab") ?? "",
      );
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      await row.getByRole("button", { expanded: false }).first().click();
      await expect(row).toContainText(texts.get("reach.madeFor") ?? "");
    };
    for (const [locale, file, lang] of isWholeRun ? languages : chooseAny(languages, 2)) {
      await test.step(locale, async () => {
        const user = await api.get<object>(`${realmPath}/users/${anna.userId}`);
        const attributes = { locale: [locale] };
        await api.put(`${realmPath}/users/${anna.userId}`, { ...user, attributes });
        await page.reload();
        await assertSpeaks(file, lang);
      });
    }

    await test.step("the console's large bundle of texts is not requested", async () => {
      await page.getByTestId("clientSettingsTab").click();
      await expect(adminConsole.panel).toHaveCount(0);
      bundles.length = 0;
      await page.getByTestId("service-account-presets-tab").click();
      await expect(row).toBeVisible();
      expect(bundles).toEqual([]);
    });

    await test.step("the realm's default", async () => {
      await api.put(realmPath, { supportedLocales: ["fr"], defaultLocale: "fr" });
      const berta = await testBed.createAdministrator("berta", ["realm-admin"]);
      // A page of the console may ask for cookies until it is left.
      await page.goto("about:blank");
      await page.context().clearCookies();
      await adminConsole.openPresets(testBed, client, { visitor: berta });
      await assertSpeaks("fr", "fr");
    });

    await test.step("an unsupported language shows English, from right to left like the console", async () => {
      await api.put(realmPath, { supportedLocales: ["ar"], defaultLocale: "ar" });
      await page.reload();
      await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
      await expect(row).toContainText("User lookup");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        1280,
      );
    });
  },
);
