import { expect, test } from "vitest";
import { brokenBudgets } from "../../../../lab/bench/apply/apply-budgets.ts";
import type { ApplyRun } from "../../../../lab/bench/apply/apply-run.ts";
import type { Recorded } from "../../../../lab/bench/apply/record-page.ts";

const recorded = (part: Partial<Recorded>): Recorded => ({
  ...{ clicks: 1, keys: 0, lastClickToResult: 40, lastClickToEnd: 40, longestTask: 0 },
  ...{ reads: 0, writes: 0, bytes: 0 },
  ...part,
});

/** A run that keeps every budget, but for what is given. */
function run(name: string, applying: Partial<Recorded> = {}): ApplyRun {
  const opening = recorded({ reads: 7, bytes: 11_000 });
  return {
    scale: { name, clients: 5, rolesPerClient: 2, rolesInOneClient: 0, mappings: 0 },
    latency: 0,
    own: {
      firstOpening: opening,
      reopening: opening,
      applying: recorded({ reads: 1, writes: 1, ...applying }),
    },
    stock: {
      firstOpening: recorded({}),
      reopening: recorded({}),
      applying: recorded({ clicks: 6, keys: 7, lastClickToResult: 80, writes: 3 }),
    },
    kcadm: { milliseconds: 1_000, requests: 4 },
  };
}

test("a run within all budgets breaks none", () => {
  expect(brokenBudgets([run("small"), run("large")])).toEqual([]);
});

test.each([
  [{ clicks: 2 }, "small, 0 ms: clicks is 3, more than 2."],
  [{ keys: 1 }, "small, 0 ms: keys is 1, more than 0."],
  [{ writes: 2 }, "small, 0 ms: writes to apply is 2, more than 1."],
  [{ lastClickToResult: 41 }, "small, 0 ms: last click to result (ms) is 41, more than 40."],
  [{ longestTask: 101 }, "small, 0 ms: longest task (ms) is 101, more than 100."],
] as const)("%j is told", (applying, line) => {
  expect(brokenBudgets([run("small", applying)])).toEqual([line]);
});

test("an opening that sends more requests, or reads more bytes, is told", () => {
  const { own, ...others } = run("small");
  const firstOpening = recorded({ reads: 12, bytes: 16_001 });
  expect(brokenBudgets([{ ...others, own: { ...own, firstOpening } }])).toEqual([
    "small, 0 ms: reads to open is 12, more than 11.",
    "small, 0 ms: bytes to open is 16001, more than 16000.",
  ]);
});

test.each([
  [0, 53, "small, 0 ms: first opening (ms) is 53, more than 52."],
  [50, 61, "small, 50 ms: first opening (ms) is 61, more than 60."],
])(
  "with %i ms of latency, a first opening of %i ms where the stock tab takes 40 ms is told",
  (latency, time, line) => {
    const { own, ...others } = run("small");
    const firstOpening = recorded({ reads: 7, bytes: 11_000, lastClickToEnd: time });
    expect(brokenBudgets([{ ...others, latency, own: { ...own, firstOpening } }])).toEqual([line]);
  },
);

test("requests that grow with the realm are reported", () => {
  expect(brokenBudgets([run("small"), run("large", { reads: 0 })])).toEqual([
    "large: applying takes other requests than small.",
  ]);
});
