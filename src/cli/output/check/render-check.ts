import { type ExitCode, exitCodes } from "../../exit-codes.ts";
import type { CommandResult } from "../command-result.ts";
import type { CheckResult } from "../finding.ts";
import { checkAsJson } from "./as-json.ts";
import { checkAsJunit } from "./as-junit.ts";
import { checkAsSarif } from "./as-sarif.ts";
import { checkAsText } from "./as-text.ts";
import { checkAsWorkflowCommands } from "./as-workflow-commands.ts";

const formats = {
  text: checkAsText,
  json: checkAsJson,
  sarif: checkAsSarif,
  junit: checkAsJunit,
  github: checkAsWorkflowCommands,
} as const;

/** An output format of a check. */
export type CheckFormat = keyof typeof formats;

/** All formats; the first is the default. */
export const checkFormats: readonly CheckFormat[] = ["text", "json", "sarif", "junit", "github"];

function exitCodeOf({ findings }: CheckResult): ExitCode {
  const verdicts = new Set(findings.map(({ verdict }) => verdict));
  if (verdicts.has("notAllowed") || verdicts.has("ended")) return exitCodes.notPassed;
  return verdicts.has("cannotTell") ? exitCodes.failed : exitCodes.passed;
}

/** Prints the findings of a check and returns the exit code. */
export function renderCheck(result: CheckResult, format: CheckFormat): CommandResult {
  return { text: formats[format](result), exitCode: exitCodeOf(result) };
}
