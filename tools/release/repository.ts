import { InvalidArgumentError } from "@commander-js/extra-typings";

/** The repository on GitHub that a release comes from. */
export interface Repository {
  readonly owner: string;
  readonly name: string;
  /** Where people read it. */
  readonly url: string;
}

/** An owner has letters, digits and single hyphens; a name also dots and underscores. */
const form = /^(?<owner>[A-Za-z\d](?:-?[A-Za-z\d]){0,38})\/(?<name>[\w.-]{1,100})$/;

/**
 * Reads a repository as GitHub and its Actions name it, such as "octocat/hello".
 *
 * @throws InvalidArgumentError where it isn't one
 */
export function parseRepository(text: string): Repository {
  const { owner, name } = form.exec(text)?.groups ?? {};
  if (owner === undefined || name === undefined || /^\.\.?$|\.git$/.test(name)) {
    throw new InvalidArgumentError("Give OWNER/REPO as in the repository's address on GitHub.");
  }
  return { owner, name, url: `https://github.com/${owner}/${name}` };
}
