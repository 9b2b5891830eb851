import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ExpectedError } from "../../../tools/command/expected-error.ts";
import { type CountedRequests, startSlowProxy } from "../../bench/apply/slow-proxy.ts";
import { linesOf } from "../lines-of.ts";
import type { TimedRun } from "../programs/run-timed.ts";
import type { PreparedJob, ProgramJob, ProgramWay } from "./program-way.ts";

/** Where a program works, and how one asks the server itself what came of it. */
export interface ProgramVisit {
  readonly baseUrl: string;
  readonly realm: string;
  readonly username: string;
  readonly password: string;
  readonly signal: AbortSignal;
  /** The admin roles that a client's service account has. */
  readonly rolesOf: (clientId: string) => Promise<readonly string[]>;
}

/** A run of a program, and the requests that it took. */
export interface CountedRun extends CountedRequests {
  readonly milliseconds: number;
}

/** One way with a program, once. */
export interface ProgramMeasurement {
  readonly lines: number;
  /** Undefined where the program has no preview. */
  readonly preview: CountedRun | undefined;
  readonly apply: CountedRun;
  /** The same once more, when there is nothing left to do. */
  readonly again: CountedRun;
}

/** What a program does where one of two roles doesn't exist. */
export interface WrongRole {
  /** Whether its preview says so, before anything is changed; undefined without a preview. */
  readonly isSeenBefore: boolean | undefined;
  readonly failed: boolean;
  /** What it assigned all the same. */
  readonly assigned: readonly string[];
}

/** The roles of User lookup. */
export const lookupRoles = ["query-users", "view-users"];

/** Assigns the roles with a program: previews, applies, and applies again. */
export const measureProgram = (
  way: ProgramWay,
  visit: ProgramVisit,
  clientId: string,
): Promise<ProgramMeasurement> =>
  withJob(
    way,
    visit,
    clientId,
    (text) => text,
    async ({ text, preview, apply }, counted) => {
      const roles = () => visit.rolesOf(clientId);
      const previewed = preview && (await counted(preview));
      expectRoles(`${way.name}, preview`, await roles(), []);
      const applied = await counted(apply);
      expectRoles(way.name, await roles(), lookupRoles);
      const again = await counted(apply);
      expectRoles(`${way.name}, again`, await roles(), lookupRoles);
      return { lines: linesOf(text), preview: previewed, apply: applied, again };
    },
  );

/** Lets a program assign a role that doesn't exist, beside one that does. */
export const tryWrongRole = (way: ProgramWay, visit: ProgramVisit, clientId: string) =>
  withJob(
    way,
    visit,
    clientId,
    (text) => text.replaceAll("view-users", "view-user"),
    async ({ preview, apply }): Promise<WrongRole> => {
      const previewed = await preview?.();
      const { exitCode } = await apply();
      return {
        isSeenBefore: previewed && previewed.exitCode !== 0,
        failed: exitCode !== 0,
        assigned: await visit.rolesOf(clientId),
      };
    },
  );

type Counted = (run: () => Promise<TimedRun>) => Promise<CountedRun>;

async function withJob<Result>(
  way: ProgramWay,
  { baseUrl, rolesOf: _, ...visit }: ProgramVisit,
  clientId: string,
  edit: ProgramJob["edit"],
  work: (job: PreparedJob, counted: Counted) => Promise<Result>,
): Promise<Result> {
  await using proxy = await startSlowProxy(baseUrl, 0);
  const folder = await mkdtemp(join(tmpdir(), "presets-peers-"));
  try {
    const server = proxy.baseUrl;
    await using job = await way.prepare({ ...visit, clientId, server, folder, edit });
    return await work(job, async (run) => {
      proxy.takeCounts();
      const { milliseconds, exitCode, stdout, stderr } = await run();
      if (exitCode !== 0) throw new ExpectedError(`${way.name}: ${stdout}${stderr}`);
      return { milliseconds, ...proxy.takeCounts() };
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function expectRoles(who: string, actual: readonly string[], expected: readonly string[]): void {
  const text = (roles: readonly string[]) => roles.toSorted().join(", ");
  if (text(actual) === text(expected)) return;
  throw new ExpectedError(`${who}: the account has "${text(actual)}", not "${text(expected)}".`);
}
