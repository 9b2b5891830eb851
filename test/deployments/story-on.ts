import { rm } from "node:fs/promises";
import { createAdminApi } from "../e2e/realm/admin-api.ts";
import { jarVariable } from "../e2e/run/jar-variable.ts";
import type { Deployment } from "../e2e/servers/deployment.ts";
import { makeRunFolder } from "../e2e/servers/make-run-folder.ts";
import { test } from "../e2e/test.ts";

export { expect } from "../e2e/test.ts";

/** A way of running Keycloak, while it runs. */
export interface Started {
  readonly deployment: Deployment;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
}

/** What a deployment is started with. */
export interface Surroundings {
  readonly jarPath: string;
  /** A folder of this deployment alone. */
  readonly folder: string;
  readonly report: (line: string) => void;
}

/** Playwright's `test` with all that stories have, on a deployment of a file's own. */
export function storyOn<Running extends Started>(
  start: (surroundings: Surroundings) => Promise<Running>,
) {
  return test.extend<object, { readonly running: Running; readonly folder: string }>({
    folder: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
      async ({}, use) => {
        const folder = await makeRunFolder();
        await use(folder);
        await rm(folder, { recursive: true, force: true });
      },
      { scope: "worker" },
    ],
    running: [
      async ({ folder }, use) => {
        const jarPath = process.env[jarVariable] ?? "";
        const running = await start({ jarPath, folder, report: console.error });
        try {
          const theme = { adminTheme: "service-account-presets" };
          await createAdminApi(running.deployment).put("/admin/realms/master", theme);
          await use(running);
        } finally {
          await running.stop();
        }
      },
      { scope: "worker", timeout: 600_000 },
    ],
    server: async ({ running }, use) => {
      await use(running.deployment);
    },
    serverLog: async ({ running }, use) => {
      await use(async () => running.log());
    },
  });
}
