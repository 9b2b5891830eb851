import { printableJson } from "../../formats/printable-json.ts";
import { printableLines } from "./printable-lines.ts";

/** The result of a command. */
export interface CommandResult {
  /** What is printed to standard output. */
  readonly text: string;
  /** False where what was asked does not hold: the exit code is then 1. */
  readonly passed: boolean;
}

/** A result as JSON, for programs. */
export function jsonResult(value: unknown, passed = true): CommandResult {
  return { text: printableJson(value), passed };
}

/** A result in lines, for people. */
export function linesResult(lines: readonly string[], passed = true): CommandResult {
  return { text: printableLines(lines), passed };
}
