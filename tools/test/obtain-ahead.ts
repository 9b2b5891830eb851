import { findBrowser } from "../browser/find-browser.ts";
import { obtainKeycloak } from "../keycloak/obtain-keycloak.ts";
import { newestVersion, oldestVersion } from "../keycloak/supported-versions.ts";

let obtaining: Promise<void> | undefined;

/**
 * Obtains what the end-to-end tests need, a browser and Keycloaks, while others wait for the processor:
 * once, however often it is called. What can't be obtained is obtained again by who needs it, and told then.
 */
export function obtainAhead(): Promise<void> {
  obtaining ??= obtain();
  return obtaining;
}

async function obtain(): Promise<void> {
  const report = () => undefined;
  await Promise.allSettled([
    findBrowser(report),
    obtainKeycloak({ version: newestVersion, report }).then(() =>
      obtainKeycloak({ version: oldestVersion, report }),
    ),
  ]);
}
