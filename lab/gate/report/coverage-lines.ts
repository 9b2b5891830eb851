import type { GateTally } from "./tally.ts";

/** How many documents have what in them, and what explains the false alarms, for a person who runs it. */
export function coverageLines({ coverage, explained }: GateTally): readonly string[] {
  return [
    ...coverage.map(
      ({ row, documents, powerful }) => `${documents} documents, ${powerful} with power: ${row}`,
    ),
    ...explained.map(([because, times]) => `${times} false alarms: ${because}`),
  ];
}
