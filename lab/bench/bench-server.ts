import { rm } from "node:fs/promises";
import { join } from "node:path";
import { untilInterrupted } from "../../tools/command/interruption.ts";
import { findJava } from "../../tools/keycloak/server/find-java.ts";
import { keycloakEnvironment } from "../../tools/keycloak/server/keycloak-environment.ts";
import {
  type ServerProcess,
  startServerProcess,
} from "../../tools/keycloak/server/server-process.ts";
import { type RunningKeycloak, startKeycloak } from "../../tools/keycloak/start-keycloak.ts";
import { newestVersion } from "../../tools/keycloak/supported-versions.ts";
import { root } from "../../tools/test/root.ts";

/** What a server that is measured is started from. */
export interface BenchServer {
  readonly home: string;
  readonly jarPath: string;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
}

const database = "--db=dev-file";
const directory = join(root, ".cache", "bench", newestVersion);

/** Forgets what earlier servers were filled with. */
export async function clearBenchServer(): Promise<void> {
  await rm(join(directory, "data"), { recursive: true, force: true });
}

/**
 * Starts the server for what is to be done on it, as servers are run: browsers keep what they have loaded.
 * It keeps its realms; each time it is started, it has read none of them.
 */
export async function withBenchServer<Result>(
  { home, jarPath, report, signal }: BenchServer,
  work: (keycloak: RunningKeycloak) => Promise<Result>,
): Promise<Result> {
  const keycloak = await startKeycloak({
    ...{ home, directory, providers: [jarPath], report, signal },
    ...{ command: "start", isMeasured: true },
    options: ["--http-enabled=true", "--hostname-strict=false", database],
  });
  try {
    return await untilInterrupted(work(keycloak), signal);
  } finally {
    await keycloak.stop();
  }
}

/** Runs a command of `kc.sh` on the database of the server, which was started before and isn't running. */
export async function runBenchCommand(
  { report }: BenchServer,
  command: string,
  ...options: readonly string[]
): Promise<ServerProcess> {
  const environment = keycloakEnvironment({
    ...{ environment: process.env, java: await findJava({ report }) },
    ...{ adminUsername: "admin", adminPassword: "admin", isMeasured: true },
  });
  return startServerProcess({
    program: join(directory, "bin", "kc.sh"),
    arguments: [command, database, ...options],
    ...{ directory, environment },
  });
}
