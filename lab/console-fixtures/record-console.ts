import type { Browser, Page } from "@playwright/test";
import {
  clientHeading,
  clientsListTab,
  clientTabBar,
  environmentElement,
  headingLabel,
  type RecordedPage,
  tabPanel,
} from "../../src/console/selectors.ts";
import { AdminConsole } from "../../test/e2e/console/admin-console.ts";
import type { ClientKind } from "../../test/e2e/realm/client-kind.ts";
import { createTestBed } from "../../test/e2e/realm/test-bed.ts";
import type { Deployment } from "../../test/e2e/servers/deployment.ts";
import { type KeptMarkup, pruneMarkup } from "./prune-markup.ts";

/** How long a page may take. One that has changed may never show what is waited for. */
const timeout = 60_000;

const usualSize = { width: 1600, height: 900 };
const narrowSize = { width: 700, height: 900 };

const keptOfDocument: KeptMarkup = {
  whole: [environmentElement, 'script[type="importmap"]'],
  empty: ["script[src]"],
};
const keptOfClient: KeptMarkup = {
  // The navigation has labels too.
  whole: [clientTabBar, clientHeading, `main ${headingLabel}`],
  empty: [tabPanel],
};
const keptOfClients: KeptMarkup = { whole: [`nav:has(${clientsListTab})`], empty: [tabPanel] };

const clients: Readonly<Partial<Record<RecordedPage, ClientKind>>> = {
  "client-with-account": "api",
  "client-without-account": "confidential",
  "client-public": "public",
  "client-saml": "saml",
  "client-bearer-only": "bearer-only",
};

/**
 * Records what `src/console/` relies on of a running console: small pieces of its pages as HTML, the same
 * for the same console, whatever the address of its server. It makes a realm for that and deletes it.
 *
 * @param report is told what does not appear, which is left out
 */
export async function recordConsole(
  browser: Browser,
  server: Deployment,
  report: (line: string) => void,
): Promise<ReadonlyMap<RecordedPage, string>> {
  await using testBed = await createTestBed(server);
  const { realm } = testBed;
  const known = new Map([
    [server.consoleUrl, "https://keycloak.example"],
    [realm, "recorded"],
  ]);
  const pages = new Map<RecordedPage, string>();
  const record = (page: RecordedPage, html: string, kept: KeptMarkup) =>
    pages.set(page, pruneMarkup(withoutNames(html, known), kept));

  const document = await fetch(`${server.consoleUrl}/admin/master/console/`);
  record("document", await document.text(), keptOfDocument);

  const page = await browser.newPage({ viewport: usualSize, locale: "en-US" });
  page.setDefaultTimeout(timeout);
  const adminConsole = new AdminConsole(page, server);
  await adminConsole.open();

  const goTo = async (address: string, awaited: string) => {
    await page.goto("about:blank");
    await page.goto(address);
    await appear(page, awaited, report);
  };
  for (const [name, kind] of Object.entries(clients)) {
    const { clientUuid } = await testBed.createClient(kind);
    known.set(clientUuid, "client-uuid");
    await goTo(adminConsole.addressOf({ realm, clientUuid }), clientTabBar);
    record(name as RecordedPage, await page.content(), keptOfClient);
    if (name !== "client-with-account") continue;
    await page.setViewportSize(narrowSize);
    await appear(page, `${clientTabBar}.pf-m-scrollable`, report);
    record("client-narrow", await page.content(), keptOfClient);
    await page.setViewportSize(usualSize);
  }
  await goTo(adminConsole.addressOfClients(realm), clientsListTab);
  record("clients", await page.content(), keptOfClients);
  await page.close();
  return pages;
}

async function appear(page: Page, selector: string, report: (line: string) => void): Promise<void> {
  try {
    await page.locator(selector).first().waitFor();
    // Some tabs wait for what the server answers.
    await page.waitForLoadState("networkidle");
  } catch {
    report(`${page.url()} does not show ${selector}.`);
  }
}

/** The page without what differs from run to run: address, names, and the version of the resources. */
function withoutNames(html: string, known: ReadonlyMap<string, string>): string {
  let plain = html;
  for (const [text, replacement] of known) plain = plain.replaceAll(text, replacement);
  return plain
    .replace(/\/resources\/[^/"]+/g, "/resources/version")
    .replace(/("resourceVersion"\s*:\s*)"[^"]*"/g, '$1"version"');
}
