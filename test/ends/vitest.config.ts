import { defineConfig } from "vitest/config";
import { propertiesForVitest } from "../../tools/test/properties-for-vitest.ts";

/** `npm run test:ends`: what becomes of ends on a real server, over its restart too. */
export default defineConfig({
  plugins: [propertiesForVitest],
  test: {
    include: ["test/ends/**/*.test.ts"],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});
