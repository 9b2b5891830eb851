import type { Deployment } from "../../test/e2e/servers/deployment.ts";
import type { FaultCase } from "../../test/faults/fault-cases.ts";
import { openHost } from "../../test/faults/host.ts";
import type { Problem } from "../../test/faults/problem.ts";
import { makeFaultsRealms, runCase } from "../../test/faults/run-case.ts";

/** Realms that cases are spread over. */
const laneCount = 6;

/** Cases in a realm that wait for a slow answer, all at the same time. */
const waitingInLane = 12;

/**
 * Runs cases on a server: a few realms at once, in each one quick case after the other, and beside it
 * those that spend their time waiting.
 */
export async function runCases(
  server: Deployment,
  cases: readonly FaultCase[],
  onResult: (result: CaseResult) => void,
): Promise<void> {
  const quick = cases.filter(({ isSlow }) => !isSlow);
  const slow = cases.filter(({ isSlow }) => isSlow);
  await using host = await openHost(server);
  const runLane = async () => {
    await using realms = await makeFaultsRealms(host);
    const drain = async (queue: FaultCase[]) => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        onResult({ faultCase: next, problems: await runCase(realms, next) });
      }
    };
    const waiting = Array.from({ length: waitingInLane }, () => drain(slow));
    await Promise.all([drain(quick), ...waiting]);
  };
  await Promise.all(Array.from({ length: laneCount }, runLane));
}

/** A case that was run, and what was wrong with it. */
export interface CaseResult {
  readonly faultCase: FaultCase;
  readonly problems: readonly Problem[];
}
