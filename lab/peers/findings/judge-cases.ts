import { isToBeReported, type PeerCase, type Subject } from "../cases/peer-case.ts";
import type { PeerFinding } from "./finding.ts";

/** What a tool says of a case. */
export interface CaseResult {
  /** What it reports of the case and not of its twin, each once. */
  readonly rules: readonly string[];
  /** Whether that is as it ought to be: a harmless case isn't reported, and any other one is. */
  readonly isRight: boolean;
}

const isSame = (a: Subject, b: Subject) =>
  a.realm === b.realm && a.kind === b.kind && a.name === b.name;

const rulesOf = (findings: readonly PeerFinding[], subjects: readonly Subject[]) => [
  ...new Set(
    findings
      .filter(({ subject }) => subjects.some((it) => isSame(it, subject)))
      .map(({ rule }) => rule),
  ),
];

/** Compares what a tool reports of a case and of its twin. */
export function judgeCase(it: PeerCase, findings: readonly PeerFinding[]): CaseResult {
  const ofTwin = new Set(rulesOf(findings, [it.twin]));
  const rules = rulesOf(findings, it.subjects).filter((rule) => !ofTwin.has(rule));
  return { rules, isRight: rules.length > 0 === isToBeReported(it) };
}
