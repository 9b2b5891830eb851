import { type Factor, factorNames, factors, type State } from "./factors.ts";

/** Two values of two factors, as one string. */
export type Pair = string;

const pairOf = (some: Factor, value: string, other: Factor, otherValue: string): Pair =>
  `${some}=${value} ${other}=${otherValue}`;

/** The factors two by two, each two once. */
const twoByTwo: readonly (readonly [Factor, Factor])[] = factorNames.flatMap((some, place) =>
  factorNames.slice(place + 1).map((other) => [some, other] as const),
);

/** All pairs of values that there are. */
export const allPairs: ReadonlySet<Pair> = new Set(
  twoByTwo.flatMap(([some, other]) =>
    factors[some].flatMap((value) =>
      factors[other].map((otherValue) => pairOf(some, value, other, otherValue)),
    ),
  ),
);

/** The pairs of values that a state has. */
export function pairsOf(state: State): readonly Pair[] {
  return twoByTwo.map(([some, other]) => pairOf(some, state[some], other, state[other]));
}

/** A factor with how many of its pairs with all other factors the states have. */
export interface FactorCoverage {
  readonly factor: Factor;
  readonly values: readonly { readonly value: string; readonly states: number }[];
  readonly covered: number;
  readonly pairs: number;
}

/** How much of all pairs states have, factor by factor. */
export function coverageOf(states: readonly State[]): readonly FactorCoverage[] {
  const covered = new Set(states.flatMap(pairsOf));
  const isOf = (factor: Factor) => (pair: Pair) =>
    pair.split(" ").some((it) => it.startsWith(`${factor}=`));
  return factorNames.map((factor) => {
    const pairs = [...allPairs].filter(isOf(factor));
    return {
      factor,
      values: factors[factor].map((value) => ({
        value,
        states: states.filter((state) => state[factor] === value).length,
      })),
      covered: pairs.filter((pair) => covered.has(pair)).length,
      pairs: pairs.length,
    };
  });
}
