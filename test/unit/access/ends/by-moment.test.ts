import { expect, test } from "vitest";
import { byMoment } from "../../../../src/access/ends/by-moment.ts";

test("roles are grouped by when they end, in their order, and those that don't end together", () => {
  const ends = new Map([
    ["admin:a", 2],
    ["admin:b", undefined],
    ["admin:c", 2],
    ["admin:d", undefined],
  ] as const);
  expect([...byMoment(ends)]).toEqual([
    [2, ["admin:a", "admin:c"]],
    [undefined, ["admin:b", "admin:d"]],
  ]);
});
