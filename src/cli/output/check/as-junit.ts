import { escapeInvisible } from "../../../formats/escape-invisible.ts";
import { placeText } from "../../places/place.ts";
import { accountLabel } from "../account-label.ts";
import { type CheckResult, type Finding, type Verdict, verdictTexts } from "../finding.ts";

/**
 * Escapes a text for XML, for attributes and content. Characters that XML 1.0 doesn't allow are
 * invisible or invalid anyway.
 */
const xml = (text: string) =>
  escapeInvisible(text)
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");

const attributes = (all: Readonly<Record<string, string | number | undefined>>) =>
  Object.entries(all)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${xml(String(value))}"`))
    .join("");

/** The element of a test case for a verdict: a failure is an answer, an error isn't. */
const elements = {
  accepted: undefined,
  told: undefined,
  known: undefined,
  ended: "failure",
  notAllowed: "failure",
  cannotTell: "error",
} as const satisfies Record<Verdict, "failure" | "error" | undefined>;

const textOf = ({ verdict, message, place }: Finding) =>
  `${verdictTexts[verdict]}: ${message}${place === undefined ? "" : ` at ${placeText(place)}`}`;

const countOf = (findings: readonly Finding[], element: "failure" | "error") =>
  findings.filter(({ verdict }) => elements[verdict] === element).length;

/** A service account with its findings. */
interface Case {
  readonly name: string;
  readonly findings: Finding[];
}

function caseLines(realm: string, { name, findings }: Case): readonly string[] {
  const bad = findings.filter(({ verdict }) => elements[verdict] !== undefined);
  const others = findings.filter(({ verdict }) => elements[verdict] === undefined);
  const place = (bad[0] ?? others[0])?.place;
  return [
    `    <testcase${attributes({ name, classname: realm, file: place?.file, line: place?.line })}>`,
    ...bad.map((finding) => {
      const element = elements[finding.verdict];
      const { message, ruleId: type } = finding;
      return `      <${element}${attributes({ message, type })}>${xml(textOf(finding))}</${element}>`;
    }),
    ...others.map((finding) => `      <system-out>${xml(textOf(finding))}</system-out>`),
    "    </testcase>",
  ];
}

/**
 * The findings of a check as a test report: a suite for each realm, with a test case for each
 * service account.
 *
 * @see [JUnit reports in GitLab](https://docs.gitlab.com/ci/testing/unit_test_reports/)
 */
export function checkAsJunit({ accounts, findings }: CheckResult): string {
  const suites = new Map<string, Map<string, Case>>();
  const caseOf = (about: NonNullable<Finding["account"]> | undefined) => {
    const of = about?.realm ?? "policy";
    const suite = suites.get(of) ?? new Map<string, Case>();
    suites.set(of, suite);
    const name = about === undefined ? "expired rules" : accountLabel(about, " ");
    const known = suite.get(name) ?? { name, findings: [] };
    suite.set(name, known);
    return known;
  };
  for (const account of accounts) caseOf(account);
  for (const finding of findings) caseOf(finding.account).findings.push(finding);
  const counts = (of: readonly Finding[], cases: number) =>
    attributes({ tests: cases, failures: countOf(of, "failure"), errors: countOf(of, "error") });
  const all = [...suites].map(([realm, suite]) => ({ realm, cases: [...suite.values()] }));
  const count = all.reduce((sum, { cases }) => sum + cases.length, 0);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="presets check"${counts(findings, count)}>`,
    ...all.flatMap(({ realm, cases }) => [
      `  <testsuite${attributes({ name: realm })}${counts(
        cases.flatMap((it) => it.findings),
        cases.length,
      )}>`,
      ...cases.flatMap((it) => caseLines(realm, it)),
      "  </testsuite>",
    ]),
    "</testsuites>",
  ];
  return lines.map((line) => `${line}\n`).join("");
}
