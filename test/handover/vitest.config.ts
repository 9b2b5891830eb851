import { defineConfig } from "vitest/config";
import { propertiesForVitest } from "../../tools/test/properties-for-vitest.ts";

/** `npm run test:handover`: what the panel hands over, run by the programs that it is for. */
export default defineConfig({
  plugins: [propertiesForVitest],
  test: {
    include: ["test/handover/**/*.test.ts"],
    // They share one server and its processor.
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 600_000,
  },
});
