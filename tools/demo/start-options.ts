import { parseArgs } from "node:util";
import { ExpectedError } from "../keycloak/expected-error.ts";
import { newestVersion } from "../keycloak/supported-versions.ts";

/** What `npm start` was asked for. */
export interface StartOptions {
  /** The Keycloak version, such as "26.7.3". */
  readonly version: string;
  readonly port: number;
  /** Begin with an empty database. */
  readonly fresh: boolean;
  /** Build the theme again after each edit. */
  readonly live: boolean;
  /** Only print how it is used. */
  readonly help: boolean;
}

const defaultPort = 8080;

/** What `npm start -- --help` prints. */
export const usage = `npm start -- [options]

Starts a Keycloak with the tab "Service account presets" and a realm to try it in.

  --keycloak <version>  the Keycloak version, 26.0.0 or newer (default ${newestVersion})
  --port <port>         the port that it answers on (default ${defaultPort})
  --fresh               begin with an empty database
  --live                build again after each edit: load the page again to see it (npm run dev)
  --help                print this

Keycloak is taken from KEYCLOAK_HOME if that is the wanted version, else from the cache of an
earlier download (KEYCLOAK_CACHE names another folder for it), else downloaded.`;

/**
 * Reads the arguments of `npm start`. Throws an ExpectedError that says which one is wrong and how
 * to call it.
 */
export function parseStartOptions(args: readonly string[]): StartOptions {
  const { keycloak: version, port, ...rest } = parse(args);
  if (!/^\d+\.\d+\.\d+$/.test(version) || Number.parseInt(version, 10) < 26) {
    throw new ExpectedError(
      `--keycloak wants a full version from 26.0.0 on, such as ${newestVersion}, not "${version}".`,
    );
  }
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw new ExpectedError(`--port wants a number from 1 to 65535, not "${port}".`);
  }
  return { version, port: Number(port), ...rest };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        keycloak: { type: "string", default: newestVersion },
        port: { type: "string", default: String(defaultPort) },
        fresh: { type: "boolean", default: false },
        live: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    }).values;
  } catch (error) {
    // Its own messages ("Unknown option '--prot' …") are sentences for people.
    const message = error instanceof Error ? error.message : String(error);
    throw new ExpectedError(`${message}\n\n${usage}`);
  }
}
