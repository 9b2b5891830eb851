import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { readState } from "../../../../lab/evidence/code-state.ts";
import { type MissingRun, runMissing } from "../../../../lab/evidence/run-missing.ts";
import type { Suite } from "../../../../lab/evidence/suite.ts";
import { loadResults } from "../../../../lab/evidence/suite-result.ts";
import { makeProject, type Project } from "./make-project.ts";

/** A suite that notes in `.cache/ran` that it runs, and then does what the script says. */
function suiteOf(id: string, script = "", more: Partial<Suite> = {}): Suite {
  const note = `const fs = require("node:fs");
    fs.mkdirSync(".cache", { recursive: true });
    fs.appendFileSync(".cache/ran", "${id} ");`;
  const programs = [[process.execPath, "-e", `${note}${script || passes}`] as const];
  return { id, proves: "It works.", command: id, programs, ...more };
}

const passes = 'console.log("2 passed, 0 failed");';
const fails = 'console.log("1 passed, 1 failed"); process.exit(1);';

/** Runs suites on the present state of a project. */
async function runOn(project: Project, suites: readonly Suite[], more: Partial<MissingRun> = {}) {
  const state = await readState(project.folder);
  const results = join(project.folder, ".cache", "evidence", state);
  const lines: string[] = [];
  const havePassed = await runMissing({
    ...{ project: project.folder, state, results, logs: results, suites, isSilent: true },
    ...{ report: (line: string) => lines.push(line), signal: new AbortController().signal },
    ...more,
  });
  return { havePassed, lines, results: await loadResults(results) };
}

const ran = ({ folder }: Project) => {
  const file = join(folder, ".cache", "ran");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split(" ") : [];
};

test("each suite runs once, and its result says when, where and what came of it", async () => {
  const project = makeProject();
  const { havePassed, results } = await runOn(project, [suiteOf("a"), suiteOf("b")]);
  expect(havePassed).toBe(true);
  expect(ran(project)).toEqual(["a", "b"]);
  expect(results.get("a")).toEqual({
    ...{ suite: "a", command: "a", state: await readState(project.folder) },
    ...{ began: expect.any(String), ended: expect.any(String), exitCode: 0 },
    ...{ counts: { passed: 2, failed: 0 }, hasPassed: true },
    machine: {
      cores: expect.any(Number),
      memoryInGigabytes: expect.any(Number),
      node: process.version,
    },
  });
});

test("a suite that has passed on the state isn't run again, also after a change of pages; one that failed is", async () => {
  const project = makeProject();
  const broken = suiteOf("b", `if (!fs.existsSync(".cache/fixed")) { ${fails} } ${passes}`);
  const suites = [suiteOf("a"), broken, suiteOf("c")];
  expect((await runOn(project, suites, { keepsGoing: true })).havePassed).toBe(false);
  project.write("docs/gate.md", "# Changed\n");
  project.write("README.md", "# Changed\n");
  project.write(".cache/fixed", "");
  const { havePassed, results } = await runOn(project, suites);
  expect(havePassed).toBe(true);
  expect(ran(project)).toEqual(["a", "b", "c", "b"]);
  expect(results.get("b")?.hasPassed).toBe(true);
});

test("a change of the code makes each suite run again, and its return brings the results back", async () => {
  const project = makeProject();
  await runOn(project, [suiteOf("a")]);
  project.write("src/main.ts", "export const a = 1;\n");
  await runOn(project, [suiteOf("a")]);
  project.write("src/main.ts", "export {};\n");
  await runOn(project, [suiteOf("a")]);
  expect(ran(project)).toEqual(["a", "a"]);
});

test("after a suite that fails none is run, unless the run is to go on", async () => {
  const project = makeProject();
  const suites = [suiteOf("a", fails), suiteOf("b")];
  const { havePassed, lines, results } = await runOn(project, suites);
  expect(havePassed).toBe(false);
  expect(ran(project)).toEqual(["a"]);
  expect(lines).toContain("✗ a: failed: 1 passed, 1 failed");
  expect(results.get("a")).toMatchObject({ hasPassed: false, exitCode: 1 });
  expect((await runOn(project, suites, { keepsGoing: true })).havePassed).toBe(false);
  expect(ran(project)).toEqual(["a", "a", "b"]);
});

