/**
 * Two letters for each role, since 22 whole names are too wide for a line: `vU` for view-users.
 * Where two roles would get the same, later letters of the name tell them apart.
 */
export function roleCodes(roles: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    roles.map((role) => {
      const code = candidates(role).find((it) => !taken.has(it)) ?? role;
      taken.add(code);
      return [role, code];
    }),
  );
}

function candidates(role: string): readonly string[] {
  const [first = "", ...rest] = role.split("-");
  const subject = rest.join("");
  const letters = subject === "" ? first.slice(1) : subject.toUpperCase();
  return [...letters].map((letter) => `${first.charAt(0)}${letter}`);
}
