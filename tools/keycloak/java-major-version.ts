/**
 * Reads the major version out of what `java -version` prints, or undefined when that is not in it.
 *
 * Before Java 9 the version began with "1." (`1.8.0_202` is Java 8); since then with the major
 * version itself (`17.0.15`, `21-ea`, `25`): JEP 223, New Version-String Scheme,
 * https://openjdk.org/jeps/223.
 */
export function javaMajorVersion(output: string): number | undefined {
  const found = /version "(?:1\.)?(\d+)/.exec(output)?.[1];
  return found === undefined ? undefined : Number(found);
}
