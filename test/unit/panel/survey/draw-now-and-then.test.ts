import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { drawNowAndThen } from "../../../../src/panel/survey/draw-now-and-then.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function make() {
  const drawn: number[] = [];
  return { drawn, ...drawNowAndThen(100, (progress: number) => drawn.push(progress)) };
}

test("the first is drawn at once, and what comes soon after when its time has come", () => {
  const { drawn, draw } = make();
  draw(1);
  expect(drawn).toEqual([1]);
  draw(2);
  vi.advanceTimersByTime(50);
  draw(3);
  expect(drawn).toEqual([1]);
  vi.advanceTimersByTime(50);
  expect(drawn).toEqual([1, 3]);
  vi.advanceTimersByTime(200);
  draw(4);
  expect(drawn).toEqual([1, 3, 4]);
});

test("what is not drawn yet is drawn in the end, and once", () => {
  const { drawn, draw, finish } = make();
  draw(1);
  draw(2);
  finish();
  finish();
  vi.advanceTimersByTime(200);
  expect(drawn).toEqual([1, 2]);
});
