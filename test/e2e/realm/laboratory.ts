import { readFile } from "node:fs/promises";
import { test as base } from "@playwright/test";
import { startDirectory } from "../../../lab/ldap/directory.ts";
import { administratorOf } from "../../../lab/measure/calls/administrator-of.ts";
import { createCallers } from "../../../lab/measure/calls/callers.ts";
import type { Laboratory } from "../../../lab/measure/calls/probe-call.ts";
import { allFixtures } from "../../../lab/measure/fixtures/all-fixtures.ts";
import { startMailSink } from "../../../lab/measure/world/mail-sink.ts";
import { makeRealm } from "../../../lab/measure/world/make-realm.ts";
import { callKey } from "../../../src/catalog/calls/call-template.ts";
import {
  type MeasuredMatrix,
  readMeasurement,
} from "../../../src/catalog/measured/measured-matrix.ts";
import { minorOf } from "../../../src/catalog/server/minor-of.ts";
import { obtainDeployment } from "../servers/ask-keeper.ts";
import { versionOf } from "../servers/tested-version.ts";

export { expect } from "@playwright/test";

/** Versions whose stored measurement is held against the running server. */
export type MeasuredDeployment = keyof typeof versionOf;

interface LaboratoryFixtures {
  readonly deployment: MeasuredDeployment;
  /** What was measured on that version. */
  readonly matrix: MeasuredMatrix;
  /** A realm that has one of everything, with callers of any set of roles. */
  readonly laboratory: Laboratory;
}

/** Playwright's `test` with a realm to make Admin API calls in, and no browser. */
export const test = base.extend<LaboratoryFixtures>({
  deployment: ["usual", { option: true }],

  matrix: async ({ deployment }, use) => {
    const file = `src/catalog/measured/${minorOf(versionOf[deployment])}.json`;
    await use(readMeasurement(JSON.parse(await readFile(file, "utf8"))));
  },

  laboratory: [
    async ({ deployment, matrix }, use) => {
      const { apiUrl, adminUsername, adminPassword } = await obtainDeployment(deployment);
      const known = new Set(matrix.calls.map(callKey));
      const mails = await startMailSink();
      const directory = await startDirectory();
      const lab = await makeRealm({
        baseUrl: apiUrl,
        realm: `laboratory-${crypto.randomUUID().slice(0, 8)}`,
        newAdminToken: await administratorOf({ baseUrl: apiUrl, adminUsername, adminPassword }),
        smtpPort: mails.port,
        directoryUrl: directory.url,
        has: (key) => known.has(key),
      });
      const tokenOf = await createCallers(lab);
      await use({ lab, tokenOf, fixtures: allFixtures, mayBeEmpty: true });
      await lab.send("DELETE", "");
      await mails.stop();
      await directory.stop();
    },
    // The first one on a deployment waits for its Keycloak to be obtained and started.
    { timeout: 600_000 },
  ],
});
