import type { PassedOver } from "./files-in-folder.ts";

/** So many are named of those with the same reason: a folder may be a whole repository. */
const mostNamed = 20;

/** What was passed over, in a line for each reason. */
export function passedOverLines(all: readonly PassedOver[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { path, reason } of all) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), path]);
  }
  return [...byReason].map(([reason, paths]) => {
    const more = paths.length > mostNamed ? ` and ${paths.length - mostNamed} more` : "";
    return `Skipped ${paths.slice(0, mostNamed).join(", ")}${more}: ${reason}`;
  });
}
