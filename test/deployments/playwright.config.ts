import { defineConfig } from "@playwright/test";
import stories from "../../playwright.config.ts";

const { projects: _, ...shared } = stories;

export default defineConfig({
  ...shared,
  testDir: ".",
  outputDir: "../../test-results",
  globalSetup: "./global-setup.ts",
  fullyParallel: false,
  // Each file starts servers of its own.
  workers: 1,
  timeout: 600_000,
  globalTimeout: 60 * 60_000,
});
