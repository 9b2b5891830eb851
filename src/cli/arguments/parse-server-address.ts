import { InvalidArgumentError } from "@commander-js/extra-typings";

/**
 * Reads the base address of a server, relative path included; without slashes at its end.
 *
 * @throws InvalidArgumentError on what is no address of a web server
 */
export function parseServerAddress(text: string): string {
  if (!URL.canParse(text)) throw new InvalidArgumentError("That is no address.");
  // "localhost:8080" is one too, of the protocol "localhost".
  if (!["http:", "https:"].includes(new URL(text).protocol)) {
    throw new InvalidArgumentError("It must begin with https:// or http://.");
  }
  return text.replace(/\/+$/, "");
}
