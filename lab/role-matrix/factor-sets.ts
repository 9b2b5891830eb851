/** Sets of roles told by alternatives: one role of each list, together. */
export type Alternatives = readonly (readonly string[])[];

/**
 * Tells sets as one choice where they are all its outcomes: instead of four pairs, (a or b) + (c or
 * d). Sets that are no such choice stay as they are.
 */
export function factorSets(sets: readonly (readonly string[])[]): readonly Alternatives[] {
  const roles = [...new Set(sets.flat())];
  const meets = (a: string, b: string) => sets.some((set) => set.includes(a) && set.includes(b));
  const lists: string[][] = [];
  for (const role of roles) {
    const list = lists.find((others) => others.every((other) => !meets(role, other)));
    if (list === undefined) lists.push([role]);
    else list.push(role);
  }
  const outcomes = lists.reduce((product, list) => product * list.length, 1);
  // Each set takes at most one of each list, so that as many sets as outcomes are all of them.
  const isChoice = outcomes === sets.length && sets.every((set) => set.length === lists.length);
  return isChoice ? [lists] : sets.map((set) => set.map((role) => [role]));
}
