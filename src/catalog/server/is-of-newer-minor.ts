/**
 * Whether a version is of a newer minor than another one.
 *
 * @param version such as `26.8.2` or `26.8`, as the other one
 */
export function isOfNewerMinor(version: string, other: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split(".").map(Number);
  return major === otherMajor ? minor > otherMinor : major > otherMajor;
}
