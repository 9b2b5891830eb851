import { Command, InvalidArgumentError } from "@commander-js/extra-typings";

/**
 * Declares a command of `package.json`, which takes its options behind `--`.
 *
 * @param name as a person types it, such as "npm run measure"
 * @param description what `--help` says above the options
 */
export function declareTool(name: string, description: string) {
  return new Command(`${name} --`)
    .description(description)
    .helpOption("-h, --help", "print this")
    .helpCommand(false)
    .showHelpAfterError();
}

/** A version from Keycloak 26 on, in full, such as "26.7.3". */
export function keycloakVersion(text: string): string {
  if (/^\d+\.\d+\.\d+$/.test(text) && Number.parseInt(text, 10) >= 26) return text;
  throw new InvalidArgumentError("Give a full version from 26.0.0 on, such as 26.7.3.");
}

/** Reads a whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  };
}
