/** The formats in which `presets check` prints what it finds, read by the programs that they are for. */

import { relative } from "node:path";
import schema from "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json" with { type: "json" };
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { parse } from "junit2json";
import { expect, test } from "vitest";
import { account, client, demoRealm, ofManagement } from "../exported-realm.ts";
import { runPresets } from "../run-presets.ts";
import { makeTestFolder } from "../test-folder.ts";

const folder = makeTestFolder();

const check = (file: string, format: string, ...words: readonly string[]) =>
  runPresets(["check", file, "--format", format, ...words]);

const mapper = {
  name: "who",
  protocolMapper: "oidc-hardcoded-claim-mapper",
  config: { "claim.name": "sub", "access.token.claim": "true" },
};
const script = { name: "js", protocolMapper: "oidc-script-based-protocol-mapper" };

/** Every verdict: `ops` holds too much, `who` acts as another user, `js` may do so, `ok` is accepted. */
const mixed = {
  realm: "demo",
  clients: [
    client("ops"),
    { ...client("who"), protocolMappers: [mapper] },
    { ...client("js"), protocolMappers: [script] },
    { ...client("ok"), protocolMappers: [mapper] },
    client("idle"),
  ],
  users: [account("ops", { clientRoles: ofManagement("view-events", "manage-users") })],
};

const file = folder.write("a realm, 100%.json", JSON.stringify(mixed, null, 2));
const words = ["--allow", "event-reader", "--accept", "ok=act-as-user"];

/** The line of the first place where the file has that text. */
const lineOf = (text: string, from = 0) => {
  const written = JSON.stringify(mixed, null, 2);
  return written.slice(0, written.indexOf(text, from)).split("\n").length;
};

const validate = addFormats(new Ajv({ strict: false, unicodeRegExp: false })).compile(schema);

test("SARIF is valid, and has a result with its line for each finding", async () => {
  const { exitCode, output } = await check(file, "sarif", ...words);
  expect(exitCode).toBe(1);
  const log = JSON.parse(output);
  validate(log);
  expect(validate.errors ?? []).toEqual([]);
  const [{ tool, results }] = log.runs;
  const ids = tool.driver.rules.map(({ id }: { readonly id: string }) => id);
  const told = results.map(
    (it: {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly suppressions?: readonly unknown[];
      readonly locations: readonly {
        readonly physicalLocation: { readonly region: { readonly startLine: number } };
      }[];
    }) => {
      expect(ids[it.ruleIndex]).toBe(it.ruleId);
      return [
        it.ruleId,
        it.level,
        it.locations[0]?.physicalLocation.region.startLine,
        it.suppressions?.length ?? 0,
      ];
    },
  );
  const whoLine = lineOf('"name": "who"') - 1;
  expect(told).toEqual([
    ["act-as-user", "error", whoLine, 0],
    ["unknown-mapper", "error", lineOf('"name": "js"') - 1, 0],
    ["act-as-user", "note", lineOf('"name": "who"', 600) - 1, 1],
    ["role-not-allowed", "error", lineOf('"manage-users"'), 0],
  ]);
  const [{ locations }] = results;
  expect(locations[0].physicalLocation.artifactLocation.uri).toBe(
    `file://${folder.path}/a%20realm,%20100%25.json`,
  );
});

test("SARIF names files relative to the folder, and standard input not at all", async () => {
  const near = await check(`./${relative(process.cwd(), file)}`, "sarif", ...words);
  const [{ locations }] = JSON.parse(near.output).runs[0].results;
  expect(locations[0].physicalLocation.artifactLocation.uri).toBe(
    relative(process.cwd(), file).split("/").map(encodeURIComponent).join("/"),
  );
  const { output } = await runPresets(["check", "-", "--format", "sarif", "--allow", "none"], {
    input: JSON.stringify(demoRealm),
  });
  const log = JSON.parse(output);
  expect(validate(log)).toBe(true);
  expect(log.runs[0].results[0].locations).toEqual([]);
});

test("a finding keeps its fingerprint if only its line changes", async () => {
  const fingerprints = async (indent: number) => {
    const moved = folder.write("moved.json", JSON.stringify(mixed, null, indent));
    const { results } = JSON.parse((await check(moved, "sarif", ...words)).output).runs[0];
    return results.map((it: { readonly partialFingerprints: unknown }) => it.partialFingerprints);
  };
  const first = await fingerprints(0);
  expect(new Set(first.map((it: unknown) => JSON.stringify(it))).size).toBe(4);
  expect(await fingerprints(2)).toEqual(first);
});

