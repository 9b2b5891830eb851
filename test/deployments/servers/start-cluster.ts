import { join } from "node:path";
import { freePort } from "../../../tools/keycloak/free-port.ts";
import { obtainKeycloak } from "../../../tools/keycloak/obtain-keycloak.ts";
import { type RunningKeycloak, startKeycloak } from "../../../tools/keycloak/start-keycloak.ts";
import { newestVersion } from "../../../tools/keycloak/supported-versions.ts";
import { toDeployment } from "../../e2e/servers/to-deployment.ts";
import type { Started, Surroundings } from "../story-on.ts";
import { startNginx } from "./start-nginx.ts";
import { startPostgres } from "./start-postgres.ts";

/** Two nodes behind a reverse proxy. */
export interface Cluster extends Started {
  /** Stops a node, gives it another JAR and starts it again, while the other one answers. */
  readonly upgrade: (node: 0 | 1, jarPath: string) => Promise<void>;
  /** How many nodes each node saw when it last told of a change, such as `2`. */
  readonly members: () => readonly number[];
}

/** Starts two nodes that find each other through one PostgreSQL, behind an nginx. */
export async function startCluster(surroundings: Surroundings): Promise<Cluster> {
  const { jarPath, folder, report } = surroundings;
  const started: { readonly stop: () => Promise<void> }[] = [];
  const stop = async () => {
    for (const it of started.splice(0).reverse()) await it.stop();
  };
  try {
    const home = await obtainKeycloak({ version: newestVersion, report });
    const postgres = await startPostgres();
    started.push(postgres);
    const ports = [await freePort(), await freePort()] as const;
    const nginx = await startNginx(folder, ports);
    started.push(nginx);
    const startNode = (node: 0 | 1, jar: string) =>
      startKeycloak({
        home,
        directory: join(folder, `node-${node}`),
        providers: [jar],
        httpPort: ports[node],
        build: ["--db=postgres"],
        options: [
          ...[`--hostname=${nginx.baseUrl}`, "--http-enabled=true", "--proxy-headers=xforwarded"],
          ...["-Djgroups.bind.address=127.0.0.1", ...postgres.keycloakOptions],
        ],
      });
    const nodes: RunningKeycloak[] = [];
    started.push({ stop: async () => void (await Promise.all(nodes.map((it) => it.stop()))) });
    nodes.push(await startNode(0, jarPath));
    nodes.push(await startNode(1, jarPath));
    const [first] = nodes;
    if (first === undefined) throw new Error("No node was started.");
    const { baseUrl } = nginx;
    return {
      deployment: toDeployment("other", first, baseUrl, baseUrl, baseUrl),
      log: () => nodes.map(({ log }) => log()).join("\n"),
      members: () =>
        nodes.map(({ log }) => {
          const views = [...log().matchAll(/Received new cluster view .*\((\d+)\)/g)];
          return Number(views.at(-1)?.[1] ?? 1);
        }),
      upgrade: async (node, jar) => {
        await nodes[node]?.stop();
        nodes[node] = await startNode(node, jar);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
