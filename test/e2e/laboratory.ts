import { readFile } from "node:fs/promises";
import { test as base } from "@playwright/test";
import { callKey } from "../../src/catalog/call-template.ts";
import { type MeasuredMatrix, readMeasurement } from "../../src/catalog/measured-matrix.ts";
import { minorOf } from "../../tools/keycloak/minor-of.ts";
import { administratorOf } from "../../tools/measure/administrator-of.ts";
import { allFixtures } from "../../tools/measure/all-fixtures.ts";
import { createCallers } from "../../tools/measure/callers.ts";
import { startMailSink } from "../../tools/measure/mail-sink.ts";
import { makeRealm } from "../../tools/measure/make-realm.ts";
import type { Laboratory } from "../../tools/measure/probe-call.ts";
import { obtainDeployment } from "./servers/ask-keeper.ts";
import { versionOf } from "./servers/tested-version.ts";

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
      const lab = await makeRealm({
        baseUrl: apiUrl,
        realm: `laboratory-${crypto.randomUUID().slice(0, 8)}`,
        newAdminToken: await administratorOf({ baseUrl: apiUrl, adminUsername, adminPassword }),
        smtpPort: mails.port,
        has: (key) => known.has(key),
      });
      await use({ lab, tokenOf: await createCallers(lab), fixtures: allFixtures });
      await lab.send("DELETE", "");
      await mails.stop();
    },
    // The first one on a deployment waits for its Keycloak to be obtained and started.
    { timeout: 600_000 },
  ],
});
