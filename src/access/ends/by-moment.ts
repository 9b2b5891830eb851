import type { RoleKey } from "../model/snapshot.ts";

/** Roles by when they end, in milliseconds since 1970; undefined for those that don't. */
export function byMoment<Moment extends number | undefined>(
  ends: Iterable<readonly [RoleKey, Moment]>,
): ReadonlyMap<Moment, readonly RoleKey[]> {
  const found = new Map<Moment, RoleKey[]>();
  for (const [role, at] of ends) found.set(at, [...(found.get(at) ?? []), role]);
  return found;
}
