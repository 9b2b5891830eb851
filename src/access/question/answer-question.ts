import {
  isMeasured,
  type KnownCall,
  type MeasuredCall,
  type MeasuredMatrix,
  type UnmeasuredCall,
  type Verdict,
} from "../../catalog/measured/measured-matrix.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import type { HeldRoles } from "../model/held-admin-roles.ts";
import { verdictOfHeld } from "../model/verdict-of.ts";
import type { CallIndex } from "./call-index.ts";
import { callsForWords, mainCallOf } from "./calls-for-words.ts";
import { findCalls } from "./find-calls.ts";
import {
  type ForeignAddress,
  parseCalls,
  type ReadingLimits,
  type TypedCall,
} from "./parse-calls.ts";
import { type Requirement, requirementOf } from "./requirement.ts";

/** A call that was asked for, and what comes of it now. */
export interface AnsweredCall extends Requirement {
  readonly call: MeasuredCall;
  /** What the service account would get. */
  readonly verdict: Verdict;
  /** Other calls of the same path, where no method was given. */
  readonly alternatives: readonly KnownCall[];
}

/** A call that the server does not have, and the nearest ones. */
export interface UnknownCall {
  readonly typed: TypedCall;
  readonly nearest: readonly KnownCall[];
}

/** A part of a path, and calls that have it. */
export interface PartialPath {
  readonly typed: TypedCall;
  readonly calls: readonly AnsweredCall[];
}

/** What the search field answers to the question which roles a call needs. */
export interface Answer {
  /** Whether calls were named, or only words that calls are found by. */
  readonly isNamed: boolean;
  readonly calls: readonly AnsweredCall[];
  /** Calls that the server has, and of which is not known what they need. */
  readonly notMeasured: readonly UnmeasuredCall[];
  readonly unknown: readonly UnknownCall[];
  readonly parts: readonly PartialPath[];
  readonly foreign: readonly ForeignAddress[];
  /** What all the named calls need together; undefined where there are none. */
  readonly together: Requirement | undefined;
  /** How many more calls were found than are answered; of named ones 1 where there are more at all. */
  readonly more: number;
}

/** What is known when a question is asked. */
export interface AnswerSource {
  readonly matrix: MeasuredMatrix;
  readonly index: CallIndex;
  /** Presets that the server has all roles of. */
  readonly presets: readonly Preset[];
  /** The admin roles that the calls of the service account are allowed by now. */
  readonly held: HeldRoles;
}

const mostFound = 5;

const nothing: Omit<Answer, "foreign"> = {
  ...{
    isNamed: true,
    calls: [],
    notMeasured: [],
    unknown: [],
    parts: [],
    together: undefined,
    more: 0,
  },
};

/** Answers what was typed or pasted into the search field; undefined where it is about no call. */
export function answerQuestion(
  text: string,
  source: AnswerSource,
  limits?: ReadingLimits,
): Answer | undefined {
  const parsed = parseCalls(text, limits);
  if (parsed.kind === "words") return answerWords(text, parsed.words, source);
  if (parsed.kind === "foreign") return { ...nothing, foreign: parsed.foreign };
  const calls = new Map<MeasuredCall, AnsweredCall>();
  const notMeasured = new Set<UnmeasuredCall>();
  const unknown: UnknownCall[] = [];
  const parts: PartialPath[] = [];
  for (const typed of parsed.calls) {
    const found = findCalls(typed, source.index);
    if (found.kind === "none") unknown.push({ typed, nearest: found.nearest });
    if (found.kind === "part") {
      const measured = found.calls.filter(isMeasured);
      parts.push({ typed, calls: measured.map((call) => answerCall(call, [], source)) });
    }
    const call = found.kind === "found" ? mainCallOf(found.calls) : undefined;
    if (call === undefined || found.kind !== "found") continue;
    if (!isMeasured(call)) {
      notMeasured.add(call);
      continue;
    }
    const alternatives = found.calls.filter((other) => other !== call);
    calls.set(call, answerCall(call, alternatives, source));
  }
  const isSure = calls.size + notMeasured.size > 0;
  return {
    isNamed: true,
    calls: [...calls.values()],
    notMeasured: [...notMeasured],
    unknown: isSure ? unknown.filter(({ typed, nearest }) => isMeant(typed, nearest)) : unknown,
    parts,
    foreign: parsed.foreign,
    together: calls.size === 0 ? undefined : needsOf([...calls.keys()], source),
    more: parsed.isCut ? 1 : 0,
  };
}

/** Beside calls that are known, a path without a method that is near none is a file's, or a pattern. */
const isMeant = ({ method }: TypedCall, nearest: readonly KnownCall[]) =>
  method !== undefined || nearest.length > 0;

/**
 * The calls that presets are recommended for: all that were named, or the best of those that were found by
 * words.
 */
export function callsToRecommendFor(answer: Answer | undefined): readonly MeasuredCall[] {
  const calls = answer?.calls.map(({ call }) => call) ?? [];
  return answer?.isNamed ? calls : calls.slice(0, 1);
}

function answerWords(
  text: string,
  words: readonly string[],
  source: AnswerSource,
): Answer | undefined {
  const { isNamed, calls: found } = callsForWords(text, words, source.index);
  if (found.length === 0) return undefined;
  const best = found.slice(0, mostFound);
  const measured = best.filter(isMeasured);
  return {
    ...nothing,
    isNamed,
    calls: measured.map((call) => answerCall(call, [], source)),
    notMeasured: best.filter((call): call is UnmeasuredCall => !isMeasured(call)),
    foreign: [],
    together: isNamed && measured.length > 0 ? needsOf(measured, source) : undefined,
    more: Math.max(0, found.length - mostFound),
  };
}

function answerCall(
  call: MeasuredCall,
  alternatives: readonly KnownCall[],
  source: AnswerSource,
): AnsweredCall {
  const verdict = verdictOfHeld(call, source.held, source.matrix);
  return { call, verdict, alternatives, ...needsOf([call], source) };
}

function needsOf(calls: readonly MeasuredCall[], source: AnswerSource): Requirement {
  const { roleSets, presetSets, isPartial } = requirementOf(calls, source);
  return { roleSets, presetSets, isPartial };
}
