import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Notes its arguments, each with a NUL behind, and answers like a token endpoint. */
const fakeCurl = `#!/bin/sh
printf '%s\\0' "$@" >"$CALLS/$$"
printf '{"token_type":"Bearer","access_token":"to.k-e_n","expires_in":60}'
`;

/** What came of a script. */
interface Run {
  readonly status: number | null;
  readonly errors: string;
  /** The arguments of each call of curl, in no particular order. */
  readonly calls: readonly (readonly string[])[];
  /** Names of the files that it left behind. */
  readonly left: readonly string[];
}

/** Runs a script with the machine's shell in an empty folder, where `curl` only notes what it was told. */
export function runInShell(script: string, variables: Readonly<Record<string, string>>): Run {
  const folder = mkdtempSync(join(tmpdir(), "curl-call-"));
  const [programs, calls, work] = ["programs", "calls", "work"].map((name) => join(folder, name));
  if (programs === undefined || calls === undefined || work === undefined) throw new Error();
  try {
    for (const path of [programs, calls, work]) mkdirSync(path);
    writeFileSync(join(programs, "curl"), fakeCurl, { mode: 0o755 });
    const { status, stderr } = spawnSync("sh", ["-c", script], {
      cwd: work,
      encoding: "utf8",
      env: { ...variables, CALLS: calls, PATH: `${programs}:${process.env["PATH"]}` },
    });
    return {
      status,
      errors: stderr,
      calls: readdirSync(calls).map((name) =>
        readFileSync(join(calls, name), "utf8").split("\0").slice(0, -1),
      ),
      left: readdirSync(work),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
