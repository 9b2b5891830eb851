import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { onTestFinished, vi } from "vitest";

/**
 * Puts a program in front of all others for one test, so that the test needs no Maven and no GnuPG.
 *
 * @param script in Node, as a module
 * @returns its folder, where it may leave something
 */
export function fakeProgram(name: string, script: string): string {
  const folder = mkdtempSync(join(tmpdir(), "presets-program-"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(folder, name), `#!${process.execPath}\n${script}`);
  chmodSync(join(folder, name), 0o755);
  vi.stubEnv("PATH", `${folder}${delimiter}${process.env["PATH"]}`);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** Leaves no program to be found, for one test. */
export function noPrograms(): void {
  vi.stubEnv("PATH", "");
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}
