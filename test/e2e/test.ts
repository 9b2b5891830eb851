import { test as base, expect } from "@playwright/test";
import { meaningfulLogLines } from "../../tools/keycloak/server/meaningful-log-lines.ts";
import { AdminConsole } from "./console/admin-console.ts";
import type { ExpectedResponse } from "./page-watch/expected-response.ts";
import { PageWatch } from "./page-watch/page-watch.ts";
import { createTestBed, type TestBed } from "./realm/test-bed.ts";
import { obtainDeployment, readServerLog } from "./servers/ask-keeper.ts";
import type { Deployment, DeploymentName } from "./servers/deployment.ts";

export { expect } from "@playwright/test";

interface StoryOptions {
  /** Where the story takes place: `test.use({ deployment: "split" })`. */
  readonly deployment: DeploymentName;
  /** How the name of the story's realm begins. */
  readonly realmName: string;
}

interface StoryFixtures {
  readonly server: Deployment;
  /** Everything that the Keycloak has logged so far. */
  readonly serverLog: () => Promise<string>;
  readonly testBed: TestBed;
  readonly adminConsole: AdminConsole;
  /** Error responses that the story provokes: push them before they come. */
  readonly expectedResponses: ExpectedResponse[];
  readonly pageWatch: PageWatch;
}

/**
 * Playwright's `test` with a Keycloak, a realm of the story's own and its console. After each
 * story it holds what must hold for all of them: no error that the stock console wouldn't have
 * either, no request to anybody else, and no token, code or secret outside of memory.
 */
export const test = base.extend<StoryOptions & StoryFixtures>({
  deployment: ["usual", { option: true }],
  realmName: ["story", { option: true }],

  server: [
    async ({ deployment }, use) => {
      await use(await obtainDeployment(deployment));
    },
    // The first story on a deployment waits for its Keycloak to be obtained and started.
    { timeout: 600_000 },
  ],

  serverLog: async ({ server }, use) => {
    await use(() => readServerLog(server));
  },

  testBed: async ({ server, realmName }, use) => {
    await using testBed = await createTestBed(server, realmName);
    await use(testBed);
  },

  adminConsole: async ({ page, server }, use) => {
    await use(new AdminConsole(page, server));
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from this pattern.
  expectedResponses: async ({}, use) => {
    await use([]);
  },

  pageWatch: [
    async ({ context, server, serverLog, testBed, expectedResponses }, use) => {
      const pageWatch = new PageWatch(context, server);
      await use(pageWatch);
      const errors = pageWatch.unexpectedErrors(expectedResponses);
      // Where the server itself fails, its log says why. While a realm is deleted it may, for whoever is
      // an administrator of all: https://github.com/keycloak/keycloak/issues/41109
      const isServers = errors.some((error) => error.includes("status of 500"));
      const said = isServers ? meaningfulLogLines(await serverLog()) : [];
      expect.soft([...errors, ...said], "errors in the browser").toEqual([]);
      expect.soft(pageWatch.foreignOrigins(), "requests to other hosts").toEqual([]);
      const leaks = await pageWatch.leaks(await serverLog(), testBed.clientSecrets());
      expect.soft(leaks, "places that contain a token, a code or a secret").toEqual([]);
    },
    { auto: true },
  ],
});