test("a JUnit report has a case for each service account, which fails if it isn't allowed", async () => {
  const { exitCode, output } = await check(file, "junit", ...words);
  expect(exitCode).toBe(1);
  const report = await parse(output);
  expect(report).toMatchObject({ tests: 5, failures: 2, errors: 1 });
  const suites =
    report !== null && report !== undefined && "testsuite" in report ? report.testsuite : [];
  expect(suites?.map(({ name, tests }) => ({ name, tests }))).toEqual([{ name: "demo", tests: 5 }]);
  const cases = new Map(suites?.[0]?.testcase?.map((it) => [it.name, it]));
  expect(cases.get("demo / idle")).toMatchObject({ classname: "demo" });
  expect(cases.get("demo / idle")?.failure).toBeUndefined();
  expect(cases.get("demo / ok")?.failure).toBeUndefined();
  expect(cases.get("demo / js")?.error?.[0]?.type).toBe("unknown-mapper");
  expect(cases.get("demo / ops")?.failure?.[0]).toMatchObject({
    message: "manage-users",
    type: "role-not-allowed",
    inner: `NOT ALLOWED: manage-users at ${file}:${lineOf('"manage-users"')}`,
  });
});

test("workflow commands name file and line, and escape what would end them", async () => {
  const { exitCode, output } = await check(file, "github", ...words);
  expect(exitCode).toBe(1);
  const path = file.replace("%", "%25").replace(",", "%2C");
  expect(output.split("\n")).toEqual([
    expect.stringMatching(/^::error .*title=NOT ALLOWED::demo \/ who: critical: can act as/),
    expect.stringMatching(/^::error .*title=CANNOT TELL::demo \/ js: /),
    expect.stringMatching(/^::notice .*title=accepted::demo \/ ok: /),
    `::error file=${path},line=${lineOf('"manage-users"')},title=NOT ALLOWED::demo / ops: manage-users`,
    "",
  ]);
  const told = await check(file, "github");
  expect(told.output).toMatch(/^::warning .*title=beside roles::/);
});

test.each(["sarif", "junit", "github"])(
  "a name can neither end what is printed as %s nor add to it",
  async (format) => {
    const name = '<a b="c">&]]>\u0000\u202e\ufffe\n::error::x%0A::error::y';
    const realm = {
      realm: name,
      users: [account(name, { clientRoles: ofManagement("view-events") })],
    };
    const evil = folder.write("evil\n::error::z.json", JSON.stringify(realm));
    const { exitCode, output } = await check(evil, format, "--allow", "none");
    expect(exitCode).toBe(1);
    expect(output).not.toMatch(/[^\P{Cc}\n]|[\p{Bidi_Control}]/u);
    if (format === "github") {
      expect(output.match(/^::/gm)).toHaveLength(1);
      expect(output.trimEnd().split("\n")).toHaveLength(1);
      expect(output).toContain("x%250A::error::y");
      expect(output).toContain("evil%0A%3A%3Aerror%3A%3Az.json");
    } else if (format === "junit") {
      const report = await parse(output);
      const suites =
        report !== null && report !== undefined && "testsuite" in report ? report.testsuite : [];
      expect(suites?.[0]?.name).toBe(
        '<a b="c">&]]>\\u0000\\u202e\ufffd\\u000a::error::x%0A::error::y',
      );
      expect(suites?.[0]?.testcase).toHaveLength(1);
    } else {
      expect(validate(JSON.parse(output))).toBe(true);
    }
  },
);

test("without findings, each format says so", async () => {
  const clean = folder.write(
    "clean.json",
    JSON.stringify({ realm: "demo", clients: [client("a")] }),
  );
  for (const format of ["text", "json", "sarif", "junit", "github"]) {
    expect((await check(clean, format, "--allow", "none")).exitCode).toBe(0);
  }
  expect((await check(clean, "github")).output).toBe("");
  expect(JSON.parse((await check(clean, "sarif")).output).runs[0].results).toEqual([]);
});

test("--json is short for --format json", async () => {
  expect(await runPresets(["check", file, "--json"])).toEqual(await check(file, "json"));
});

test("an unknown format is rejected with the possible ones", async () => {
  const { exitCode, errors } = await check(file, "xml");
  expect(exitCode).toBe(2);
  expect(errors).toContain("text, json, sarif, junit, github");
});
