import { defineConfig } from "vitest/config";
import { propertiesForVitest } from "./tools/test/properties-for-vitest.ts";

/** How many percent of their branches unit tests take at least, by folder. */
const leastBranches = {
  "src/access/**": 95,
  "src/catalog/**": 95,
  "src/session/**": 95,
  "src/keycloak/**": 95,
  "src/formats/**": 95,
  "src/texts/**": 95,
  "src/cli/**": 95,
  "src/panel/**/use-*.ts": 95,
  "src/panel/**/*.tsx": 70,
};

/** Folders whose tests leave nothing behind, so that their files can share what they import. */
const sharing = ["access", "catalog", "faults", "formats", "lab"].map(
  (folder) => `test/unit/${folder}/**/*.test.{ts,tsx}`,
);

export default defineConfig({
  plugins: [propertiesForVitest],
  test: {
    // PatternFly's scripts import style sheets, which only Vite understands.
    server: { deps: { inline: [/@patternfly/] } },
    // Vitest leaves one core free, which is half of a machine with two.
    maxWorkers: "100%",
    // No test looks at the clock: on a busy machine even a process is slow to start.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      { extends: true, test: { name: "sharing", include: sharing, isolate: false } },
      {
        extends: true,
        test: { name: "isolated", include: ["test/unit/**/*.test.{ts,tsx}"], exclude: sharing },
      },
    ],
    coverage: {
      provider: "v8",
      include: Object.keys(leastBranches),
      // What is not code is not counted.
      exclude: ["**/*.json", "**/*.properties"],
      reporter: ["text-summary", "html"],
      reportsDirectory: ".cache/coverage",
      thresholds: Object.fromEntries(
        Object.entries(leastBranches).map(([glob, branches]) => [glob, { branches }]),
      ),
    },
  },
});
