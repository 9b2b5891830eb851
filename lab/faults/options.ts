import { ExpectedError } from "../../tools/keycloak/expected-error.ts";
import { newestVersion } from "../../tools/keycloak/supported-versions.ts";

/** What `npm run test:faults` was asked for. */
export interface FaultsOptions {
  readonly version: string;
  /** Only cases whose name has this are run, and nothing is written down. */
  readonly part: string | undefined;
}

/**
 * Reads the arguments of `npm run test:faults -- …`.
 *
 * @throws ExpectedError on one that it doesn't know
 */
export function readFaultsOptions(programArguments: readonly string[]): FaultsOptions {
  const [first, second, ...others] = programArguments;
  if (first === "--keycloak" && second !== undefined) {
    return { ...readFaultsOptions(others), version: second };
  }
  if (first?.startsWith("-") || second !== undefined) {
    throw new ExpectedError("It takes --keycloak <version> and a part of the cases' names.");
  }
  return { version: newestVersion, part: first };
}
