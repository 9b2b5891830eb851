import type { Browser } from "@playwright/test";
import type { ApplyScale, Program } from "./make-apply-realm.ts";
import {
  type ApplyMeasurement,
  type ApplyVisit,
  measureApply,
  middleMeasurement,
  signIn,
} from "./measure-apply.ts";
import { type KcadmMeasurement, measureKcadm } from "./measure-kcadm.ts";

/** What was measured in one realm with one latency; of several times, the one in the middle. */
export interface ApplyRun {
  readonly scale: ApplyScale;
  readonly latency: number;
  readonly own: ApplyMeasurement;
  readonly stock: ApplyMeasurement;
  readonly kcadm: KcadmMeasurement;
}

/** How often each way is gone, in turn with the other. */
const rounds = 7;
/** How often before that: neither a browser nor a server that does it for the first time is compared. */
const roundsBefore = 25;

/** Programs that a realm needs for all latencies. */
export const programsFor = (latencies: number): number =>
  latencies * (2 * (rounds + roundsBefore) + 1);

/** Measures all ways in turn, in one browser that is signed in and has seen each of them once. */
export async function runApply(
  browser: Browser,
  home: string,
  visit: ApplyVisit,
  scale: ApplyScale,
  programs: readonly Program[],
): Promise<ApplyRun> {
  const left = [...programs];
  const next = () => {
    const program = left.shift();
    if (program === undefined) throw new Error("The realm has too few programs.");
    return program;
  };
  const page = await signIn(browser, visit);
  const own: ApplyMeasurement[] = [];
  const stock: ApplyMeasurement[] = [];
  for (let round = -roundsBefore; round < rounds; round += 1) {
    const pause = round < 0 ? 0 : undefined;
    const measured = await measureApply(page, visit, next(), "own", pause);
    const compared = await measureApply(page, visit, next(), "stock", pause);
    if (round < 0) continue;
    own.push(measured);
    stock.push(compared);
  }
  await page.context().close();
  const kcadm = await measureKcadm(home, visit, next());
  return {
    ...{ scale, latency: visit.latency, kcadm },
    ...{ own: middleMeasurement(own), stock: middleMeasurement(stock) },
  };
}
