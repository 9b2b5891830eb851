import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import manifest from "../../../package.json";
import { documentedScript, documentedScripts } from "../../documented-script.ts";

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`);

const pages = [...readdirSync("."), ...filesBelow("docs")].filter((path) => path.endsWith(".md"));
const scripts = pages.flatMap(documentedScripts);

/** Scripts that no test runs, by how they begin, and why. */
const notRun = new Map([
  ["git tag -a", "publishes a release"],
  ["npm publish", "publishes a release"],
  [
    "export GNUPGHOME=",
    "wants Maven and GnuPG; test/unit/tools/release has what stands in for them",
  ],
  ["version=2.0.0 repo=", "asks GitHub; the release workflow does the same"],
  ["verify ", "asks GitHub; the release workflow does the same"],
  ["gh attestation", "asks GitHub; the release workflow does the same"],
  ["keys=", "asks GitHub; the release workflow does the same"],
  ["git checkout v2.0.0", "wants the tag; CI builds two clones and compares them"],
  ["npm run record-console", "starts a server of each minor; unit tests read what it wrote"],
  ["presets doctor", "wants a server with the JAR: test/e2e/cli.spec.ts has one"],
  ["presets advise", "wants a server and a client: npm run test:use has them"],
  [
    "node dist/presets.mjs advise",
    "wants a log: test/unit/cli/commands/advise-command.test.ts has some",
  ],
  [
    "CLIENT_SECRET=… presets record",
    "wants a record, a server and a client: test/e2e/records.spec.ts has them",
  ],
  ["presets custom", "wants a server and a client: test/e2e/custom-presets-cli.spec.ts has them"],
  ["presets report", "wants a server and a client: test/e2e/cli.spec.ts has them"],
  ["npm run test:states", "runs tests for a quarter of an hour: npm test makes 20 of the states"],
  ["npm run test:gate", "runs tests for a quarter of an hour: npm test makes 15 of the documents"],
  ["python3 -m venv ~/peers", "measures for a quarter of an hour: test/unit/lab/peers has outputs"],
  ["npm run evidence", "runs all long suites for hours: test/unit/lab/evidence has short ones"],
  ["npm test -- --unit", "runs tests, one part after the other: npm test itself runs them all"],
]);

const tests = filesBelow("test")
  .filter((path) => /\.(test|spec)\.ts$/.test(path))
  .map((path) => readFileSync(path, "utf8"));

const call = /documentedScript\(\s*"([^"]+)",\s*(?:"((?:[^"\\]|\\.)+)"|'([^']+)'),?\s*\)/g;

/** What tests run: the arguments of `documentedScript`, as they stand in their sources. */
const run = tests.flatMap((source) =>
  [...source.matchAll(call)].map(([, page = "", quoted, plain]) =>
    documentedScript(page, plain ?? JSON.parse(`"${quoted}"`)),
  ),
);

test.each(scripts)("$page: a test runs $script", ({ script }) => {
  const reason = [...notRun].find(([beginning]) => script.startsWith(beginning))?.[1];
  expect(reason === undefined ? run : [script]).toContain(script);
});

test("each script that isn't run exists", () => {
  for (const beginning of notRun.keys()) {
    expect(scripts.filter(({ script }) => script.startsWith(beginning))).not.toEqual([]);
  }
});

test.each(pages)("%s names only npm scripts that there are", (page) => {
  const named = readFileSync(page, "utf8").matchAll(/npm run ([a-z][\w:-]*)/g);
  for (const [, name = ""] of named) expect(Object.keys(manifest.scripts)).toContain(name);
});
