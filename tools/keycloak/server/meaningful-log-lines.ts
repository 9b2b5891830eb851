/** Stack frames, and the hint on options that nobody here can pass. */
const noise =
  /^\s+at |^\s*\.\.\. \d+ more|For more details run the same command|Appending additional Java properties/;

/**
 * The last lines of a Keycloak log that tell why it ended: its errors, else simply its last lines;
 * without time, thread and stack frames. At most `count`.
 */
export function meaningfulLogLines(log: string, count = 6): string[] {
  const lines = log
    .split(/\r?\n/)
    .map((line) => line.trimEnd())
    .filter((line) => line !== "" && !noise.test(line));
  const errors = lines.filter((line) => /\bERROR\b|Caused by:|Exception|already/.test(line));
  return (errors.length > 0 ? errors : lines).slice(-count).map(withoutPreamble);
}

/** "2026-11-23 23:56:15,580 ERROR [org.keycloak.x] (main) text" becomes "ERROR text". */
function withoutPreamble(line: string): string {
  return line.replace(/^\d{4}-\d\d-\d\d [\d:,]+ +([A-Z]+) +\[[^\]]*\] \([^)]*\) (?:\1: )?/, "$1 ");
}
