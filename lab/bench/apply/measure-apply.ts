import type { Browser, Page } from "@playwright/test";
import { median } from "../median.ts";
import type { Program } from "./make-apply-realm.ts";
import { type Recorded, recordPage } from "./record-page.ts";

/** Where and as whom roles are given. */
export interface ApplyVisit {
  readonly baseUrl: string;
  readonly username: string;
  readonly password: string;
  readonly realm: string;
  /** The realm whose console it is, and which the person is signed in to. */
  readonly consoleRealm: string;
  /** Added to each request of the browser, in milliseconds. */
  readonly latency: number;
}

/** One way of giving a program two roles, in a browser. */
export interface ApplyMeasurement {
  /** From the click on the tab to what it shows, when it is opened first on a page. */
  readonly firstOpening: Recorded;
  /** The same, when it is opened again. */
  readonly reopening: Recorded;
  /** From the open tab to the roles that are mapped. */
  readonly applying: Recorded;
}

/** Milliseconds that a hand at least rests on what it is about to click. */
const aiming = 150;

/** Milliseconds that a hand holds the button of the mouse down in a quick click. */
const pressing = 80;

/** Milliseconds in which a page that is shown has sent its last requests. */
const settling = 700;

const visible = (testId: string) => `document.querySelector('[data-testid="${testId}"]')`;

/** This product: the tab, Apply preset. */
const own = {
  tab: "service-account-presets-tab",
  isOpen: visible("preset-user-lookup"),
  isShown: `document.querySelector('[data-testid="preset-user-lookup"] [data-state="applied"]')`,
  isDone: visible("presetsToast"),
  prepare: async () => {},
  apply: async (page: Page) => {
    const button = page.getByTestId("preset-user-lookup").getByTestId("applyPreset");
    await button.hover();
    await page.waitForTimeout(aiming);
    await button.click();
  },
};

/**
 * The stock list was reloaded, as it is once roles were assigned. In a large realm these stand on one
 * of its later pages.
 */
const isStockListReloaded = `!document.querySelector('[role="dialog"]') &&
  document.querySelector("tbody tr:not([data-seen-before])")`;

/** The stock dialog: Assign role, Client roles, a search, two boxes, Assign. */
const stock = {
  tab: "serviceAccountTab",
  isOpen: `${visible("add-role-mapping-button")} && document.querySelector("tbody tr")`,
  isShown: isStockListReloaded,
  isDone: isStockListReloaded,
  prepare: async (page: Page) => {
    await page.evaluate(
      "document.querySelectorAll('tbody tr').forEach((row) => row.setAttribute('data-seen-before', ''))",
    );
  },
  apply: async (page: Page) => {
    await page.getByTestId("add-role-mapping-button").click();
    await page.getByTestId("client-role").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByTestId("table-search-input").locator("input").click();
    await page.keyboard.type("-users");
    await page.keyboard.press("Enter");
    for (const role of ["view-users", "query-users"]) {
      await dialog.getByRole("row", { name: role }).getByRole("checkbox").click();
    }
    await dialog.getByTestId("assign").click();
  },
};

/** The ways that are compared. */
export const ways = { own, stock } as const;

/** Opens a browser that is signed in. Its profile is fresh, and keeps what servers let it keep. */
export async function signIn(browser: Browser, visit: ApplyVisit): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${visit.baseUrl}/admin/${visit.consoleRealm}/console/`);
  await page.getByLabel("Username").fill(visit.username);
  await page.getByLabel("Password", { exact: true }).fill(visit.password);
  await page.getByRole("button", { name: "Sign In" }).click();
  await page.getByRole("navigation", { name: "Global" }).waitFor();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    ...{ offline: false, latency: visit.latency, downloadThroughput: -1, uploadThroughput: -1 },
  });
  return page;
}

/**
 * Gives a program view-users and query-users in one of the ways, from its page on.
 *
 * @param pause for the last requests of an opening; 0 where nothing is measured yet
 */
export async function measureApply(
  page: Page,
  { baseUrl, realm, consoleRealm }: ApplyVisit,
  { clientUuid }: Program,
  way: keyof typeof ways,
  pause = settling,
): Promise<ApplyMeasurement> {
  const { tab, isOpen, isShown, isDone, prepare, apply } = ways[way];
  const opened = { isShown: isOpen, isThere: isOpen };
  const open = async () => {
    await page.getByTestId(tab).hover();
    await page.waitForTimeout(aiming);
    await page.getByTestId(tab).click({ delay: pressing });
  };
  const leave = async () => {
    await page.getByTestId("clientSettingsTab").click();
    await page.getByTestId("clientId").waitFor();
  };
  await page.goto("about:blank");
  const settings = `#/${realm}/clients/${clientUuid}/settings`;
  await page.goto(`${baseUrl}/admin/${consoleRealm}/console/${settings}`);
  await page.getByTestId("clientId").waitFor();
  await page.getByTestId(tab).waitFor();
  await page.waitForLoadState("networkidle");
  // Some requests follow once the tab is shown. They are part of opening it, not of applying, and no event of
  // Playwright tells of them: a page is idle once.
  const firstOpening = await recordPage(page, opened, open, pause);
  await leave();
  const reopening = await recordPage(page, opened, open, pause);
  await prepare(page);
  const applying = await recordPage(page, { isShown, isThere: isDone }, () => apply(page));
  return { firstOpening, reopening, applying };
}

function middleOf(recorded: readonly Recorded[]): Recorded {
  const of = (field: keyof Recorded) => median(recorded.map((it) => it[field]));
  return {
    clicks: of("clicks"),
    keys: of("keys"),
    lastClickToResult: of("lastClickToResult"),
    lastClickToEnd: of("lastClickToEnd"),
    longestTask: of("longestTask"),
    reads: of("reads"),
    writes: of("writes"),
    bytes: of("bytes"),
  };
}

/** Of each number of several measurements the one in the middle. */
export const middleMeasurement = (all: readonly ApplyMeasurement[]): ApplyMeasurement => ({
  firstOpening: middleOf(all.map(({ firstOpening }) => firstOpening)),
  reopening: middleOf(all.map(({ reopening }) => reopening)),
  applying: middleOf(all.map(({ applying }) => applying)),
});
