import { cp } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "../../../tools/keycloak/free-port.ts";
import { obtainKeycloak } from "../../../tools/keycloak/obtain-keycloak.ts";
import { makeWorkingCopy } from "../../../tools/keycloak/server/working-copy.ts";
import { startKeycloak } from "../../../tools/keycloak/start-keycloak.ts";
import { newestVersion } from "../../../tools/keycloak/supported-versions.ts";
import { toDeployment } from "../../e2e/servers/to-deployment.ts";
import type { Started, Surroundings } from "../story-on.ts";

/** How a server is to be run. */
export interface Way {
  readonly version?: string;
  /** Where it answers, when not at `localhost`. */
  readonly host?: string;
  /** Below what path it answers, as `/auth`. */
  readonly relativePath?: string;
  readonly options?: readonly string[];
  /** JARs in place of the built one. */
  readonly providers?: readonly string[];
  /** A folder whose themes are put into the server's `themes/`. */
  readonly themes?: string;
}

/** Starts one server in development mode. */
export async function startOne(
  { jarPath, folder, report }: Surroundings,
  way: Way,
): Promise<Started> {
  const home = await obtainKeycloak({ version: way.version ?? newestVersion, report });
  const directory = join(folder, "keycloak");
  await makeWorkingCopy(home, directory);
  if (way.themes !== undefined) {
    await cp(way.themes, join(directory, "themes"), { recursive: true });
  }
  const httpPort = await freePort();
  const path = way.relativePath ?? "";
  const apiUrl = `http://localhost:${httpPort}${path}`;
  const keycloak = await startKeycloak({
    home,
    directory,
    providers: way.providers ?? [jarPath],
    httpPort,
    baseUrl: apiUrl,
    options: [...(path === "" ? [] : [`--http-relative-path=${path}`]), ...(way.options ?? [])],
  });
  const url = `http://${way.host ?? "localhost"}:${httpPort}${path}`;
  return { deployment: toDeployment("other", keycloak, url, url, apiUrl), ...keycloak };
}
