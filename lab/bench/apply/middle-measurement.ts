import type { ApplyMeasurement } from "./measure-apply.ts";
import type { Recorded } from "./record-page.ts";

const middle = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function middleOf(recorded: readonly Recorded[]): Recorded {
  const of = (field: keyof Recorded) => middle(recorded.map((it) => it[field]));
  return {
    clicks: of("clicks"),
    keys: of("keys"),
    lastClickToResult: of("lastClickToResult"),
    lastClickToEnd: of("lastClickToEnd"),
    longestTask: of("longestTask"),
    reads: of("reads"),
    writes: of("writes"),
    bytes: of("bytes"),
  };
}

/** Of each number of several measurements the one in the middle. */
export const middleMeasurement = (all: readonly ApplyMeasurement[]): ApplyMeasurement => ({
  firstOpening: middleOf(all.map(({ firstOpening }) => firstOpening)),
  reopening: middleOf(all.map(({ reopening }) => reopening)),
  applying: middleOf(all.map(({ applying }) => applying)),
});
