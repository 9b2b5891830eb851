import { editDistance } from "../../access/question/edit-distance.ts";

/** The name closest to a mistyped one; undefined if there are no names. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const distanceTo = (other: string) => editDistance(typed, other, (a, b) => (a === b ? 0 : 1.5));
  const [nearest] = [...names].sort((a, b) => distanceTo(a) - distanceTo(b));
  return nearest;
}
