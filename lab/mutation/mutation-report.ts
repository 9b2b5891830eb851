import { asArray, asRecord } from "../../tools/test/parse-json.ts";

/** How many mutants of a file the tests found. */
export interface FileScore {
  readonly file: string;
  readonly killed: number;
  /** Mutants that tests ran through and didn't notice. */
  readonly survived: number;
  /** Mutants that no test ran through. */
  readonly uncovered: number;
}

/** What Stryker found. */
export interface MutationReport {
  readonly scores: readonly FileScore[];
  /** A line for each mutant that no test noticed. */
  readonly survivors: readonly string[];
}

interface Mutant {
  readonly status: string;
  readonly line: string;
}

/** Stryker names mutants by what stands there afterwards, and by what kind of change it is. */
function readMutant(file: string, mutant: unknown): Mutant {
  const { status, mutatorName, replacement, location } = asRecord(mutant);
  const { line, column } = asRecord(asRecord(location)["start"]);
  const text = String(replacement).replace(/\s+/g, " ");
  return { status: String(status), line: `${file}:${line}:${column} ${mutatorName}: ${text}` };
}

const isUnnoticed = ({ status }: Mutant) => status === "Survived" || status === "NoCoverage";

/**
 * Reads Stryker's report. A mutant that hangs is found; one that does not run at all counts for nothing.
 *
 * @see [Mutant states](https://stryker-mutator.io/docs/mutation-testing-elements/mutant-states-and-metrics/)
 */
export function readMutationReport(report: unknown): MutationReport {
  const files = Object.entries(asRecord(asRecord(report)["files"])).map(([file, content]) => ({
    file,
    mutants: asArray(asRecord(content)["mutants"]).map((mutant) => readMutant(file, mutant)),
  }));
  const scores = files.map(({ file, mutants }): FileScore => {
    const count = (...statuses: readonly string[]) =>
      mutants.filter(({ status }) => statuses.includes(status)).length;
    return {
      file,
      killed: count("Killed", "Timeout"),
      survived: count("Survived"),
      uncovered: count("NoCoverage"),
    };
  });
  return {
    scores: scores.sort((a, b) => (a.file < b.file ? -1 : 1)),
    survivors: files.flatMap(({ mutants }) => mutants.filter(isUnnoticed).map(({ line }) => line)),
  };
}
