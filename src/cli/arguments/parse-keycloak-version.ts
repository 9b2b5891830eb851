import { InvalidArgumentError } from "@commander-js/extra-typings";
import { CliError } from "../cli-error.ts";
import { measuredMinorFor } from "../measured/load-matrix.ts";

/**
 * A version of Keycloak that was measured, or is newer than all that were.
 *
 * @param text such as `26.7`, `26.8.2` or `27`
 * @returns the version with its minor: `27.0` for `27`
 * @throws InvalidArgumentError for any other text
 */
export function parseKeycloakVersion(text: string): string {
  if (!/^\d{1,3}(\.\d{1,3}){0,2}$/.test(text)) {
    throw new InvalidArgumentError("It is no version, such as 26.7 or 26.8.2.");
  }
  const version = text.includes(".") ? text : `${text}.0`;
  try {
    measuredMinorFor(version);
    return version;
  } catch (thrown) {
    if (thrown instanceof CliError) throw new InvalidArgumentError(thrown.message);
    throw thrown;
  }
}
