import type { Browser } from "@playwright/test";
import type { Program } from "../../bench/apply/make-apply-realm.ts";
import {
  type ApplyMeasurement,
  type ApplyVisit,
  measureApply,
  middleMeasurement,
  signIn,
} from "../../bench/apply/measure-apply.ts";
import { median } from "../../bench/median.ts";
import {
  type CountedRun,
  measureProgram,
  type ProgramMeasurement,
  type ProgramVisit,
  tryWrongRole,
  type WrongRole,
} from "./measure-program.ts";
import type { ProgramWay } from "./program-way.ts";

/** What was measured of a program. */
export interface ProgramRun extends ProgramMeasurement {
  readonly name: string;
  readonly wrongRole: WrongRole;
}

/** What was measured of all ways; of several rounds, each number is the one in the middle. */
export interface ApplyingRun {
  readonly own: ApplyMeasurement;
  readonly stock: ApplyMeasurement;
  readonly programs: readonly ProgramRun[];
}

/** How often each way is gone, in turn with the others. */
export const rounds = 7;
/** How often before that: nothing that is done for the first time is compared. */
const roundsBefore = { browser: 15, programs: 1 };

/** Clients that a run needs: each way of each round has its own, and each program one for a wrong role. */
export const clientsFor = (programs: number): number =>
  2 * (rounds + roundsBefore.browser) + programs * (rounds + roundsBefore.programs + 1);

/** Goes all ways in turn, in one browser that is signed in and has seen its ways before. */
export async function runApplying(
  browser: Browser,
  visit: ApplyVisit & ProgramVisit,
  ways: readonly ProgramWay[],
  clients: readonly Program[],
  report: (line: string) => void,
): Promise<ApplyingRun> {
  const left = [...clients];
  const next = () => {
    const client = left.shift();
    if (client === undefined) throw new Error("The realm has too few clients.");
    return client;
  };
  const own: ApplyMeasurement[] = [];
  const stock: ApplyMeasurement[] = [];
  const measured = ways.map((way) => ({ way, all: [] as ProgramMeasurement[] }));
  const page = await signIn(browser, visit);
  for (let round = -roundsBefore.browser; round < rounds; round += 1) {
    report(`Applying, round ${round + roundsBefore.browser + 1} …`);
    const ofTab = await measureApply(page, visit, next(), "own");
    const ofDialog = await measureApply(page, visit, next(), "stock");
    if (round >= 0) {
      own.push(ofTab);
      stock.push(ofDialog);
    }
    if (round < -roundsBefore.programs) continue;
    for (const { way, all } of measured) {
      const run = await measureProgram(way, visit, next().clientId);
      if (round >= 0) all.push(run);
    }
  }
  await page.context().close();
  const programs: ProgramRun[] = [];
  for (const { way, all } of measured) {
    const wrongRole = await tryWrongRole(way, visit, next().clientId);
    programs.push({ name: way.name, ...middleOf(all), wrongRole });
  }
  return { own: middleMeasurement(own), stock: middleMeasurement(stock), programs };
}

function middleRun(all: readonly CountedRun[]): CountedRun {
  const of = (field: keyof CountedRun) => median(all.map((it) => it[field]));
  return {
    ...{ milliseconds: of("milliseconds"), requests: of("requests") },
    ...{ writes: of("writes"), signIns: of("signIns") },
  };
}

/** Of each number of several measurements the one in the middle. */
export function middleOf(all: readonly ProgramMeasurement[]): ProgramMeasurement {
  const previews = all.flatMap(({ preview }) => (preview === undefined ? [] : [preview]));
  return {
    lines: median(all.map(({ lines }) => lines)),
    preview: previews.length === 0 ? undefined : middleRun(previews),
    apply: middleRun(all.map(({ apply }) => apply)),
    again: middleRun(all.map(({ again }) => again)),
  };
}
