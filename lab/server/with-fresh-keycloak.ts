import { rm } from "node:fs/promises";
import { join } from "node:path";
import { untilInterrupted } from "../../tools/command/interruption.ts";
import { obtainKeycloak } from "../../tools/keycloak/obtain-keycloak.ts";
import { type RunningKeycloak, startKeycloak } from "../../tools/keycloak/start-keycloak.ts";
import { root } from "../../tools/test/root.ts";

/** The Keycloak that evidence is taken from. */
export interface FreshKeycloak {
  readonly version: string;
  /** The folder of its working copy, below `.cache/`. */
  readonly folder: string;
  readonly providers?: readonly string[];
  readonly httpPort?: number;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Starts a Keycloak with an empty database for `work`, and stops it whatever comes of that. Throws the signal's
 * reason when `signal` is aborted.
 */
export async function withFreshKeycloak<Result>(
  { version, folder, ...options }: FreshKeycloak,
  work: (keycloak: RunningKeycloak) => Promise<Result>,
): Promise<Result> {
  const { report, signal } = options;
  const home = await untilInterrupted(obtainKeycloak({ version, report }), signal);
  const directory = join(root, ".cache", folder);
  await rm(join(directory, "data"), { recursive: true, force: true });
  const keycloak = await startKeycloak({ home, directory, ...options });
  try {
    return await untilInterrupted(work(keycloak), signal);
  } finally {
    await keycloak.stop();
  }
}
