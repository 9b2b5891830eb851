import { expect, test } from "vitest";
import { momentOf } from "../../../../src/access/ends/end-choice.ts";

const now = new Date(2026, 10, 30, 12).getTime();
const day = 86_400_000;

test("an end is never, in some days, or at the beginning of a date", () => {
  expect(momentOf({ kind: "never" }, now)).toBe(undefined);
  expect(momentOf({ kind: "days", days: 7 }, now)).toBe(now + 7 * day);
  expect(momentOf({ kind: "date", date: "2026-12-07" }, now)).toBe(new Date(2026, 11, 7).getTime());
});

test.each(["", "soon", "2026-13-40", "2026-11-30", "2020-01-01", "2999-01-01", "2026-12-07T01:00"])(
  "%j is no date that roles can end on",
  (date) => {
    expect(momentOf({ kind: "date", date }, now)).toBe("invalid");
  },
);
