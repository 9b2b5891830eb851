import { defineConfig } from "vitest/config";

/** `npm run test:docs`: the documentation's commands, run as they stand there, from a fresh clone on. */
export default defineConfig({
  test: {
    include: ["test/docs/**/*.test.ts"],
    // They share one port and the processor.
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
});
