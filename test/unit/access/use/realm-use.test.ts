import { expect, test } from "vitest";
import { lastWriteOf, lastWrites } from "../../../../src/access/use/realm-use.ts";
import { makeEvent } from "./make-event.ts";

const event = (time: number, userId: string) => {
  const made = makeEvent("CREATE USER users/1", time);
  return { ...made, by: { ...made.by, userId } };
};

test("each user's last write counts, in whatever order events come", () => {
  const last = lastWrites([event(5, "a"), event(9, "a"), event(7, "a"), event(1, "b")]);
  expect(last).toEqual(
    new Map([
      ["a", 9],
      ["b", 1],
    ]),
  );
});

test("without a write, it is said since when none is recorded, where that is known of the account", () => {
  const use = { lastByUserId: new Map([["a", 9]]), knownSince: 3, readAt: 10 };
  expect(lastWriteOf(use, "a")).toBe(9);
  expect(lastWriteOf(use, "b")).toEqual({ noneSince: 3 });
  expect(lastWriteOf(use, "")).toBeUndefined();
  expect(lastWriteOf({ ...use, knownSince: undefined }, "b")).toBeUndefined();
});
