import { editDistance } from "../../access/question/edit-distance.ts";

/** Of some names, the one that a mistyped name is nearest to; undefined where there are none. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const distanceTo = (other: string) => editDistance(typed, other, (a, b) => (a === b ? 0 : 1.5));
  const [nearest] = [...names].sort((a, b) => distanceTo(a) - distanceTo(b));
  return nearest;
}
