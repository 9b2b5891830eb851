import { parseArgs } from "node:util";
import { ExpectedError } from "../../tools/keycloak/expected-error.ts";

/** What `npm run escalations` was asked for. */
export interface EscalationOptions {
  /** The Keycloak version, such as "26.7.3". */
  readonly version: string;
  /** Try only the attempts whose id contains this, and write nothing. */
  readonly only: string;
  /** Compare with the stored outcomes instead of writing them. */
  readonly compare: boolean;
  /** Only print how it is used. */
  readonly help: boolean;
}

/** What `npm run escalations -- --help` prints. */
export const usage = `npm run escalations -- --keycloak <version> [options]

Starts that Keycloak, tries to the end each way in which an admin role could be stretched, and writes
what came of it into src/catalog/measured/escalations.json. Takes about two minutes.

  --keycloak <version>  the Keycloak version, such as 26.7.3
  --compare             write nothing: fail where an outcome differs from the stored one
  --only <text>         write nothing: try only the attempts whose id contains the text
  --help                print this`;

/** Reads the arguments of `npm run escalations`. Throws an ExpectedError that says which one is wrong. */
export function parseEscalationOptions(args: readonly string[]): EscalationOptions {
  const { keycloak: version, only, compare, help } = parse(args);
  if (!help && !/^\d+\.\d+\.\d+$/.test(version)) {
    throw new ExpectedError(
      `--keycloak wants a full version such as 26.7.3, not "${version}".\n\n${usage}`,
    );
  }
  return { version, only, compare, help };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        keycloak: { type: "string", default: "" },
        only: { type: "string", default: "" },
        compare: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ExpectedError(`${message}\n\n${usage}`);
  }
}
