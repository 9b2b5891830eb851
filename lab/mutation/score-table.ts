import type { FileScore } from "./mutation-report.ts";

type Counts = Omit<FileScore, "file">;

const scoreOf = ({ killed, survived, uncovered }: Counts): string => {
  const all = killed + survived + uncovered;
  // A file of nothing but types has no mutants.
  return all === 0 ? "–" : `${((100 * killed) / all).toFixed(1)} %`;
};

/** The share of mutants that were found, in all and file by file. */
export function scoreTable(scores: readonly FileScore[]): string {
  const sum = (name: keyof Counts) => scores.reduce((total, score) => total + score[name], 0);
  const total = {
    file: "all",
    killed: sum("killed"),
    survived: sum("survived"),
    uncovered: sum("uncovered"),
  };
  const width = Math.max(...[...scores, total].map(({ file }) => file.length));
  const line = (file: string, ...cells: readonly (string | number)[]) =>
    file.padEnd(width) + cells.map((cell) => String(cell).padStart(10)).join("");
  const lineOf = (score: FileScore) =>
    line(score.file, scoreOf(score), score.killed, score.survived, score.uncovered);
  return [
    line("", "score", "killed", "survived", "no test"),
    ...scores.map(lineOf),
    lineOf(total),
  ].join("\n");
}
