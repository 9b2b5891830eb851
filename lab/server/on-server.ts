import type { Deployment } from "../../test/e2e/servers/deployment.ts";
import { toDeployment } from "../../test/e2e/servers/to-deployment.ts";
import { withFreshKeycloak } from "./with-fresh-keycloak.ts";

/** The Keycloak that work is done on. */
interface ServerOptions {
  readonly version: string;
  /** Of one that runs already; undefined where one is started. */
  readonly url: string | undefined;
  /** The folder of the working copy of one that is started, below `.cache/`. */
  readonly folder: string;
  readonly report: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Works on the server that is named, or on one that is started for it. */
export async function onServer(
  { url, ...options }: ServerOptions,
  work: (server: Deployment) => Promise<void>,
): Promise<void> {
  if (url === undefined) {
    await withFreshKeycloak(options, (keycloak) => {
      const { baseUrl } = keycloak;
      return work(toDeployment("other", keycloak, baseUrl, baseUrl, baseUrl));
    });
    return;
  }
  const baseUrl = url.replace(/\/+$/, "");
  const {
    KC_BOOTSTRAP_ADMIN_USERNAME: adminUsername = "admin",
    KC_BOOTSTRAP_ADMIN_PASSWORD: adminPassword = "admin",
  } = process.env;
  const administrator = { adminUsername, adminPassword };
  await work(toDeployment("other", administrator, baseUrl, baseUrl, baseUrl));
}
