import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ExpectedError } from "../command/expected-error.ts";
import { freePort } from "./free-port.ts";
import { assertPortFree } from "./server/assert-port-free.ts";
import { findJava } from "./server/find-java.ts";
import { keycloakEnvironment } from "./server/keycloak-environment.ts";
import { meaningfulLogLines } from "./server/meaningful-log-lines.ts";
import { reachesServer } from "./server/reaches-server.ts";
import { type ServerProcess, startServerProcess } from "./server/server-process.ts";
import { makeWorkingCopy, placeProviders } from "./server/working-copy.ts";

const adminUsername = "admin";
const adminPassword = "admin";
const readyWithinMilliseconds = 300_000;
const reportEveryMilliseconds = 5_000;

/** A Keycloak that answers. */
export interface RunningKeycloak {
  /** Where it answers, relative path included, without a slash at the end. */
  readonly baseUrl: string;
  readonly adminUsername: string;
  readonly adminPassword: string;
  /** What the server printed so far. */
  readonly log: () => string;
  /** Ends the server; resolves when no process of it is left. */
  readonly stop: () => Promise<void>;
  /** Resolves with the exit code (null: by a signal) when the server has ended. */
  readonly exited: Promise<number | null>;
  /** The working copy that it runs from. */
  readonly directory: string;
}

/**
 * Starts a Keycloak on the embedded database and resolves when it answers.
 *
 * It runs from `directory`, a working copy of `home` that is made when missing and kept between
 * runs, because `kc.sh` writes into its own folder. Its `providers/` holds exactly the given JARs.
 * When our own process ends, in whatever way, the server ends too.
 *
 * With `isMeasured` it takes its time to start, and is as quick as a server in use then.
 * With `build`, `kc.sh build` is run with these options first, and the server started `--optimized`.
 *
 * Throws an ExpectedError with what its log says when the server ends before it answers or doesn't
 * answer within five minutes, when its port is taken, and when there is no fitting Java; throws the signal's reason when
 * `signal` is aborted. Nothing is left running then.
 */
export async function startKeycloak(options: {
  home: string;
  directory: string;
  providers?: readonly string[];
  httpPort?: number;
  options?: readonly string[];
  command?: "start-dev" | "start";
  build?: readonly string[];
  isMeasured?: boolean;
  baseUrl?: string;
  report?: (line: string) => void;
  signal?: AbortSignal;
}): Promise<RunningKeycloak> {
  const report = options.report ?? (() => {});
  const directory = resolve(options.directory);
  if (options.httpPort !== undefined) {
    // Another Keycloak on that port would answer in place of ours.
    await assertPortFree(options.httpPort);
  }
  const java = await findJava({ report });
  await makeWorkingCopy(options.home, directory);
  await placeProviders(directory, options.providers ?? []);
  const port = options.httpPort ?? (await freePort());
  const baseUrl = (options.baseUrl ?? `http://localhost:${port}`).replace(/\/+$/, "");
  const program = join(directory, "bin", process.platform === "win32" ? "kc.bat" : "kc.sh");
  const environment = keycloakEnvironment({
    environment: process.env,
    java,
    adminUsername,
    adminPassword,
    isMeasured: options.isMeasured ?? false,
  });
  const run = (...args: readonly string[]) =>
    startServerProcess({ program, arguments: args, directory, environment });
  if (options.build !== undefined) {
    const building = run("build", ...options.build);
    if ((await building.exited) !== 0) throw failure("kc.sh build failed", building, directory);
  }
  const command =
    options.build === undefined ? [options.command ?? "start-dev"] : ["start", "--optimized"];
  const server = run(...command, `--http-port=${port}`, ...(options.options ?? []));
  try {
    await untilReady(server, { directory, baseUrl }, report, options.signal);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const { log, stop, exited } = server;
  return { baseUrl, adminUsername, adminPassword, log, stop, exited, directory };
}

/** Ready is what answers a public endpoint of the realm that every Keycloak has. */
async function untilReady(
  server: ServerProcess,
  at: { directory: string; baseUrl: string },
  report: (line: string) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { directory, baseUrl } = at;
  const startedAt = Date.now();
  let reportedAt = startedAt;
  let exited = false;
  void server.exited.then(() => {
    exited = true;
  });
  while (!(await reachesServer(`${baseUrl}/realms/master`))) {
    signal?.throwIfAborted();
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    if (exited) {
      throw failure(`Keycloak ended after ${seconds} s instead of starting`, server, directory);
    }
    if (Date.now() - startedAt > readyWithinMilliseconds) {
      throw failure(`Keycloak did not answer at ${baseUrl} within ${seconds} s`, server, directory);
    }
    if (Date.now() - reportedAt >= reportEveryMilliseconds) {
      reportedAt = Date.now();
      report(`  Keycloak is ${phase(server.log())}: ${seconds} s`);
    }
    await wait(200);
  }
}

function phase(log: string): string {
  const installing = log.lastIndexOf("installing your custom providers");
  const installed = log.lastIndexOf("Quarkus augmentation completed");
  return installing > installed ? "building itself with its providers" : "starting";
}

function failure(what: string, server: ServerProcess, directory: string): ExpectedError {
  if (server.log().includes("Database may be already in use")) {
    return new ExpectedError(
      `Another Keycloak is running on the database in ${directory}: stop that one, then run this again.`,
    );
  }
  const lines = meaningfulLogLines(server.log());
  const said = lines.length === 0 ? "Its log is empty." : `Its log says:\n  ${lines.join("\n  ")}`;
  return new ExpectedError(`${what}. ${said}`);
}
