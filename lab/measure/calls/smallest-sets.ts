const largest = 3;

/**
 * The smallest sets of two or three roles that open a call which no single one opens; realm-admin is
 * left out. Sets in which one role includes another are the smaller set without it.
 *
 * @param opens asks the server whether the call works with exactly these roles.
 */
export async function smallestSets(
  {
    roles,
    includes,
  }: {
    readonly roles: readonly string[];
    readonly includes: ReadonlyMap<string, readonly string[]>;
  },
  opens: (set: readonly string[]) => Promise<boolean>,
): Promise<readonly (readonly string[])[]> {
  const candidates = roles.filter((role) => role !== "realm-admin");
  if (!(await opens(candidates))) return [];
  const needed = await neededRoles(candidates, opens);
  for (let size = 2; size <= largest; size += 1) {
    const found: (readonly string[])[] = [];
    for (const set of setsOf(candidates, size)) {
      const isPossible = needed.every((role) => set.includes(role));
      if (isPossible && !isRedundant(set, includes) && (await opens(set))) found.push(set);
    }
    if (found.length > 0) return found;
  }
  return [];
}

/** Roles without which all the others together don't open it; each set must hold them. */
async function neededRoles(
  candidates: readonly string[],
  opens: (set: readonly string[]) => Promise<boolean>,
): Promise<readonly string[]> {
  const needed: string[] = [];
  for (const role of candidates) {
    if (!(await opens(candidates.filter((it) => it !== role)))) needed.push(role);
  }
  return needed;
}

function isRedundant(
  set: readonly string[],
  includes: ReadonlyMap<string, readonly string[]>,
): boolean {
  return set.some((role) => set.some((other) => includes.get(other)?.includes(role)));
}

function setsOf(roles: readonly string[], size: number): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return roles.flatMap((role, index) =>
    setsOf(roles.slice(index + 1), size - 1).map((rest) => [role, ...rest]),
  );
}
