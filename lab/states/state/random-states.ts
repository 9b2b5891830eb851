import { type Arbitrary, constant, oneof, record, sample } from "fast-check";
import { type Factor, factorNames, factors, type State } from "./factors.ts";
import { fitToRealm } from "./fit-to-realm.ts";
import { storeOf } from "./own-preset.ts";
import { allPairs, type Pair, pairsOf } from "./pairs.ts";

/**
 * How much more often than another value of its factor the usual one is chosen: what is broken in five ways at
 * once shows little.
 */
const usualWeight: Readonly<Record<Factor, number>> = {
  ...{
    client: 6,
    serviceAccounts: 5,
    enabled: 8,
    credential: 3,
    binding: 14,
    token: 2,
    account: 24,
  },
  ...{ source: 1, power: 1, roles: 2, scope: 2, realm: 5, ends: 2, ownPreset: 3, rights: 3 },
};

const anyValueOf = (factor: Factor): Arbitrary<string> =>
  oneof(
    ...factors[factor].map((value, place) => ({
      arbitrary: constant<string>(value),
      weight: place === 0 ? usualWeight[factor] : 1,
    })),
  );

/** Any state; unusual values are rarer than usual ones. */
export const anyState = record(
  Object.fromEntries(factorNames.map((factor) => [factor, anyValueOf(factor)])),
) as unknown as Arbitrary<State>;

/** So many candidates are compared for each state that is to have new pairs. */
const candidates = 60;

/**
 * Chooses states by a seed, always the same for the same seed and count: first such that every pair of values of
 * two factors is in one of them, as far as the count suffices, then any.
 *
 * @see [Pairwise testing](https://csrc.nist.gov/projects/automated-combinatorial-testing-for-software)
 */
export function chooseStates(seed: number, count: number): readonly State[] {
  const open = new Set<Pair>(allPairs);
  const chosen: State[] = [];
  for (let round = 0; open.size > 0 && chosen.length < count; round += 1) {
    const [first] = open;
    const pool = sample(anyState, { seed: seed + round, numRuns: candidates })
      .map((state) => fitToRealm(withPair(state, first ?? ""), seed))
      .map((state) => ({ state, gain: pairsOf(state).filter((pair) => open.has(pair)).length }));
    const best = pool.reduce((some, other) => (other.gain > some.gain ? other : some));
    chosen.push(best.state);
    for (const pair of pairsOf(best.state)) open.delete(pair);
  }
  const rest = count - chosen.length;
  const others = rest > 0 ? sample(anyState, { seed, numRuns: rest }) : [];
  return [...chosen, ...others.map((state) => fitToRealm(state, seed))];
}

/** The state with the two values of a pair. */
function withPair(state: State, pair: Pair): State {
  const values = pair.split(" ").map((value) => value.split("="));
  return { ...state, ...Object.fromEntries(values) };
}

/** A state with its number in a run and the client ID that its client has in the end. */
export interface NumberedState {
  readonly number: number;
  readonly clientId: string;
  readonly state: State;
}

/** The states of {@link chooseStates} with their numbers. */
export function numberStates(seed: number, count: number): readonly NumberedState[] {
  return chooseStates(seed, count).map((state, place) => numbered(state, place + 1));
}

const numbered = (state: State, number: number): NumberedState => ({
  ...{ number, clientId: `State-${number}`, state },
});

/** So many states, in a few realms, so that they take little time. */
export function sampleOfStates(
  seed: number,
  count: number,
  realms: number,
): readonly NumberedState[] {
  const states = chooseStates(seed, count);
  return states.map((state, place) => {
    const { realm, roles, ...first } = states[place % realms] ?? state;
    const ownPreset = storeOf(state) === storeOf(first) ? state.ownPreset : first.ownPreset;
    return numbered({ ...state, realm, roles, ownPreset }, place + 1);
  });
}
