import type { Browser, Page, Request } from "@playwright/test";

/** Where and as whom the list is looked at. */
export interface Visit {
  readonly baseUrl: string;
  readonly username: string;
  readonly password: string;
  readonly realm: string;
}

/** One opening of the list. Times are in milliseconds from the click on the tab. */
export interface ListMeasurement {
  readonly firstRows: number;
  /** Until it is known who holds what, so that order and findings are final. */
  readonly powers: number;
  /** Until the settings of all clients are read too. */
  readonly all: number;
  /** Requests to the Admin API by what they are, without what is asked of the rows shown. */
  readonly requests: ReadonlyMap<string, number>;
  /** Those of the rows that are shown. */
  readonly requestsOfRows: number;
  /** Bytes of all answers of the Admin API. */
  readonly bytes: number;
  /** JavaScript heap after a collection, in bytes, before the tab was opened and when all was read. */
  readonly heapBefore: number;
  readonly heapAfter: number;
  /** The longest time that the page did not answer, in milliseconds. */
  readonly longestTask: number;
}

/** What the page notes, in its own frame rate; a text, since it runs in the page. */
const watch = `new Promise((resolve) => {
  const tasks = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)))
    .observe({ entryTypes: ["longtask"] });
  const begin = performance.now();
  const times = {};
  document.querySelector('[data-testid="service-accounts-tab"]').click();
  const look = () => {
    const now = performance.now() - begin;
    const progress = document.querySelector('[data-testid="surveyProgress"]');
    if (document.querySelector('[data-testid="accounts"] [data-testid^="account-"]')) times.firstRows ??= now;
    if (progress?.dataset.powers === "read") times.powers ??= now;
    if (progress?.dataset.status === "done") {
      resolve({ ...times, all: now, longestTask: Math.max(0, ...tasks) });
    } else {
      requestAnimationFrame(look);
    }
  };
  look();
})`;

/** What a request asks, with names and ids left out. */
function kindOf(request: Request): string | undefined {
  const { pathname, search } = new URL(request.url());
  const [, path] = /^\/admin\/realms\/[^/]+(\/.*)$/.exec(pathname) ?? [];
  if (path === undefined || request.method() !== "GET") return undefined;
  if (/\/role-mappings\//.test(path) || search.includes("clientId=client")) return "of a row";
  return path
    .replace(/\/$/, "")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{id}")
    .replace(/\/roles\/[^/]+/, "/roles/{role}");
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0;
}

/** Opens the list in a fresh browser profile, as a person does who stands on the Clients page. */
export async function measureList(browser: Browser, visit: Visit): Promise<ListMeasurement> {
  const { baseUrl, username, password, realm } = visit;
  await using context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${baseUrl}/admin/master/console/#/${realm}/clients`);
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign In" }).click();
  await page.getByRole("link", { name: "account-console", exact: true }).waitFor();
  await page.getByTestId("service-accounts-tab").waitFor();
  const requests = new Map<string, number>();
  let requestsOfRows = 0;
  let bytes = 0;
  const sizes: Promise<void>[] = [];
  page.on("requestfinished", (request) => {
    const kind = kindOf(request);
    if (kind === undefined) return;
    if (kind === "of a row") requestsOfRows += 1;
    else requests.set(kind, (requests.get(kind) ?? 0) + 1);
    sizes.push(
      request.sizes().then(({ responseBodySize }) => {
        bytes += responseBodySize;
      }),
    );
  });
  const heapBefore = await heapOf(page);
  const times =
    await page.evaluate<Pick<ListMeasurement, "firstRows" | "powers" | "all" | "longestTask">>(
      watch,
    );
  // What is asked of the rows shown may still be under way.
  await page.waitForTimeout(1_000);
  await Promise.all(sizes);
  return { ...times, requests, requestsOfRows, bytes, heapBefore, heapAfter: await heapOf(page) };
}
