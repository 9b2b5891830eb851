import type { MeasuredMatrix } from "../catalog/measured-matrix.ts";

/** The roles with all that the composite ones among them include, as the measured version tells. */
export function closureOf(
  roles: Iterable<string>,
  { includes }: Pick<MeasuredMatrix, "includes">,
): ReadonlySet<string> {
  const closed = new Set<string>();
  const open = [...roles];
  for (let role = open.pop(); role !== undefined; role = open.pop()) {
    if (closed.has(role)) continue;
    closed.add(role);
    open.push(...(includes.get(role) ?? []));
  }
  return closed;
}
