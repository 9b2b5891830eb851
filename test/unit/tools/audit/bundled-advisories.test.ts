import { expect, test } from "vitest";
import { bundledAdvisories } from "../../../../tools/audit/bundled-advisories.ts";

const bundled = new Map([
  ["node_modules/lodash-es", { name: "lodash-es", version: "4.17.0" }],
  ["node_modules/a/node_modules/b", { name: "b", version: "1.0.0" }],
]);

const advisory = (title: string) => ({
  title,
  severity: "high",
  url: "https://github.com/advisories/GHSA-1",
});

/** A report of `npm audit --json` about packages, each with its places and its causes. */
const reportOf = (
  ...found: readonly { readonly nodes: readonly string[]; readonly via: readonly unknown[] }[]
) => ({ auditReportVersion: 2, vulnerabilities: Object.fromEntries(Object.entries(found)) });

test("an advisory about a package in the JAR is reported with its title and address", () => {
  const report = reportOf(
    { nodes: ["node_modules/lodash-es"], via: [advisory("Prototype pollution")] },
    { nodes: ["node_modules/a/node_modules/b"], via: [advisory("One"), advisory("Another")] },
  );
  const url = "(high), https://github.com/advisories/GHSA-1";
  expect(bundledAdvisories(report, bundled)).toEqual([
    `b 1.0.0: Another ${url}`,
    `b 1.0.0: One ${url}`,
    `lodash-es 4.17.0: Prototype pollution ${url}`,
  ]);
});

test("advisories about tools, and about other copies of a package, are left out", () => {
  const report = reportOf(
    { nodes: ["node_modules/esbuild"], via: [advisory("Served files")] },
    { nodes: ["node_modules/b", "node_modules/c/node_modules/lodash-es"], via: [advisory("Old")] },
  );
  expect(bundledAdvisories(report, bundled)).toEqual([]);
});

test("a package that only depends on a vulnerable one is not reported", () => {
  const report = reportOf({ nodes: ["node_modules/lodash-es"], via: ["some-tool"] });
  expect(bundledAdvisories(report, bundled)).toEqual([]);
});

test("without advisories, nothing is reported", () => {
  expect(bundledAdvisories(reportOf(), bundled)).toEqual([]);
});

test.each([
  ["an error", { message: "405 Method Not Allowed", statusCode: 405 }, "405 Method Not Allowed"],
  ["no JSON", undefined, "there was no report"],
])("%s in place of a report is no good news", (_, report, said) => {
  expect(() => bundledAdvisories(report, bundled)).toThrow(said);
});
