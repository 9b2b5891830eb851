/** The major version of PatternFly whose styles the panels use. */
export const supportedPatternFly = 5;

/**
 * The major version of PatternFly of a console, by the classes in the page that the server sends.
 * Older pages of Keycloak 26 name none.
 *
 * @param html the page as the server sends it
 * @returns undefined if the page doesn't say
 * @see [Upgrade Admin UI to PatternFly 6, issue 52343](https://github.com/keycloak/keycloak/issues/52343)
 */
export function patternFlyOf(html: string): number | undefined {
  const versions = [...html.matchAll(/\bpf-v(\d+)-/g)].map(([, version]) => Number(version));
  return versions.length === 0 ? undefined : Math.max(...versions);
}
