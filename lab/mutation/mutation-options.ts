/** Which parts of `npm run test:mutation` to run. */
export interface MutationOptions {
  readonly mutants: boolean;
  readonly guards: boolean;
  /** Files of src/access to change; none for all. */
  readonly files: readonly string[];
}

/**
 * Reads the arguments of `npm run test:mutation -- …`: `--mutants` or `--guards` for one part, or
 * files of src/access, of which only the mutants are tried.
 *
 * @throws on an argument that it doesn't know: a partial run must be meant.
 */
export function readMutationOptions(programArguments: readonly string[]): MutationOptions {
  const parts = programArguments.filter((it) => it === "--mutants" || it === "--guards");
  const files = programArguments.filter((it) => /^src\/access\/.*\.ts$/.test(it));
  if (parts.length + files.length < programArguments.length) {
    const known = "--mutants, --guards or files of src/access";
    throw new Error(`npm run test:mutation takes ${known}, not ${programArguments.join(" ")}.`);
  }
  const takesAll = programArguments.length === 0;
  return {
    mutants: takesAll || files.length > 0 || parts.includes("--mutants"),
    guards: takesAll || parts.includes("--guards"),
    files,
  };
}
