import { ExpectedError } from "../../tools/command/expected-error.ts";
import { readState } from "./code-state.ts";
import { git } from "./git.ts";

/**
 * Clones the commit of a folder into a new one: nothing is in it that isn't committed, not even dependencies.
 *
 * @throws ExpectedError where the commit isn't of that state
 */
export async function makeCleanClone(source: string, state: string, clone: string): Promise<void> {
  await git(source, "clone", "--quiet", source, clone);
  if ((await readState(clone)) !== state) {
    throw new ExpectedError("A clone has other code than this folder: commit the code first.");
  }
}
