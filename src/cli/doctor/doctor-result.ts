import { type ExitCode, exitCodes } from "../exit-codes.ts";
import type { CommandResult } from "../output/command-result.ts";
import { jsonResult, linesResult } from "../output/command-result.ts";
import type { Finding, FindingLevel } from "./finding.ts";

const labels: Readonly<Record<FindingLevel, string>> = {
  ok: "OK",
  note: "NOTE",
  problem: "PROBLEM",
  unknown: "UNKNOWN",
  hidden: "NOT SEEN",
};

function exitCodeOf(findings: readonly Finding[]): ExitCode {
  const has = (level: FindingLevel) => findings.some((finding) => finding.level === level);
  if (has("problem")) return exitCodes.notPassed;
  if (has("unknown")) return exitCodes.failed;
  return has("hidden") ? exitCodes.incomplete : exitCodes.passed;
}

/** The findings of the doctor, in lines for people or as JSON for programs, with their exit code. */
export function doctorResult(findings: readonly Finding[], json: boolean): CommandResult {
  const exitCode = exitCodeOf(findings);
  if (json) return jsonResult(findings, exitCode);
  const width = Math.max(...Object.values(labels).map(({ length }) => length));
  const indent = " ".repeat(width + 2);
  const lines = findings.flatMap(({ level, subject, found, advice }) => [
    `${labels[level].padEnd(width)}  ${subject}: ${found}`,
    ...(advice === undefined ? [] : [`${indent}${advice}`]),
  ]);
  return linesResult(lines, exitCode);
}
