import type { FaultCase } from "./fault-cases.ts";

/** Names the seed of the sample, to run the same one again. */
export const faultSeedVariable = "PRESETS_FAULT_SEED";

/** A seed that nobody chose. */
export function newFaultSeed(): string {
  return String(Math.floor(Math.random() * 1_000_000));
}

/** Takes so many cases, each once; the same seed takes the same ones. */
export function sampleCases(
  cases: readonly FaultCase[],
  seed: string,
  count: number,
): readonly FaultCase[] {
  const random = randomFrom(Number(seed));
  const left = [...cases];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}

/** Numbers from 0 to 1 that a seed decides: the generator known as mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
