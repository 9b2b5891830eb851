import { expect, test } from "vitest";
import { codeShapes } from "./code-shapes.ts";
import { otherShapes } from "./other-shapes.ts";
import { scoreShape } from "./score-shapes.ts";

const shapes = [...codeShapes, ...otherShapes];
const scored = shapes.map((shape) => ({ name: shape.name, ...scoreShape(shape) }));

test("of 60 pasted texts, at least 57 are answered with the calls that they make", () => {
  expect(shapes).toHaveLength(60);
  const wrong = scored.filter(({ score }) => score !== "right");
  expect(wrong.length, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(3);
});

test("none of them is answered with another call without a word about it", () => {
  expect(scored.filter(({ score }) => score === "silent")).toEqual([]);
});
