import { expect, test } from "vitest";
import { allFaultCases } from "../../faults/fault-cases.ts";
import { sampleCases } from "../../faults/sample-cases.ts";

const all = allFaultCases();
const namesOf = (seed: string) => sampleCases(all, seed, 30).map(({ name }) => name);

test("every case has a name of its own", () => {
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

test("a seed takes the same 30 cases each time, and another seed others", () => {
  expect(new Set(namesOf("1")).size).toBe(30);
  expect(namesOf("1")).toEqual(namesOf("1"));
  expect(namesOf("2")).not.toEqual(namesOf("1"));
});

test("more than there are takes all of them", () => {
  expect(sampleCases(all.slice(0, 3), "1", 30)).toHaveLength(3);
});
