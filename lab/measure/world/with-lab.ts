import { callKey } from "../../../src/catalog/calls/call-template.ts";
import type { RunningKeycloak } from "../../../tools/keycloak/start-keycloak.ts";
import { startDirectory } from "../../ldap/directory.ts";
import { administratorOf } from "../calls/administrator-of.ts";
import type { Endpoint } from "../endpoints/list-endpoints.ts";
import type { Lab } from "../lab.ts";
import { startMailSink } from "./mail-sink.ts";
import { makeRealm } from "./make-realm.ts";

/** Makes a realm to call everything in, with a mail server and a directory that stop when `work` has ended. */
export async function withLab(
  keycloak: RunningKeycloak,
  endpoints: readonly Endpoint[],
  work: (lab: Lab) => Promise<void>,
): Promise<void> {
  const keys = new Set(endpoints.map(callKey));
  const mails = await startMailSink();
  const directory = await startDirectory();
  try {
    await work(
      await makeRealm({
        baseUrl: keycloak.baseUrl,
        realm: "measured",
        newAdminToken: await administratorOf(keycloak),
        smtpPort: mails.port,
        directoryUrl: directory.url,
        has: (key) => keys.has(key),
      }),
    );
  } finally {
    await mails.stop();
    await directory.stop();
  }
}
