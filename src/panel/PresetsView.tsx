import { lazy, Suspense, useMemo, useState } from "react";
import { planRemove } from "../access/plan-change.ts";
import { type PresetState, presetStates } from "../access/preset-state.ts";
import type { Snapshot } from "../access/snapshot.ts";
import { needsConfirmation, worstConsequences } from "../access/worst-consequences.ts";
import type { CallTemplate } from "../catalog/call-template.ts";
import { PresetList } from "./PresetList.tsx";
import { PresetSummary } from "./PresetSummary.tsx";
import { PresetToolbar } from "./PresetToolbar.tsx";
import { ProblemAlert } from "./ProblemAlert.tsx";
import { emptySearch, searchPresets } from "./search-presets.ts";
import { Toasts } from "./Toasts.tsx";
import { useChanges } from "./use-changes.ts";
import type { ClientStateHandle } from "./use-client-state.ts";
import { KnowledgeProvider, useKnowledgeHandle } from "./use-knowledge.ts";
import { useTranslate } from "./use-translate.ts";

const CallAnswers = lazy(() =>
  import("./CallAnswers.tsx").then((module) => ({ default: module.CallAnswers })),
);
const ConfirmApply = lazy(() =>
  import("./ConfirmApply.tsx").then((module) => ({ default: module.ConfirmApply })),
);
const ConfirmRemove = lazy(() =>
  import("./ConfirmRemove.tsx").then((module) => ({ default: module.ConfirmRemove })),
);

interface PresetsViewProps {
  readonly snapshot: Snapshot;
  readonly handle: ClientStateHandle;
}

interface Question {
  readonly kind: "apply" | "remove";
  readonly state: PresetState;
}

/** What the service account holds, the search field, and the presets. */
export function PresetsView({ snapshot, handle }: PresetsViewProps) {
  const t = useTranslate();
  const knowledge = useKnowledgeHandle(snapshot);
  const changes = useChanges(snapshot, handle);
  const [search, setSearch] = useState(emptySearch);
  const [question, setQuestion] = useState<Question>();
  const states = useMemo(() => presetStates(snapshot), [snapshot]);
  const known = typeof knowledge.state === "string" ? undefined : knowledge.state;
  const answer = useMemo(
    () => (search.text.trim() === "" ? undefined : known?.answer(search.text, snapshot)),
    [known, search.text, snapshot],
  );
  const shown = useMemo(
    () => searchPresets(states, search, t, answer?.isNamed ? answer : undefined),
    [states, search, t, answer],
  );
  const ask = ({ method, path }: CallTemplate) =>
    setSearch({ ...search, text: `${method} ${path}` });

  const apply = (state: PresetState) => {
    if (needsConfirmation(worstConsequences(state.preset.roles))) {
      setQuestion({ kind: "apply", state });
    } else changes.apply(state.preset);
  };
  const close = () => setQuestion(undefined);
  const reload = () => {
    changes.dismissFailure();
    handle.load();
  };

  return (
    <KnowledgeProvider.Provider value={knowledge}>
      <PresetSummary snapshot={snapshot} states={states} changes={changes} />
      {changes.failed !== undefined && changes.failed.presetId === undefined ? (
        <ProblemAlert
          problem={changes.failed.problem}
          holdsNow={changes.failed.holdsNow}
          onRetry={reload}
        />
      ) : null}
      <PresetToolbar search={search} onSearch={setSearch} onBegin={knowledge.want} />
      {known === undefined || answer === undefined ? null : (
        <Suspense>
          <CallAnswers answer={answer} knowledge={known} onAsk={ask} />
        </Suspense>
      )}
      <PresetList
        snapshot={snapshot}
        states={states}
        shown={shown}
        changes={changes}
        onApply={apply}
        onRemove={(state) => setQuestion({ kind: "remove", state })}
        onReload={reload}
        onClearSearch={() => setSearch(emptySearch)}
      />
      <Toasts changes={changes} />
      <Suspense>
        {question?.kind === "apply" ? (
          <ConfirmApply
            snapshot={snapshot}
            preset={question.state.preset}
            onCancel={close}
            onConfirm={() => {
              close();
              changes.apply(question.state.preset);
            }}
          />
        ) : null}
        {question?.kind === "remove" ? (
          <ConfirmRemove
            clientId={snapshot.client.clientId}
            preset={question.state.preset}
            removal={planRemove(question.state.preset, snapshot, states)}
            onCancel={close}
            onConfirm={(change) => {
              close();
              changes.remove(question.state.preset, change);
            }}
          />
        ) : null}
      </Suspense>
    </KnowledgeProvider.Provider>
  );
}
