import { codeCell, markdownTable } from "../../markdown/table.ts";
import type { CaseTopic } from "../cases/peer-case.ts";
import { timeText } from "../time-text.ts";
import type { FindingsRun, JudgedCase } from "./findings-run.ts";
import type { CaseResult } from "./judge-cases.ts";
import { largeCount, timesEach } from "./time-tools.ts";

const topics = {
  access: "admin access of service accounts",
  harmless: "harmless, so a finding is a false alarm",
  people: "admin access of people, groups and roles",
  settings: "settings of clients, identity providers and realms",
} as const satisfies Record<CaseTopic, string>;

const tools = ["kcwarden", "check", "report"] as const;
const toolNames = {
  kcwardenAlone: "kcwarden without monitors",
  kcwarden: "kcwarden",
  check: "`presets check`",
  report: "`presets report`",
} as const;

/** More than these rules of one case are counted, and not named. */
const mostNamed = 2;

function resultCell({ rules, isRight }: CaseResult): string {
  if (rules.length === 0) return "–";
  const named = rules.slice(0, mostNamed).map(codeCell).join(", ");
  const more = rules.length > mostNamed ? ` and ${rules.length - mostNamed} more` : "";
  return `${isRight ? "" : "false alarm: "}${named}${more}`;
}

const codeBlock = (lines: readonly string[]) => `\`\`\`\n${lines.join("\n")}\n\`\`\``;

function summary(cases: readonly JudgedCase[]): string {
  const names = Object.keys(toolNames) as (keyof typeof toolNames)[];
  const rows = Object.entries(topics).map(([topic, text]) => {
    const ofTopic = cases.filter((it) => it.of.topic === topic);
    return [
      text,
      ofTopic.length,
      ...names.map((name) => ofTopic.filter((it) => it[name].rules.length > 0).length),
    ];
  });
  const head = ["reported cases of", "cases", ...names.map((name) => toolNames[name])];
  return markdownTable(head, rows, 1 + names.length);
}

/** The cases of a topic by the tools that report any of them; the others would be empty columns. */
function topicPart(all: readonly JudgedCase[], topic: CaseTopic): string {
  const cases = all.filter((it) => it.of.topic === topic);
  const isReporting = (tool: (typeof tools)[number]) =>
    cases.some((it) => it[tool].rules.length > 0);
  const reporting = tools.filter(isReporting);
  const silent = tools.filter((tool) => !isReporting(tool)).map((tool) => toolNames[tool]);
  const reportNone = silent.length === 0 ? [] : [`No finding from ${inWords(silent)}.`];
  if (reporting.length === 0) {
    return [...reportNone, cases.map(({ of }) => `- ${of.what}`).join("\n")].join("\n\n");
  }
  const rows = cases.map((it) => [it.of.what, ...reporting.map((tool) => resultCell(it[tool]))]);
  const table = markdownTable(["case", ...reporting.map((tool) => toolNames[tool])], rows);
  return [table, ...reportNone].join("\n\n");
}

/** Names in a sentence. */
const inWords = (names: readonly string[]) =>
  new Intl.ListFormat("en", { type: "conjunction" }).format(names);

function times({ times: { cases, large, live }, files, largeBytes }: FindingsRun): string {
  const size = `${(largeBytes / 1_000_000).toFixed(1)} MB`;
  return markdownTable(
    ["", "kcwarden", "`presets`"],
    [
      [
        `the ${files} files of the cases`,
        `${timeText(cases.kcwarden)}, a call each`,
        `${timeText(cases.check)}, one \`check\``,
      ],
      [
        `one file with ${largeCount} service accounts (${size})`,
        timeText(large.kcwarden),
        `${timeText(large.check)}, \`check\``,
      ],
      [
        "the same realm, from the server",
        `${timeText(live.kcwarden)}, \`download\` and \`audit\``,
        `${timeText(live.report)}, \`report\``,
      ],
    ],
    2,
  );
}

/** All tables of the findings. */
export function findingsMarkdown(run: FindingsRun): string {
  const { cases, proved, reportSaid, sample, lines } = run;
  return [
    summary(cases),
    `The policy takes ${lines.presets} lines for \`presets\`, for all realms, and ${lines.kcwarden} lines for kcwarden, for one realm, which
cover groups, composite roles and clients too.`,
    `All ${proved} cases about service accounts were tried on the server first: with its token, the account could make a call
that needs the access, or was refused, as the case says.`,
    `### Time

Median of ${timesEach} runs, in turn, after one that doesn't count.`,
    times(run),
    ...Object.entries(topics).flatMap(([topic, text]) => [
      `### ${text.charAt(0).toUpperCase()}${text.slice(1)}`,
      topicPart(cases, topic as CaseTopic),
    ]),
    "### One case in each tool's words",
    "`manage-users` in a composite realm role in a composite client role. Of kcwarden's JSON, the fields that tell it:",
    codeBlock(sample.kcwarden),
    "`presets check`:",
    codeBlock(sample.check),
    ...(reportSaid.length === 0
      ? []
      : ["`presets report` also says, on standard error:", codeBlock(reportSaid)]),
  ].join("\n\n");
}
