import { escapeInvisible } from "../../../formats/escape-invisible.ts";
import {
  type CheckResult,
  type Finding,
  findingText,
  type Verdict,
  verdictTexts,
} from "../finding.ts";

/**
 * Escapes the value of a command.
 *
 * @see [toolkit](https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts), escapeData
 */
const value = (text: string) =>
  escapeInvisible(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

/** Escapes a property of a command, where commas and colons are separators. */
const property = (text: string) =>
  // A line break in a file's name is part of the name, so it stays as it is.
  text
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A")
    .replaceAll(":", "%3A")
    .replaceAll(",", "%2C");

const commands = {
  accepted: "notice",
  told: "warning",
  known: "notice",
  ended: "error",
  notAllowed: "error",
  cannotTell: "error",
} as const satisfies Record<Verdict, string>;

function commandOf(finding: Finding): string {
  const { verdict, place } = finding;
  const properties = [
    ...(place === undefined ? [] : [`file=${property(place.file)}`, `line=${place.line}`]),
    `title=${property(verdictTexts[verdict])}`,
  ];
  const part = place?.part === undefined ? "" : ` (${place.part})`;
  const text = value(`${findingText(finding)}${part}`);
  return `::${commands[verdict]} ${properties.join(",")}::${text}\n`;
}

/**
 * The findings of a check as GitHub workflow commands, which GitHub shows at their lines in a pull
 * request.
 *
 * @see [Workflow commands](https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands)
 */
export function checkAsWorkflowCommands({ findings }: CheckResult): string {
  return findings.map(commandOf).join("");
}
