import type { Page, Request } from "@playwright/test";

/** What a page does between two moments. */
export interface Recorded {
  readonly clicks: number;
  readonly keys: number;
  /** From the last click until the page showed what came of it, in milliseconds. */
  readonly lastClickToResult: number;
  /** From the last click until what was waited for stood there, in milliseconds. */
  readonly lastClickToEnd: number;
  /** The longest time that the page did not answer, in milliseconds. */
  readonly longestTask: number;
  readonly reads: number;
  readonly writes: number;
  /** Bytes of the answers of the Admin API. */
  readonly bytes: number;
}

/** What the page itself notes. */
type PageRecord = Omit<Recorded, "reads" | "writes" | "bytes">;

/** What is waited for: expressions of the page that tell whether it is there. */
export interface Wanted {
  /** The result as the page shows it first. */
  readonly isShown: string;
  /** All that follows. */
  readonly isThere: string;
}

/** Runs in the page, in its own frame rate: a text. */
const watch = ({ isShown, isThere }: Wanted) => `window.presetsBench = new Promise((resolve) => {
  let clicks = 0, keys = 0, lastClick = performance.now(), shown;
  const tasks = [];
  const stop = new AbortController();
  const options = { capture: true, signal: stop.signal };
  const observer = new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map((entry) => entry.duration)));
  observer.observe({ entryTypes: ["longtask"] });
  addEventListener("click", (event) => {
    if (event.detail === 0) return;
    clicks += 1; lastClick = performance.now();
  }, options);
  addEventListener("keydown", () => { keys += 1; }, options);
  const look = () => {
    if (${isShown}) shown ??= performance.now() - lastClick;
    if (!(${isThere})) return requestAnimationFrame(look);
    stop.abort();
    const lastClickToEnd = performance.now() - lastClick;
    resolve({ clicks, keys, lastClickToResult: shown ?? lastClickToEnd, lastClickToEnd,
      longestTask: Math.max(0, ...tasks) });
  };
  look();
}); undefined`;

/**
 * Records what a page does while `act` does something on it, until what is waited for is there.
 *
 * @param settling milliseconds after that in which requests still count
 */
export async function recordPage(
  page: Page,
  wanted: Wanted,
  act: () => Promise<void>,
  settling = 0,
): Promise<Recorded> {
  let reads = 0;
  let writes = 0;
  const sizes: Promise<number>[] = [];
  const hear = (request: Request) => {
    if (!new URL(request.url()).pathname.includes("/admin/realms/")) return;
    if (request.method() === "GET") reads += 1;
    else writes += 1;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  };
  page.on("requestfinished", hear);
  await page.evaluate(watch(wanted));
  await act();
  const record = await page.evaluate<PageRecord>("window.presetsBench");
  await page.waitForTimeout(settling);
  page.off("requestfinished", hear);
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  return { ...record, reads, writes, bytes };
}
