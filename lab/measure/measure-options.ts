import { parseArgs } from "node:util";
import { ExpectedError } from "../../tools/keycloak/expected-error.ts";

/** What `npm run measure` was asked for. */
export interface MeasureOptions {
  /** The Keycloak version, such as "26.7.3". */
  readonly version: string;
  /** Begin anew instead of going on with an interrupted measurement. */
  readonly fresh: boolean;
  /** Compare with what was measured before instead of writing it. */
  readonly compare: boolean;
  /** Only print how it is used. */
  readonly help: boolean;
}

/** What `npm run measure -- --help` prints. */
export const usage = `npm run measure -- --keycloak <version> [options]

Starts that Keycloak, calls every Admin API call of it with each admin role, and writes what came of
it into src/catalog/measured/. Takes about four minutes.

  --keycloak <version>  the Keycloak version, such as 26.7.3
  --compare             write nothing: compare with what was measured before
  --fresh               begin anew instead of going on with an interrupted measurement
  --help                print this`;

/** Reads the arguments of `npm run measure`. Throws an ExpectedError that says which one is wrong. */
export function parseMeasureOptions(args: readonly string[]): MeasureOptions {
  const { keycloak: version, fresh, compare, help } = parse(args);
  if (!help && !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new ExpectedError(
      `--keycloak wants a full version such as 26.7.3, not "${version}".\n\n${usage}`,
    );
  }
  return { version, fresh, compare, help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        keycloak: { type: "string", default: "" },
        fresh: { type: "boolean", default: false },
        compare: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ExpectedError(`${message}\n\n${usage}`);
  }
}
