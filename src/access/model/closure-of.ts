/** The roles with all that the composite ones among them include, such as a measured version tells. */
export function closureOf<Name extends string>(
  roles: Iterable<Name>,
  { includes }: { readonly includes: ReadonlyMap<Name, readonly Name[]> },
): ReadonlySet<Name> {
  const closed = new Set<Name>();
  const open = [...roles];
  for (let role = open.pop(); role !== undefined; role = open.pop()) {
    if (closed.has(role)) continue;
    closed.add(role);
    open.push(...(includes.get(role) ?? []));
  }
  return closed;
}
