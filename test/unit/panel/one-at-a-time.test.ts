import { expect, test } from "vitest";
import { oneAtATime } from "../../../src/panel/one-at-a-time.ts";

test("five clicks at once do one thing once, and the next click works again", async () => {
  const turn = oneAtATime();
  let count = 0;
  const act = async () => {
    await Promise.resolve();
    count += 1;
  };
  await Promise.all([turn(act), turn(act), turn(act), turn(act), turn(act)]);
  expect(count).toBe(1);
  await turn(act);
  expect(count).toBe(2);
});

test("an action that fails leaves the turn to the next one", async () => {
  const turn = oneAtATime();
  await expect(turn(() => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  let hasRun = false;
  await turn(async () => {
    hasRun = true;
  });
  expect(hasRun).toBe(true);
});
