import { rm } from "node:fs/promises";
import { join } from "node:path";
import { obtainKeycloak } from "../../tools/keycloak/obtain-keycloak.ts";
import { startKeycloak } from "../../tools/keycloak/start-keycloak.ts";
import { root } from "../../tools/test/root.ts";
import type { Deployment } from "../e2e/servers/deployment.ts";

/** A Keycloak for the programs of a file, and its own folder with `kcadm.sh`. */
export interface HandoverServer extends AsyncDisposable {
  readonly deployment: Deployment;
  readonly binFolder: string;
}

/** Starts it. */
export async function startServer(): Promise<HandoverServer> {
  const report = (line: string) => console.error(line);
  const home = await obtainKeycloak({ version: "26.7.3", report });
  const directory = join(root, ".cache", "handover");
  await rm(join(directory, "data"), { recursive: true, force: true });
  const keycloak = await startKeycloak({ home, directory, report });
  const { baseUrl, adminUsername, adminPassword, stop } = keycloak;
  const urls = { consoleUrl: baseUrl, loginUrl: baseUrl, apiUrl: baseUrl };
  return {
    deployment: { name: "usual", ...urls, adminUsername, adminPassword },
    binFolder: join(home, "bin"),
    [Symbol.asyncDispose]: stop,
  };
}
