import { minorOf } from "./minor-of.ts";
import { compareVersions, numbersOf } from "./server-features.ts";

/**
 * Whether a version is of a newer minor than another one.
 *
 * @param version such as `26.8.2` or `26.8`, as the other one
 */
export function isOfNewerMinor(version: string, other: string): boolean {
  return compareVersions(numbersOf(minorOf(version)), numbersOf(minorOf(other))) > 0;
}
