import { consequences } from "../../catalog/roles/consequences.ts";
import { worstConsequences } from "./worst-consequences.ts";

const places = new Map<string, number>(consequences.map(({ id }, place) => [id, place]));

/**
 * How dangerous admin roles are together, as a number to compare: the worst that their holder can do
 * decides, then what is next to it, and so on, each consequence being a bit. A role of which nothing
 * is known counts as worse than any.
 */
export function dangerOf(roles: Iterable<string>): number {
  let danger = 0;
  for (const name of roles) {
    const risk = worstConsequences([{ container: "admin", name }]);
    const ids = risk?.consequences.map(({ id }) => id) ?? [""];
    for (const id of ids) danger |= 1 << (places.get(id) ?? consequences.length);
  }
  return danger;
}

/** Roles below this danger stay below it together: they can't do the worst that was counted. */
export function withoutTheWorst(danger: number): number {
  return danger === 0 ? 0 : 2 ** Math.floor(Math.log2(danger));
}
