import { InvalidArgumentError } from "@commander-js/extra-typings";

/**
 * Accepts any name that isn't empty.
 *
 * @throws InvalidArgumentError on an empty name, for example from a variable that isn't set
 */
export function parseName(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("It is empty.");
  return text;
}
