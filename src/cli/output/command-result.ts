import { printableJson } from "../../formats/printable-json.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { printableLines } from "./printable-lines.ts";

/** The result of a command. */
export interface CommandResult {
  /** What is printed to standard output. */
  readonly text: string;
  readonly exitCode: ExitCode;
}

/** A result as JSON, for programs. */
export function jsonResult(value: unknown, exitCode: ExitCode = exitCodes.passed): CommandResult {
  return { text: printableJson(value), exitCode };
}

/** A result in lines, for people. */
export function linesResult(
  lines: readonly string[],
  exitCode: ExitCode = exitCodes.passed,
): CommandResult {
  return { text: printableLines(lines), exitCode };
}
