import { expect, test } from "vitest";
import { isCode, uncommittedCode, untrackedCode } from "../../../../lab/evidence/code-files.ts";
import { readState, shortState } from "../../../../lab/evidence/code-state.ts";
import { makeProject, type Project } from "./make-project.ts";

test.each([
  ["docs/gate.md", "# Another\n"],
  ["docs/schema/new.json", "{}"],
  ["README.md", "# Another\n"],
  ["CHANGELOG.md", "# Changes\n"],
])("a change of %s is no other state", async (path, text) => {
  const { folder, write, git } = makeProject();
  const before = await readState(folder);
  write(path, text);
  git("add", "--all");
  expect(await readState(folder)).toBe(before);
});

const changes: readonly (readonly [string, (project: Project) => void])[] = [
  ["an edit that isn't committed", ({ write }) => write("src/main.ts", "export const a = 1;\n")],
  [
    "a new file",
    ({ write, git }) => {
      write("src/new.ts", "");
      git("add", "src/new.ts");
    },
  ],
  ["a deleted file", ({ remove }) => remove("src/main.ts")],
  ["a file under another name", ({ git }) => git("mv", "src/main.ts", "src/other.ts")],
  [
    "Markdown within the code",
    ({ write, git }) => {
      write("src/data.md", "# Data\n");
      git("add", "src/data.md");
    },
  ],
];

test.each(changes)("%s is another state, and committed it is the same one", async (_, change) => {
  const project = makeProject();
  const before = await readState(project.folder);
  change(project);
  const after = await readState(project.folder);
  expect(after).not.toBe(before);
  project.commit();
  expect(await readState(project.folder)).toBe(after);
});

test("what ends one file and begins the next one counts", async () => {
  const { folder, write, commit } = makeProject();
  write("src/a.ts", "12");
  write("src/b.ts", "3");
  commit();
  const before = await readState(folder);
  write("src/a.ts", "1");
  write("src/b.ts", "23");
  expect(await readState(folder)).not.toBe(before);
});

test("a state is the same in another folder, and short on pages", async () => {
  const { folder } = makeProject();
  const state = await readState(makeProject().folder);
  expect(await readState(folder)).toBe(state);
  expect(state).toMatch(/^[0-9a-f]{64}$/);
  expect(shortState(state)).toBe(state.slice(0, 7));
});

test("code that isn't tracked, and code that isn't committed, is found; pages and ignored files aren't named", async () => {
  const { folder, write } = makeProject();
  for (const path of ["src/new.ts", "docs/new.md", "NOTES.md", ".cache/a"]) write(path, "");
  for (const path of ["src/main.ts", "docs/gate.md"]) write(path, "// edited\n");
  expect(await untrackedCode(folder)).toEqual(["src/new.ts"]);
  expect(await uncommittedCode(folder)).toEqual(["src/main.ts"]);
});

test("a folder that is no clone has no state, and it is said why", async () => {
  await expect(readState("/")).rejects.toThrow(/git ls-files failed in \/: .*not a git repository/);
});

test("pages are docs/ and the Markdown beside it", () => {
  const paths = ["docs/a.ts", "README.md", "src/a.md", "docs.ts", "package.json"];
  expect(paths.filter(isCode)).toEqual(["src/a.md", "docs.ts", "package.json"]);
});
