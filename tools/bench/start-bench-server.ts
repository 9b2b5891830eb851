import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type RunningKeycloak, startKeycloak } from "../keycloak/start-keycloak.ts";
import { newestVersion } from "../keycloak/supported-versions.ts";
import { root } from "../test/root.ts";

/** What a server that is measured is started from. */
export interface BenchServer {
  readonly home: string;
  readonly jarPath: string;
  readonly report: (line: string) => void;
}

const directory = join(root, ".cache", "bench", newestVersion);

/** Forgets what earlier servers were filled with. */
export async function clearBenchServer(): Promise<void> {
  await rm(join(directory, "data"), { recursive: true, force: true });
}

/** Starts the server as servers are run: browsers keep what they have loaded. It keeps its realms. */
export async function startBenchServer(server: BenchServer): Promise<RunningKeycloak> {
  const { home, jarPath, report } = server;
  return startKeycloak({
    ...{ home, directory, providers: [jarPath], report, command: "start", isMeasured: true },
    options: ["--http-enabled=true", "--hostname-strict=false", "--db=dev-file"],
  });
}
