import type { DemoRealm } from "./ensure-demo-realm.ts";

/** What a person reads when everything runs: where it is, how to sign in, where to click. */
export function welcome(options: {
  version: string;
  baseUrl: string;
  demo: DemoRealm;
  logFile: string;
}): string {
  const { version, baseUrl, demo } = options;
  const tab = `#/${demo.realm}/clients/${demo.clientUuid}/service-account-presets`;
  return `
Keycloak ${version} is ready, with the tab "Service account presets" in its admin console.

  Open      ${baseUrl}/admin/master/console/${tab}
  Sign in   admin / admin

  Or click  realm "${demo.realm}" > Clients > ${demo.clientId} > Service account presets
  As a realm administrator (operator / operator)
            ${baseUrl}/admin/${demo.realm}/console/${tab}
  Its log   ${options.logFile}

Ctrl-C stops it. The next start finds the realm as you leave it; --fresh starts over.
`;
}
