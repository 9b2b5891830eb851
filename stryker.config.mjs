/**
 * Mutation testing of the decisions in src/access, for `npm run test:mutation`.
 *
 * @see [Stryker's configuration](https://stryker-mutator.io/docs/stryker-js/configuration/)
 */
export default {
  mutate: ["src/access/**/*.ts"],
  testRunner: "vitest",
  plugins: ["@stryker-mutator/vitest-runner"],
  // "related" would run the tests of everything that imports access/, which is most of all there is.
  vitest: { configFile: "lab/mutation/vitest.config.ts", related: false },
  thresholds: { high: 90, low: 80, break: 80 },
  // Machines that build this have few cores, and often more than one at work.
  concurrency: 1,
  // Only what the tests of access/ read is copied. tsconfig.json above all isn't: Stryker would take
  // it apart with functions of the compiler that TypeScript 7 no longer has.
  ignorePatterns: [
    ...["/*", "!/src", "!/src/**", "!/messages", "!/messages/**", "!/package.json"],
    ...["!/test", "!/test/**", "/test/e2e"],
    ...["!/lab", "/lab/*", "!/lab/mutation", "!/lab/mutation/**"],
  ],
  disableTypeChecks: false,
  tempDirName: ".cache/mutation/sandbox",
  cleanTempDir: "always",
  reporters: [process.stdout.isTTY ? "progress" : "progress-append-only", "clear-text", "html"],
  clearTextReporter: { reportTests: false },
  htmlReporter: { fileName: ".cache/mutation/report.html" },
};
