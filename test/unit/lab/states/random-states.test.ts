import { expect, test } from "vitest";
import { describeState, factorNames, factors } from "../../../../lab/states/state/factors.ts";
import { storeOf } from "../../../../lab/states/state/own-preset.ts";
import { allPairs, coverageOf, pairsOf } from "../../../../lab/states/state/pairs.ts";
import {
  chooseStates,
  numberStates,
  sampleOfStates,
} from "../../../../lab/states/state/random-states.ts";
import { realmKeyOf } from "../../../../lab/states/state/realm-key.ts";
import { statesOnVersion } from "../../../../lab/states/state/states-on-version.ts";

test("a seed gives the same states again, and another seed gives others", () => {
  expect(chooseStates(7, 30)).toEqual(chooseStates(7, 30));
  expect(chooseStates(8, 30)).not.toEqual(chooseStates(7, 30));
});

test.each([1, 2, 3])("100 states have every pair of values of two factors (seed %d)", (seed) => {
  const states = chooseStates(seed, 100);
  expect(states).toHaveLength(100);
  expect(new Set(states.flatMap(pairsOf))).toEqual(allPairs);
});

test("coverage counts each factor's values and its pairs with all others", () => {
  const coverage = coverageOf(chooseStates(1, 100));
  expect(coverage.map(({ factor }) => factor)).toEqual(factorNames);
  for (const { factor, values, covered, pairs } of coverage) {
    expect(covered).toBe(pairs);
    expect(values.map(({ value }) => value)).toEqual(factors[factor]);
    expect(values.reduce((sum, { states }) => sum + states, 0)).toBe(100);
  }
});

test("a single state has one pair of each two factors", () => {
  const [state] = chooseStates(1, 1);
  const count = (factorNames.length * (factorNames.length - 1)) / 2;
  expect(new Set(state === undefined ? [] : pairsOf(state)).size).toBe(count);
});

test("a state is described by what is unusual in it", () => {
  const usual = Object.fromEntries(factorNames.map((name) => [name, factors[name][0]]));
  const state = usual as unknown as Parameters<typeof describeState>[0];
  expect(describeState(state)).toBe("all as usual");
  expect(describeState({ ...state, client: "public", rights: "viewer" })).toBe(
    "client=public rights=viewer",
  );
});

test("states of a run are numbered from 1 and have client IDs of their own", () => {
  const states = numberStates(1, 3);
  expect(states.map(({ number, clientId }) => [number, clientId])).toEqual([
    [1, "State-1"],
    [2, "State-2"],
    [3, "State-3"],
  ]);
});

test("a sample uses as few realms as required", () => {
  const sample = sampleOfStates(5, 20, 4);
  expect(sample).toHaveLength(20);
  const realms = new Set(sample.map(({ state }) => realmKeyOf(state)));
  expect(realms.size).toBeLessThanOrEqual(4);
});

test("a complete run makes few realms, of which some have a store of presets, some have none, and some another's", () => {
  const states = chooseStates(1, 320);
  expect(new Set(states.map(realmKeyOf)).size).toBeLessThanOrEqual(25);
  expect(new Set(states.map(storeOf))).toEqual(new Set(["none", "ours", "notOurs"]));
});

test("before Keycloak 26.6, which has no workflows, no roles of a state end", () => {
  const states = numberStates(1, 100);
  const endsOn = (version: string) =>
    new Set(statesOnVersion(version, states).map(({ state }) => state.ends));
  expect(endsOn("26.5.6")).toEqual(new Set(["none"]));
  expect(endsOn("26.6.4")).toEqual(new Set(factors.ends));
});
