/** What each supported Keycloak needs before it counts as supported. docs/developing.md has the same as a list. */
import { readdirSync } from "node:fs";
import { parse as parseProperties } from "dot-properties";
import { expect, test } from "vitest";
import { parse } from "yaml";
import manifest from "../../../package.json";
import { callKey } from "../../../src/catalog/calls/call-template.ts";
import escalations from "../../../src/catalog/measured/escalations.json";
import { loadMinor, measuredMinors } from "../../../src/catalog/measured/load-measurement.ts";
import consoleVersions from "../../../src/catalog/server/console-versions.json" with {
  type: "json",
};
import { minorOf } from "../../../src/catalog/server/minor-of.ts";
import {
  newestVersion,
  oldestVersion,
  supportedVersions,
} from "../../../tools/keycloak/supported-versions.ts";
import { readText } from "./source-files.ts";

/** Something that the project has for each supported Keycloak. */
interface Place {
  readonly name: string;
  /** The versions that it has, or their minors alone. */
  readonly has: readonly string[];
  /** Whether any patch of a minor will do. */
  readonly byMinor: boolean;
  /** Whether it may have more than the supported versions. */
  readonly mayHaveMore?: boolean;
  /** What to do where it lacks a version. */
  readonly add: (version: string) => string;
}

const measured = "src/catalog/measured";
const fixtures = "test/unit/console/fixtures";
const nightly = ".github/workflows/nightly.yml";

const measuredFiles = readdirSync(measured).flatMap(
  (name) => /^(\d+\.\d+)\.json$/.exec(name)?.[1] ?? [],
);

const testRuns: readonly { readonly version: string; readonly day: string }[] = JSON.parse(
  readText("docs/versions.json"),
);

const [, readmeTable = ""] = readText("README.md").split("what `npm run test:versions` writes.");
const readmeRows = [...readmeTable.matchAll(/^\| (\d+\.\d+\.\d+) \|.*\| (\S+) \|$/gm)].map(
  ([, version = "", day = ""]) => ({ version, day }),
);

const measure = (version: string) => `run \`npm run measure -- --keycloak ${version}\``;
const runTests = (version: string) => `run \`npm run test:versions -- ${version}\``;

const places: readonly Place[] = [
  { name: measured, has: measuredFiles, byMinor: true, add: measure },
  {
    name: `${measured}/load-measurement.ts`,
    has: measuredMinors,
    byMinor: true,
    add: (version) => `add ["${minorOf(version)}", () => import("./${minorOf(version)}.json")]`,
  },
  {
    name: "src/catalog/server/console-versions.json",
    has: Object.keys(consoleVersions),
    byMinor: false,
    // Patches between the measured ones are listed too, so that the tab knows which server it is on.
    mayHaveMore: true,
    add: measure,
  },
  {
    name: `${measured}/escalations.json`,
    has: [...new Set(escalations.flatMap(({ outcomes }) => Object.keys(outcomes)))],
    byMinor: true,
    add: (version) => `run \`npm run escalations -- --keycloak ${version}\``,
  },
  {
    name: "docs/versions.json",
    has: testRuns.map(({ version }) => version),
    byMinor: false,
    add: runTests,
  },
  {
    name: "the README's table of versions",
    has: readmeRows.map(({ version }) => version),
    byMinor: false,
    add: runTests,
  },
  {
    name: fixtures,
    has: readdirSync(fixtures),
    byMinor: true,
    add: (version) => `run \`npm run record-console -- ${version}\``,
  },
  {
    name: nightly,
    has: parse(readText(nightly)).jobs.versions.strategy.matrix.version,
    byMinor: false,
    add: (version) => `add ${version} to the matrix of the job versions`,
  },
];

