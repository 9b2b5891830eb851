// @vitest-environment happy-dom
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { fixturesFolder } from "../../../lab/console-fixtures/fixture-files.ts";
import { minorOf } from "../../../src/catalog/server/minor-of.ts";
import { versionOfConsole } from "../../../src/catalog/server/version-of-console.ts";
import { findClientPage } from "../../../src/console/client-page.ts";
import { findClientsPage } from "../../../src/console/clients-page.ts";
import { coverStockTab } from "../../../src/console/cover-stock-tab.ts";
import { entryScriptName } from "../../../src/console/document/entry-script.ts";
import { parseEnvironment } from "../../../src/console/document/environment.ts";
import { createOwnTab, createSection, ownMark } from "../../../src/console/own-tab.ts";
import {
  environmentElement,
  expectedOn,
  type RecordedPage,
  recordedPages,
  tabPanel,
} from "../../../src/console/selectors.ts";
import type { TabBar, TabBarFinding } from "../../../src/console/tab-bar.ts";
import { supportedVersions } from "../../../tools/keycloak/supported-versions.ts";

const own = "service-account-presets";
const shown = { title: "Own", address: "https://keycloak.example/#/own", isOpen: true };

function pageOf(finding: TabBarFinding): TabBar {
  if (finding.kind !== "page") throw new Error(`Found ${finding.kind}.`);
  return finding.page;
}

const namesOfTabs = () =>
  [...document.querySelectorAll('[role="tab"]')].map(({ textContent }) => textContent.trim());

describe.each(supportedVersions.map(minorOf))("on Keycloak %s", (minor) => {
  const folder = fixturesFolder(minor);

  const read = (page: RecordedPage) => readFileSync(join(folder, `${page}.html`), "utf8");
  const show = (page: Exclude<RecordedPage, "document">) => {
    document.body.innerHTML = read(page);
  };
  /** Apart from this document, which would load the scripts. */
  const parse = (page: RecordedPage) => new DOMParser().parseFromString(read(page), "text/html");

  beforeEach(() => coverStockTab(false));

  test("each page was recorded", () => {
    expect(readdirSync(folder).sort()).toEqual(recordedPages.map((it) => `${it}.html`).sort());
  });

  test.each(recordedPages)("%s has what is looked for there, and nothing else of it", (page) => {
    const recorded = parse(page);
    const found = expectedOn.filter(([selector]) => recorded.querySelector(selector) !== null);
    const expected = expectedOn.filter(([, isExpected]) => isExpected(page));
    expect(found.map(([selector]) => selector)).toEqual(expected.map(([selector]) => selector));
  });

  test.each([
    ["client-with-account", { kind: "page", page: { clientId: "api-client" } }],
    ["client-narrow", { kind: "page", page: { clientId: "api-client" } }],
    ["client-without-account", { kind: "page", page: { clientId: "confidential-client" } }],
    ["client-public", { kind: "page", page: { clientId: "public-client" } }],
    ["client-saml", { kind: "nothing" }],
    ["client-bearer-only", { kind: "nothing" }],
    ["clients", { kind: "nothing" }],
  ] as const)("%s is told by its tabs", (page, finding) => {
    show(page);
    expect(findClientPage(document)).toMatchObject(finding);
    expect(findClientsPage(document).kind).toBe(page === "clients" ? "page" : "nothing");
  });

  test.each([
    ["client-with-account", /^Service accounts? roles$/, "Sessions"],
    ["client-narrow", /^Service accounts? roles$/, "Sessions"],
    ["client-without-account", /^Client scopes$/, "Sessions"],
    ["client-public", /^Client scopes$/, "Sessions"],
    ["clients", /^Clients list$/, "Initial access token"],
  ] as const)(
    "the own tab has its place among those of %s, and looks like them",
    (page, before, after) => {
      show(page);
      const html = document.body.innerHTML;
      const bar = pageOf(page === "clients" ? findClientsPage(document) : findClientPage(document));
      const tab = createOwnTab(
        own,
        () => {},
        async () => {},
      );
      tab.place(bar, { ...shown, isOpen: false });
      const names = namesOfTabs();
      const place = names.indexOf(shown.title);
      expect(names[place - 1]).toMatch(before);
      expect(names[place + 1]).toBe(after);
      const link = document.getElementById(`${own}-tab`);
      expect(link?.className).toBe(bar.link.className);
      expect(link?.firstElementChild?.className).toBe(bar.text.className);
      expect(link?.parentElement?.className).toBe("pf-v5-c-tabs__item");
      tab.remove();
      expect(document.body.innerHTML).toBe(html);
    },
  );

  test.each(["client-with-account", "clients"] as const)(
    "while the own tab of %s is open, what a stock tab shows is covered, and no stock tab looks open",
    (page) => {
      show(page);
      const bar = pageOf(page === "clients" ? findClientsPage(document) : findClientPage(document));
      const stock = document.querySelector(tabPanel);
      createOwnTab(
        own,
        () => {},
        () => {},
      ).place(bar, shown);
      const section = createSection(bar, own);
      bar.bar.after(section);
      expect(section.className).toBe(stock?.className);
      coverStockTab(true);
      const rules = [...document.adoptedStyleSheets].flatMap(({ cssRules }) => [...cssRules]);
      const [covered = "", plain = ""] = rules.map(({ cssText }) => cssText.split("{")[0]?.trim());
      expect([...document.querySelectorAll(covered)]).toEqual([stock]);
      const stockItems = document.querySelectorAll(`[role=tablist] > li:not([${ownMark}])`);
      expect([...document.querySelectorAll(plain)]).toEqual([...stockItems]);
    },
  );

  test("the document says where Keycloak is, and by its entry script which Keycloak it is", () => {
    const recorded = parse("document");
    const text = recorded.querySelector(environmentElement)?.textContent ?? "";
    expect(parseEnvironment(text)).toEqual({
      adminBaseUrl: "https://keycloak.example",
      authServerUrl: "https://keycloak.example",
      loginRealm: "master",
      clientId: "security-admin-console",
      masterRealm: "master",
    });
    expect(minorOf(versionOfConsole(entryScriptName(recorded.scripts)) ?? "")).toBe(minor);
  });

  test("the document maps the React that our scripts import", () => {
    const map = parse("document").querySelector("script[type=importmap]")?.textContent ?? "{}";
    const { imports }: { imports: object } = JSON.parse(map);
    expect(Object.keys(imports)).toEqual(
      expect.arrayContaining(["react", "react-dom", "react/jsx-runtime"]),
    );
  });
});