test.each([
  ["no test", 'console.log("0 passed, 0 failed");'],
  ["skipped tests", 'console.log(" Tests  3 passed | 1 skipped (4)");'],
  ["no counts", 'console.log("Done.");'],
])("a suite with %s has not passed, although it ended well", async (_, script) => {
  const { havePassed, results } = await runOn(makeProject(), [suiteOf("a", script)]);
  expect(havePassed).toBe(false);
  expect(results.get("a")).toMatchObject({ exitCode: 0, hasPassed: false });
});

test("a suite that counts nothing passes by its exit code", async () => {
  const script = 'console.log("Done.");';
  const { results } = await runOn(makeProject(), [suiteOf("a", script, { isUncounted: true })]);
  expect(results.get("a")).toMatchObject({ hasPassed: true });
});

test("the programs of a suite run until one fails; the log keeps what all of them printed", async () => {
  const project = makeProject();
  const say = (word: string, code = 0) =>
    [process.execPath, "-e", `console.error("${word}"); process.exit(${code});`] as const;
  const programs = [say("one"), say("two", 3), say("three")];
  const { results } = await runOn(project, [suiteOf("a", "", { programs })]);
  expect(results.get("a")).toMatchObject({ exitCode: 3, hasPassed: false });
  const log = join(project.folder, ".cache", "evidence", await readState(project.folder), "a.log");
  expect(readFileSync(log, "utf8")).toBe("one\ntwo\n");
});

test("a program that isn't there has failed", async () => {
  const complain = vi.spyOn(console, "error").mockReturnValue();
  const programs = [["no-such-program"] as const];
  const { results } = await runOn(makeProject(), [suiteOf("a", "", { programs })]);
  expect(results.get("a")).toMatchObject({ exitCode: 127, hasPassed: false });
  expect(complain).toHaveBeenCalledWith(expect.stringContaining("no-such-program"));
  complain.mockRestore();
});

test("a suite that is stopped ends in order and leaves no result; those before it keep theirs", async () => {
  const project = makeProject();
  const stop = new AbortController();
  const waits = `process.on("SIGINT", () => {
      fs.writeFileSync(".cache/stopped", "in order");
      ${passes}
      process.exit(0);
    });
    fs.writeFileSync(".cache/waits", "");
    setInterval(() => {}, 1000);`;
  const suites = [suiteOf("a"), suiteOf("b", waits), suiteOf("c")];
  const running = runOn(project, suites, { signal: stop.signal });
  const ended = expect(running).rejects.toThrow("Stopped by SIGINT.");
  const isThere = (name: string) => existsSync(join(project.folder, ".cache", name));
  await vi.waitFor(() => expect(isThere("waits")).toBe(true), 30_000);
  stop.abort(new Error("Stopped by SIGINT."));
  await ended;
  expect(isThere("stopped")).toBe(true);
  expect(ran(project)).toEqual(["a", "b"]);
  const { results } = await runOn(project, [suiteOf("a"), suiteOf("b")]);
  expect(ran(project)).toEqual(["a", "b", "b"]);
  expect([...results.keys()]).toEqual(["a", "b"]);
});

