import { execFile } from "node:child_process";

/**
 * Has npm ask its registry for advisories about all that package-lock.json names.
 *
 * @param root the folder of package-lock.json
 * @returns what it answered; undefined where that is no JSON
 */
export async function askNpm(root: string): Promise<unknown> {
  // The npm that runs us, where there is one: it need not be in PATH.
  const { npm_execpath: npm } = process.env;
  const [program, ...start] = npm === undefined ? ["npm"] : [process.execPath, npm];
  const answer = await new Promise<string>((resolve) => {
    // It fails where it finds something; what it found is in its answer all the same.
    execFile(
      program ?? "npm",
      [...start, "audit", "--json"],
      { cwd: root, shell: npm === undefined && process.platform === "win32", maxBuffer: 2 ** 26 },
      (_, stdout) => resolve(stdout),
    );
  });
  try {
    return JSON.parse(answer);
  } catch {
    return undefined;
  }
}
