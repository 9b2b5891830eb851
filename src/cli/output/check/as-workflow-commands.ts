import { escapeInvisible } from "../../../formats/escape-invisible.ts";
import {
  type CheckResult,
  type Finding,
  findingText,
  type Verdict,
  verdictTexts,
} from "../finding.ts";

/**
 * The value of a command. What would end it is escaped.
 *
 * @see [toolkit](https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts), escapeData
 */
const value = (text: string) =>
  escapeInvisible(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

/** A property of a command, which ends at a comma, and its name at a colon. */
const property = (text: string) =>
  // A line break in a file's name is part of it, so it isn't made visible.
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
 * What a check finds as commands of a GitHub workflow, which shows each at its line in a pull request.
 *
 * @see [Workflow commands](https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands)
 */
export function checkAsWorkflowCommands({ findings }: CheckResult): string {
  return findings.map(commandOf).join("");
}
