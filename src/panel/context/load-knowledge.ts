import { gainlessPresets } from "../../access/presets/gainless-presets.ts";
import { offeredPresets } from "../../access/presets/offered-presets.ts";
import "./asked-texts.ts";
import names from "../../../messages/calls_en.properties";
import phaseTwoNames from "../../../messages/calls-phase-two_en.properties";
import attempts from "../../../messages/escalations_en.properties";
import type { AdminEvent } from "../../access/model/admin-event.ts";
import { heldAdminRoles, noRoles, rolesInForce } from "../../access/model/held-admin-roles.ts";
import { roleKey, type Snapshot } from "../../access/model/snapshot.ts";
import { denialOf } from "../../access/policy/built-in.ts";
import { type Answer, answerQuestion } from "../../access/question/answer-question.ts";
import { createCallIndex } from "../../access/question/call-index.ts";
import {
  type FoundPresets,
  findPresets,
  type PresetQuestion,
} from "../../access/question/found-presets.ts";
import { type Advice, advise } from "../../access/use/advise.ts";
import { collectUse, type Use } from "../../access/use/collect-use.ts";
import { createEventIndex } from "../../access/use/event-index.ts";
import { type CallTemplate, callKey } from "../../catalog/calls/call-template.ts";
import type { Family } from "../../catalog/calls/families.ts";
import escalations from "../../catalog/measured/escalations.json";
import {
  type LoadedMeasurement,
  loadMeasurement,
} from "../../catalog/measured/load-measurement.ts";
import type { KnownCall } from "../../catalog/measured/measured-matrix.ts";
import type { Preset, PresetId } from "../../catalog/presets/presets.ts";
import { type Escalation, readEscalations } from "../../catalog/roles/escalation.ts";
import type { Texts } from "../../languages/language.ts";
import type { FamilyKey } from "../../texts/message-gaps.d.ts";

/** What was used, what is advised, and which writing calls no event would tell of. */
export interface AdvisedUse {
  readonly use: Use;
  readonly advice: Advice;
  readonly untraced: readonly KnownCall[];
}

/** What was measured, with the names that people use for it, ready to be asked. */
export interface Knowledge extends LoadedMeasurement {
  /** Answers the search field; undefined where the text is about no call. */
  readonly answer: (text: string, snapshot: Snapshot) => Answer | undefined;
  /** The calls that a text is about, and the roles for them, whatever a client has; undefined for none. */
  readonly recognize: (text: string) => Answer | undefined;
  /** What the search field recommends, of presets that the server has; undefined where the text is about nothing. */
  readonly recommend: (
    question: Omit<PresetQuestion, "matrix">,
    snapshot: Snapshot,
  ) => FoundPresets | undefined;
  /** What a service account used, by events of its writes, and the smaller access that would do. */
  readonly adviseOn: (events: readonly AdminEvent[], snapshot: Snapshot) => Promise<AdvisedUse>;
  /** Presets that open no call that isn't allowed already. */
  readonly gainless: (snapshot: Snapshot) => ReadonlySet<PresetId>;
  readonly nameOf: (call: CallTemplate) => string;
  readonly familyName: (family: Family) => string;
  readonly escalations: readonly Escalation[];
  /** What was tried, in the past tense. */
  readonly describeEscalation: (escalation: Pick<Escalation, "id">) => string;
}

/** Whether a preset can be applied on the server, and policy lets it. */
function isThere(preset: Preset, snapshot: Snapshot): boolean {
  return (
    preset.roles.every((role) => snapshot.roles.has(roleKey(role))) &&
    denialOf(preset, snapshot) === undefined
  );
}

/** Loads what was measured on the server's own minor, or the nearest one. */
export async function loadKnowledge(
  entryScript: string | undefined,
  offered: ReadonlySet<string>,
  loadOwnTexts: () => Promise<Texts>,
): Promise<Knowledge> {
  const [measurement, ownTexts] = await Promise.all([
    loadMeasurement(entryScript, offered),
    // In English rather than not at all.
    loadOwnTexts().catch((): Texts => ({})),
  ]);
  const english = new Map([names, phaseTwoNames, attempts].flatMap((it) => Object.entries(it)));
  const texts = new Map([...english, ...Object.entries(ownTexts)]);
  const { matrix } = measurement;
  // People also search by the words of the API and of its documentation, which are English.
  const namesOf = (key: string) => [...new Set([texts.get(key), english.get(key)])].join(" / ");
  const index = createCallIndex(matrix, namesOf);
  return {
    ...measurement,
    answer: (text, snapshot) =>
      answerQuestion(text, {
        matrix,
        index,
        presets: offeredPresets(snapshot).filter((preset) => isThere(preset, snapshot)),
        held: rolesInForce(snapshot),
      }),
    recognize: (text) => answerQuestion(text, { matrix, index, presets: [], held: noRoles }),
    recommend: ({ among, ...question }, snapshot) =>
      findPresets({
        ...question,
        among: among.filter((preset) => isThere(preset, snapshot)),
        matrix,
      }),
    adviseOn: async (events, snapshot) => {
      const { default: eventsOfCalls } = await import("../../catalog/calls/events-of-calls.json");
      const traces = createEventIndex(eventsOfCalls, [...matrix.calls, ...matrix.notCalled]);
      const use = collectUse(events, [], traces);
      const presets = offeredPresets(snapshot).filter((preset) => isThere(preset, snapshot));
      const advice = advise(use, { matrix, presets, held: heldAdminRoles(snapshot) });
      return { use, advice, untraced: traces.untraced };
    },
    gainless: (snapshot) =>
      gainlessPresets(offeredPresets(snapshot), rolesInForce(snapshot), matrix),
    nameOf: (call) => texts.get(callKey(call)) ?? `${call.method} ${call.path}`,
    escalations: readEscalations(escalations),
    describeEscalation: ({ id }) => texts.get(`escalation.${id}`) ?? id,
    familyName: (family) => {
      const key: FamilyKey = `family.${family}`;
      return texts.get(key) ?? family;
    },
  };
}
