import type { ApplyRun } from "./apply-run.ts";
import type { ApplyMeasurement } from "./measure-apply.ts";

/** Milliseconds that opening the tab again may take longer than the stock tab beside it. */
const reopeningMargin = 25;
/** How many times as long as the stock tab the first opening on a page may take: it signs in. */
const firstOpeningRatio = (latency: number) => (latency === 0 ? 1.3 : 1.5);
const longestTaskAllowed = 100;

/** The parts that take more or fewer requests in one place than in another, where they may not. */
export const partsOfOtherRequests = (here: ApplyMeasurement, there: ApplyMeasurement) =>
  (["firstOpening", "applying"] as const).filter(
    (part) => here[part].reads !== there[part].reads || here[part].writes !== there[part].writes,
  );

/** What of a run breaks a budget, a sentence each. */
export function brokenBudgets(runs: readonly ApplyRun[]): readonly string[] {
  const broken: string[] = [];
  for (const { scale, latency, own, stock } of runs) {
    const expect = (what: string, value: number, most: number) => {
      if (value <= most) return;
      const where = `${scale.name}, ${latency} ms`;
      broken.push(`${where}: ${what} is ${Math.round(value)}, more than ${Math.round(most)}.`);
    };
    expect("clicks", own.firstOpening.clicks + own.applying.clicks, 2);
    expect("keys", own.applying.keys, 0);
    // All until the page rests. presets.spec.ts has tighter bounds for those before the tab is shown.
    expect("reads to open", own.firstOpening.reads, 11);
    expect("bytes to open", own.firstOpening.bytes, 16_000);
    expect("writes to apply", own.applying.writes, 1);
    // What a composite role holds here, begun while the pointer rests, and two that read back.
    expect("reads to apply", own.applying.reads, 3);
    expect(
      "last click to result (ms)",
      own.applying.lastClickToResult,
      stock.applying.lastClickToResult / 2,
    );
    expect(
      "opening again (ms)",
      own.reopening.lastClickToEnd,
      stock.reopening.lastClickToEnd + reopeningMargin,
    );
    expect(
      "first opening (ms)",
      own.firstOpening.lastClickToEnd,
      stock.firstOpening.lastClickToEnd * firstOpeningRatio(latency),
    );
    expect("longest task (ms)", own.applying.longestTask, longestTaskAllowed);
  }
  const [small, ...others] = runs;
  for (const { scale, own } of others) {
    const parts = small === undefined ? [] : partsOfOtherRequests(small.own, own);
    broken.push(
      ...parts.map(
        (part) => `${scale.name}: ${part} takes other requests than ${small?.scale.name}.`,
      ),
    );
  }
  return broken;
}
