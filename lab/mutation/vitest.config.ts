import { defineConfig } from "vitest/config";

/** The tests that shall find each mutant of src/access, for Stryker. */
export default defineConfig({
  test: {
    include: ["test/unit/access/**/*.test.ts"],
    setupFiles: ["lab/mutation/same-samples.ts"],
  },
});
