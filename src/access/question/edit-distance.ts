/**
 * What it costs to turn one sequence into another by leaving out, adding and replacing parts; adding
 * and leaving out cost 1.
 *
 * @see [Wagner–Fischer algorithm](https://en.wikipedia.org/wiki/Wagner%E2%80%93Fischer_algorithm)
 */
export function editDistance<From, To>(
  from: ArrayLike<From>,
  to: ArrayLike<To>,
  costOf: (from: From, to: To) => number,
): number {
  const targets = Array.from(to);
  let above = [0, ...targets.map((_, column) => column + 1)];
  for (const part of Array.from(from)) {
    let left = (above[0] ?? 0) + 1;
    const row = [left];
    for (const [column, target] of targets.entries()) {
      const replaced = (above[column] ?? 0) + costOf(part, target);
      left = Math.min(replaced, (above[column + 1] ?? 0) + 1, left + 1);
      row.push(left);
    }
    above = row;
  }
  return above.at(-1) ?? 0;
}
