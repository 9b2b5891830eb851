import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { diffFixtures } from "../../../../lab/console-fixtures/diff-fixtures.ts";
import { readFixtures, writeFixtures } from "../../../../lab/console-fixtures/fixture-files.ts";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "presets-fixtures-"));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function differences(before: Record<string, string>, now: Record<string, string>) {
  await writeFixtures(join(folder, "a"), new Map(Object.entries(before)));
  await writeFixtures(join(folder, "b"), new Map(Object.entries(now)));
  return diffFixtures(join(folder, "a"), join(folder, "b"));
}

const bar = '<ul role="tablist">\n</ul>\n';

test("the same pages don't differ, nor do they by the hash in a script's name", async () => {
  const scriptOf = (hash: string) => ({
    document: `<script src="/assets/main-${hash}.js">\n`,
    bar,
  });
  expect(await differences(scriptOf("CB1rIpj1"), scriptOf("a-_Z0198"))).toBe("");
});

test("a changed line and a missing page are reported with the page's name", async () => {
  const told = await differences({ bar, clients: bar }, { bar: bar.replace("tablist", "menu") });
  expect(told).toContain("--- before/bar.html\n+++ now/bar.html");
  expect(told).toContain('-<ul role="tablist">\n+<ul role="menu">');
  expect(told).toContain("deleted file mode 100644");
});

test("new pages replace what a folder had", async () => {
  await writeFixtures(folder, new Map([["old", bar]]));
  await writeFixtures(folder, new Map([["new", bar]]));
  expect(await readFixtures(folder)).toEqual(new Map([["new", bar]]));
});
