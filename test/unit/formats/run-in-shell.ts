import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Notes how many arguments it has and each of them, with a NUL behind each, and answers like a token endpoint. A
 * function, since a program would be started again for each call.
 */
const fakeCurl = `curl() {
printf '%s\\0' "$#" "$@" >>"$CALLS"
printf '{"token_type":"Bearer","access_token":"to.k-e_n","expires_in":60}'
}
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
  const work = join(folder, "work");
  const noted = join(folder, "calls");
  try {
    mkdirSync(work);
    writeFileSync(noted, "");
    const { status, stderr } = spawnSync("sh", ["-c", fakeCurl + script], {
      cwd: work,
      encoding: "utf8",
      env: { ...variables, CALLS: noted, PATH: process.env["PATH"] },
    });
    const calls = callsIn(readFileSync(noted, "utf8").split("\0").slice(0, -1));
    return { status, errors: stderr, calls, left: readdirSync(work) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Takes apart a list of calls, each with its number of arguments in front. */
function callsIn(words: readonly string[]): readonly (readonly string[])[] {
  const calls: (readonly string[])[] = [];
  for (let place = 0; place < words.length; ) {
    const count = Number(words[place]);
    calls.push(words.slice(place + 1, place + 1 + count));
    place += 1 + count;
  }
  return calls;
}
