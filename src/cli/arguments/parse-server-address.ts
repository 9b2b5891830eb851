import { InvalidArgumentError } from "@commander-js/extra-typings";

/**
 * Parses the base address of a server with its relative path; removes trailing slashes.
 *
 * @throws InvalidArgumentError if it isn't the address of a web server
 */
export function parseServerAddress(text: string): string {
  if (!URL.canParse(text)) throw new InvalidArgumentError("This isn't an address.");
  // "localhost:8080" parses too, as an address with the protocol "localhost:".
  if (!["http:", "https:"].includes(new URL(text).protocol)) {
    throw new InvalidArgumentError("It must begin with https:// or http://.");
  }
  return text.replace(/\/+$/, "");
}