/** What is missing for the supported versions in a place, and what is left over of others. */
function problemsIn(
  { name, has, byMinor, mayHaveMore = false, add }: Place,
  supported: readonly string[],
): readonly string[] {
  const toKey = (version: string) => (byMinor ? minorOf(version) : version);
  const found = new Set(has.map(toKey));
  const wanted = new Set(supported.map(toKey));
  const missing = supported.filter((version) => !found.has(toKey(version)));
  const extra = mayHaveMore ? [] : [...found].filter((key) => !wanted.has(key));
  return [
    ...missing.map((version) => `${name} has nothing for ${toKey(version)}: ${add(version)}.`),
    ...extra.map((key) => `${name} has ${key}, which isn't supported: remove it there.`),
  ];
}

test("the supported versions are listed oldest first, one of each minor", () => {
  const sorted = [...supportedVersions].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  expect(supportedVersions).toEqual(sorted);
  expect(new Set(supportedVersions.map(minorOf)).size).toBe(supportedVersions.length);
  expect([oldestVersion, newestVersion]).toEqual([supportedVersions[0], supportedVersions.at(-1)]);
});

test.each(places)("$name covers exactly the supported versions", (place) => {
  expect(problemsIn(place, supportedVersions)).toEqual([]);
});

test("a measurement is stored under its minor version", () => {
  const wrong = measuredFiles.filter((minor) => {
    const { version }: { version: string } = JSON.parse(readText(`${measured}/${minor}.json`));
    return minorOf(version) !== minor;
  });
  expect(wrong).toEqual([]);
});

test.each(measuredMinors)("each call measured on %s has a name", async (minor) => {
  const names = parseProperties(readText("messages/calls_en.properties"));
  const calls = (await loadMinor(minor))?.calls ?? [];
  const nameless = calls.map(callKey).filter((key) => !(key in names));
  expect(nameless, "Add them to messages/calls_en.properties.").toEqual([]);
});

test("the README's table of versions shows the runs in docs/versions.json", () => {
  const runs = testRuns.map(({ version, day }) => ({ version, day }));
  expect(readmeRows, "Run `npm run test:versions`; don't edit the table by hand.").toEqual(runs);
});

test("a new minor is missed in each place, and each says what to do", () => {
  const problems = places.flatMap((place) => problemsIn(place, [...place.has, "26.99.1"]));
  expect(problems).toEqual([
    "src/catalog/measured has nothing for 26.99: run `npm run measure -- --keycloak 26.99.1`.",
    'src/catalog/measured/load-measurement.ts has nothing for 26.99: add ["26.99", () => import("./26.99.json")].',
    "src/catalog/server/console-versions.json has nothing for 26.99.1: run `npm run measure -- --keycloak 26.99.1`.",
    "src/catalog/measured/escalations.json has nothing for 26.99: run `npm run escalations -- --keycloak 26.99.1`.",
    "docs/versions.json has nothing for 26.99.1: run `npm run test:versions -- 26.99.1`.",
    "the README's table of versions has nothing for 26.99.1: run `npm run test:versions -- 26.99.1`.",
    "test/unit/console/fixtures has nothing for 26.99: run `npm run record-console -- 26.99.1`.",
    ".github/workflows/nightly.yml has nothing for 26.99.1: add 26.99.1 to the matrix of the job versions.",
  ]);
});

test("leftovers of a version that is no longer supported are found", () => {
  const exact = places.filter(({ mayHaveMore }) => mayHaveMore !== true);
  const problems = exact.flatMap((place) => problemsIn({ ...place, has: ["26.98.1"] }, []));
  expect(problems).toEqual(
    exact.map(({ name, byMinor }) => {
      const key = byMinor ? "26.98" : "26.98.1";
      return `${name} has ${key}, which isn't supported: remove it there.`;
    }),
  );
});

test("the commands that are named are there", () => {
  const named = places.flatMap(({ add }) => add("26.99.1").match(/npm run [\w:-]+/g) ?? []);
  const scripts = Object.keys(manifest.scripts);
  for (const command of named) expect(scripts).toContain(command.slice("npm run ".length));
});
