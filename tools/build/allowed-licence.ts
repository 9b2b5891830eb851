/** SPDX ids of the permissive licences that code in the JAR may be under. */
const allowed: readonly unknown[] = [
  "MIT",
  "Apache-2.0",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
];

/**
 * Lets nothing into the JAR that may not be handed on under Apache-2.0.
 *
 * @param name the package, with its version, for the error
 * @param licence what the package's package.json says under `license`
 * @returns the licence's SPDX id
 * @throws when there is no licence, or one that nobody has allowed yet
 * @see [SPDX License List](https://spdx.org/licenses/)
 */
export function allowedLicence(name: string, licence: unknown): string {
  if (typeof licence === "string" && allowed.includes(licence)) return licence;
  const found = licence === undefined ? "no licence" : `the licence ${JSON.stringify(licence)}`;
  throw new Error(
    `${name} would be in the JAR, but its package.json names ${found}; allowed are ${allowed.join(", ")}.`,
  );
}
