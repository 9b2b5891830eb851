import { join } from "node:path";
import { freePort } from "../../../tools/keycloak/free-port.ts";
import { obtainKeycloak } from "../../../tools/keycloak/obtain-keycloak.ts";
import { startKeycloak } from "../../../tools/keycloak/start-keycloak.ts";
import { newestVersion } from "../../../tools/keycloak/supported-versions.ts";
import { toDeployment } from "../../e2e/servers/to-deployment.ts";
import type { Started, Surroundings } from "../story-on.ts";
import { startPostgres } from "./start-postgres.ts";

/** A server in production mode. */
export interface Production extends Started {
  /** Stops it, empties its `providers/`, and starts it again, with `kc.sh build` before. */
  readonly removeJar: () => Promise<void>;
}

/** Starts what was built by `kc.sh build` with `start --optimized`, on PostgreSQL. */
export async function startProduction(surroundings: Surroundings): Promise<Production> {
  const { jarPath, folder, report } = surroundings;
  const postgres = await startPostgres();
  try {
    const httpPort = await freePort();
    const url = `http://localhost:${httpPort}`;
    const home = await obtainKeycloak({ version: newestVersion, report });
    const startWith = (providers: readonly string[]) =>
      startKeycloak({
        home,
        directory: join(folder, "keycloak"),
        providers,
        httpPort,
        build: ["--db=postgres"],
        options: [`--hostname=${url}`, "--http-enabled=true", ...postgres.keycloakOptions],
      });
    let keycloak = await startWith([jarPath]);
    return {
      deployment: toDeployment("other", keycloak, url, url, url),
      log: () => keycloak.log(),
      removeJar: async () => {
        await keycloak.stop();
        keycloak = await startWith([]);
      },
      stop: async () => {
        await keycloak.stop();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
