import type { ApplyMeasurement } from "../../bench/apply/measure-apply.ts";
import { codeCell, markdownTable } from "../../markdown/table.ts";
import { timeText } from "../time-text.ts";
import type { ApplyingRun, ProgramRun } from "./applying-run.ts";
import type { WrongRole } from "./measure-program.ts";

/** A program that couldn't be run, and why. */
export interface NotRun {
  readonly name: string;
  readonly reason: string;
}

const none = "–";

/** The file of a script as code. */
const nameText = (name: string) => (name.endsWith(".sh") ? codeCell(name) : name);

const wrongRoleText = ({ isSeenBefore, failed, assigned }: WrongRole) =>
  [
    isSeenBefore === undefined ? "no preview" : isSeenBefore ? "preview fails" : "preview passes",
    failed ? "run fails" : "run succeeds",
    assigned.length === 0 ? "assigns nothing" : `assigns ${assigned.join(", ")}`,
  ].join("; ");

/** The table of all ways, and what it is of. */
export function applyingMarkdown(
  { own, stock, programs }: ApplyingRun,
  notRun: readonly NotRun[],
): string {
  const pages = [own, stock];
  const row = (
    name: string,
    ofPage: (it: ApplyMeasurement) => string,
    ofProgram: (it: ProgramRun) => string,
  ) => [name, ...pages.map(ofPage), ...programs.map(ofProgram), ...notRun.map(() => "not run")];
  const table = markdownTable(
    [
      ...["", "this product's tab", "stock dialog"],
      ...[...programs, ...notRun].map(({ name }) => nameText(name)),
    ],
    [
      row(
        "clicks, keys",
        ({ firstOpening, applying }) =>
          `${firstOpening.clicks + applying.clicks}, ${firstOpening.keys + applying.keys}`,
        () => none,
      ),
      row(
        "lines to write or export",
        () => none,
        ({ lines }) => String(lines),
      ),
      row(
        "time from the last click, or the start",
        ({ applying }) => timeText(applying.lastClickToResult),
        ({ apply }) => timeText(apply.milliseconds),
      ),
      row(
        "… until it is read back and shown",
        ({ applying }) => timeText(applying.lastClickToEnd),
        () => none,
      ),
      row(
        "requests to open the tab",
        ({ firstOpening: { reads, writes } }) => String(reads + writes),
        () => none,
      ),
      row(
        "requests to assign",
        ({ applying: { reads, writes } }) => String(reads + writes),
        ({ apply }) => String(apply.requests),
      ),
      row(
        "among them writes",
        ({ applying }) => String(applying.writes),
        ({ apply }) => String(apply.writes),
      ),
      row(
        "among them for a token",
        () => none,
        ({ apply }) => String(apply.signIns),
      ),
      row(
        "preview that changes nothing",
        () => none,
        ({ preview }) => (preview === undefined ? "none" : timeText(preview.milliseconds)),
      ),
      row(
        "the same once more",
        () => none,
        ({ again }) =>
          `${timeText(again.milliseconds)}, ${again.writes === 1 ? "1 write" : `${again.writes} writes`}`,
      ),
    ],
    2 + programs.length + notRun.length,
  );
  return [
    table,
    ...notRun.map(({ name, reason }) => `${name} was not run: ${reason}`),
    "With one of the two roles misspelled:",
    programs
      .map(({ name, wrongRole }) => `- ${nameText(name)}: ${wrongRoleText(wrongRole)}.`)
      .join("\n"),
  ].join("\n\n");
}
