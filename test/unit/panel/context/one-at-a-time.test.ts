import { expect, test } from "vitest";
import { oneAtATime } from "../../../../src/panel/context/one-at-a-time.ts";

test("five clicks at once do one thing once, and the next click works again", async () => {
  const turn = oneAtATime();
  let count = 0;
  const act = async () => {
    await Promise.resolve();
    count += 1;
  };
  const clicks = Promise.all([
    turn.take(act),
    turn.take(act),
    turn.take(act),
    turn.take(act),
    turn.take(act),
  ]);
  expect(turn.isTaken()).toBe(true);
  await clicks;
  expect(count).toBe(1);
  expect(turn.isTaken()).toBe(false);
  await turn.take(act);
  expect(count).toBe(2);
});

test("an action that fails leaves the turn to the next one", async () => {
  const turn = oneAtATime();
  await expect(turn.take(() => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  let hasRun = false;
  await turn.take(async () => {
    hasRun = true;
  });
  expect(hasRun).toBe(true);
});
