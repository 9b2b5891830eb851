import { InvalidArgumentError } from "@commander-js/extra-typings";

/**
 * Takes a name as it is.
 *
 * @throws InvalidArgumentError on an empty one, as a variable that isn't set leaves it
 */
export function parseName(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("It is empty.");
  return text;
}
