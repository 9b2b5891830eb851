import { expect, test } from "vitest";
import type { ApplyMeasurement } from "../../../../lab/bench/apply/measure-apply.ts";
import type { Recorded } from "../../../../lab/bench/apply/record-page.ts";
import { brokenByRealms, realmsSection } from "../../../../lab/bench/realms/realms-section.ts";

const recorded = (part: Partial<Recorded>): Recorded => ({
  ...{ clicks: 1, keys: 0, lastClickToResult: 40, lastClickToEnd: 80, longestTask: 0 },
  ...{ reads: 0, writes: 0, bytes: 0 },
  ...part,
});

const measured = (reads: number): ApplyMeasurement => ({
  firstOpening: recorded({ reads, bytes: 11_000 }),
  reopening: recorded({ reads, bytes: 11_000 }),
  applying: recorded({ reads: 1, writes: 1, bytes: 400 }),
});

const few = { realms: 2, measured: measured(7) };

test("the same requests on a server with many realms break nothing", () => {
  expect(brokenByRealms([few, { ...few, realms: 2_002 }])).toEqual([]);
});

test("an additional request on a server with many realms is reported", () => {
  expect(brokenByRealms([few, { realms: 2_002, measured: measured(8) }])).toEqual([
    "2002 realms: firstOpening takes other requests.",
  ]);
});

test("the table has a column for each number of realms", () => {
  const section = realmsSection("26.7.3", "2026-11-26", [few, { ...few, realms: 2_002 }]);
  expect(section).toContain("| 2 realms | 2002 realms |");
  expect(section).toContain("| reads to open the tab | 7 | 7 |");
});
