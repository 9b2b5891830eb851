import { findBrowser } from "../browser/find-browser.ts";
import { obtainKeycloak } from "../keycloak/obtain-keycloak.ts";
import { newestVersion, oldestVersion } from "../keycloak/supported-versions.ts";

/**
 * Obtains what the end-to-end tests need, a browser and Keycloaks, while others wait for the processor.
 * What can't be obtained is obtained again by who needs it, and told then.
 */
export async function obtainAhead(): Promise<void> {
  const report = () => undefined;
  await Promise.allSettled([
    findBrowser(report),
    obtainKeycloak({ version: newestVersion, report }).then(() =>
      obtainKeycloak({ version: oldestVersion, report }),
    ),
  ]);
}
