import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A project in git, for one test. */
export interface Project {
  readonly folder: string;
  readonly write: (path: string, text: string) => void;
  readonly remove: (path: string) => void;
  readonly git: (...words: readonly string[]) => void;
  /** Adds and commits everything. */
  readonly commit: () => void;
}

/** Makes a project with code, pages and an ignored folder `.cache`, all of it committed; it is gone after the test. */
export function makeProject(): Project {
  const folder = mkdtempSync(join(tmpdir(), "presets-evidence-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const git = (...words: readonly string[]) => {
    const author = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
    execFileSync("git", [...author, ...words], { cwd: folder, stdio: "ignore" });
  };
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const commit = () => {
    git("add", "--all");
    git("commit", "--quiet", "--no-verify", "--no-gpg-sign", "--message", "All");
  };
  git("init", "--quiet");
  write(".gitignore", ".cache/\n");
  write("src/main.ts", "export {};\n");
  write("docs/gate.md", "# Gate\n");
  write("README.md", "# Project\n");
  commit();
  mkdirSync(join(folder, ".cache"));
  return { folder, write, remove: (path) => rmSync(join(folder, path)), git, commit };
}