test("what a stopped suite has started ends with it, and its temporary files are gone", async () => {
  const project = makeProject();
  const stop = new AbortController();
  // As vitest does, it ends at once and leaves its workers.
  const starts = `const { spawn } = require("node:child_process");
    const temporary = require("node:os").tmpdir();
    fs.writeFileSync(temporary + "/left", "");
    process.on("SIGINT", () => process.exit(130));
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000);"], { stdio: "ignore" });
    fs.writeFileSync(".cache/started", JSON.stringify([child.pid, temporary]));`;
  const running = runOn(project, [suiteOf("a", starts)], { signal: stop.signal });
  const ended = expect(running).rejects.toThrow("Stopped by SIGTERM.");
  const file = join(project.folder, ".cache", "started");
  const [child, temporary] = await vi.waitFor(() => JSON.parse(readFileSync(file, "utf8")), 30_000);
  expect(existsSync(join(temporary, "left"))).toBe(true);
  stop.abort(new Error("Stopped by SIGTERM."));
  await ended;
  expect(() => process.kill(child, 0)).toThrow("ESRCH");
  expect(existsSync(temporary)).toBe(false);
});

test("a suite that is ended from outside leaves no result", async () => {
  const project = makeProject();
  const killed = suiteOf("a", 'process.kill(process.pid, "SIGKILL"); setInterval(() => {}, 1000);');
  await expect(runOn(project, [killed])).rejects.toThrow("a was ended from outside.");
  expect((await runOn(project, [])).results.size).toBe(0);
});

test("a suite during which the code changes leaves no result", async () => {
  const project = makeProject();
  const changing = suiteOf("a", `fs.writeFileSync("src/main.ts", ""); ${passes}`);
  await expect(runOn(project, [changing])).rejects.toThrow("The code changed while a ran");
  expect((await runOn(project, [])).results.size).toBe(0);
  project.git("checkout", "src/main.ts");
  expect((await runOn(project, [])).results.size).toBe(0);
});

test("a suite may write pages, and its result is stored before the page of results is written", async () => {
  const project = makeProject();
  const writing = suiteOf("a", `fs.writeFileSync("docs/gate.md", "# New"); ${passes}`);
  const state = await readState(project.folder);
  const folder = join(project.folder, ".cache", "evidence", state);
  const stored: string[][] = [];
  const onStored = async () => void stored.push([...(await loadResults(folder)).keys()]);
  await runOn(project, [writing, suiteOf("b")], { onStored });
  expect(stored).toEqual([["a"], ["a", "b"]]);
});

test("nothing runs while there is code that git doesn't track", async () => {
  const project = makeProject();
  project.write("src/new.ts", "");
  await expect(runOn(project, [suiteOf("a")])).rejects.toThrow("delete them:\nsrc/new.ts");
  expect(ran(project)).toEqual([]);
});

test("suites of the commit don't run on code that isn't committed; others do", async () => {
  const project = makeProject();
  project.write("src/main.ts", "export const a = 1;\n");
  const ofCommit = [
    suiteOf("a"),
    suiteOf("b", passes, { inClone: true }),
    suiteOf("c", passes, { usesCommit: true }),
  ];
  await expect(runOn(project, ofCommit)).rejects.toThrow(/committed: b, c\..*src\/main\.ts/s);
  expect(ran(project)).toEqual([]);
  await runOn(project, [suiteOf("a")]);
  expect(ran(project)).toEqual(["a"]);
  project.commit();
  await runOn(project, ofCommit);
  expect(ran(project)).toEqual(["a", "c"]);
});

test("a suite in a clean clone finds what is committed and nothing else, and leaves nothing", async () => {
  const project = makeProject();
  const seen = join(project.folder, ".cache", "seen");
  writeFileSync(join(project.folder, ".cache", "old"), "");
  const looks = `fs.writeFileSync(${JSON.stringify(seen)}, JSON.stringify([process.cwd(), fs.readdirSync("."), fs.readdirSync(".cache")])); ${passes}`;
  const { havePassed } = await runOn(project, [suiteOf("a", looks, { inClone: true })]);
  expect(havePassed).toBe(true);
  const [folder, files, cached] = JSON.parse(readFileSync(seen, "utf8"));
  expect(files.sort()).toEqual([".cache", ".git", ".gitignore", "README.md", "docs", "src"]);
  expect(cached).toEqual(["ran"]);
  expect(folder).not.toBe(project.folder);
  expect(existsSync(folder)).toBe(false);
});
