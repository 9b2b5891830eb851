import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { ExpectedError } from "../../../tools/command/expected-error.ts";

/** Where Python's programs are looked for. */
export interface PythonPlace {
  /** A virtual environment; undefined for the search path. */
  readonly venv: string | undefined;
  /** The search path. */
  readonly searchPath: string;
}

/**
 * The path of a program of Python.
 *
 * @param packageName what brings it
 * @throws ExpectedError where it isn't there, with how to get it
 */
export async function findProgram(
  program: string,
  packageName: string,
  { venv, searchPath }: PythonPlace,
): Promise<string> {
  const folders =
    venv === undefined ? searchPath.split(delimiter).filter(Boolean) : [join(venv, "bin")];
  for (const folder of folders) {
    const path = join(folder, program);
    if (await isExecutable(path)) return path;
  }
  const where = venv === undefined ? "on the search path" : `in ${venv}`;
  throw new ExpectedError(
    `There is no ${program} ${where}. Get ${packageName} in a virtual environment of Python 3.11 or newer, outside of the project: python3 -m venv ~/peers && ~/peers/bin/pip install ansible kcwarden. Then pass it: npm run peers -- --venv ~/peers, or set PEERS_VENV.`,
  );
}

const isExecutable = (path: string) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
