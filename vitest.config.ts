import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/unit/**/*.test.{ts,tsx}"],
    coverage: { provider: "v8", include: ["src/**", "tools/**"] },
  },
});
