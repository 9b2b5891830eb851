import { Suspense, useMemo, useState } from "react";
import { emptyPlan, type Goal, type Mode, makePlan } from "../access/make-plan.ts";
import { needsLook } from "../access/needs-look.ts";
import { type PresetState, presetStates } from "../access/preset-state.ts";
import { refusalOf } from "../access/refusal-of.ts";
import type { Snapshot } from "../access/snapshot.ts";
import type { CallTemplate } from "../catalog/call-template.ts";
import { ChangeFailure } from "./ChangeFailure.tsx";
import { lazily } from "./lazily.ts";
import { PresetList } from "./PresetList.tsx";
import { PresetSummary } from "./PresetSummary.tsx";
import { PresetToolbar } from "./PresetToolbar.tsx";
import { usePanelContext } from "./panel-context.ts";
import { emptySearch, searchPresets } from "./search-presets.ts";
import { Toasts } from "./Toasts.tsx";
import { presetIdOf, useChanges } from "./use-changes.ts";
import type { ClientStateHandle } from "./use-client-state.ts";
import { KnowledgeProvider, useKnowledgeHandle } from "./use-knowledge.ts";
import { useTranslate } from "./use-translate.ts";

const AccessCheck = lazily(() => import("./dialogs.ts").then((module) => module.AccessCheck));
const CallAnswers = lazily(() => import("./explanations.ts").then((module) => module.CallAnswers));
const ExportDialog = lazily(() => import("./dialogs.ts").then((module) => module.ExportDialog));
const PlanDialog = lazily(() => import("./dialogs.ts").then((module) => module.PlanDialog));
const RealmPicker = lazily(() => import("./dialogs.ts").then((module) => module.RealmPicker));
const ServiceAccountOff = lazily(() =>
  import("./dialogs.ts").then((module) => module.ServiceAccountOff),
);

interface PresetsViewProps {
  readonly snapshot: Snapshot;
  readonly handle: ClientStateHandle;
}

/** What the service account holds, the search field, and the presets. */
export function PresetsView({ snapshot, handle }: PresetsViewProps) {
  const t = useTranslate();
  const { isMaster } = usePanelContext();
  const knowledge = useKnowledgeHandle(snapshot);
  const changes = useChanges(snapshot, handle);
  const [search, setSearch] = useState(emptySearch);
  const [dialog, setDialog] = useState<Goal | "check" | "export">();
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
  const refusalKey = refusalOf(snapshot);
  const refusal = refusalKey === undefined ? undefined : t(`rights.${refusalKey}`);

  const plan = ({ preset }: PresetState, mode: Mode) => setDialog({ mode, presets: [preset] });
  const apply = (state: PresetState) => {
    const goal: Goal = { mode: "add", presets: [state.preset] };
    const planned = makePlan(goal, snapshot, states);
    if (needsLook(planned)) setDialog(goal);
    else changes.carryOut(planned);
  };
  const close = () => setDialog(undefined);
  const { failed } = changes;

  const check = () => setDialog("check");

  return (
    <KnowledgeProvider.Provider value={knowledge}>
      {isMaster ? (
        <Suspense>
          <RealmPicker handle={handle} />
        </Suspense>
      ) : null}
      {snapshot.serviceAccountUserId === undefined ? (
        <Suspense>
          <ServiceAccountOff client={snapshot.client} changes={changes} onCheck={check} />
        </Suspense>
      ) : (
        <PresetSummary
          snapshot={snapshot}
          states={states}
          changes={changes}
          refusal={refusal}
          onPlan={() => setDialog({ mode: "add", presets: [] })}
          onCheck={check}
          onExport={() => setDialog("export")}
        />
      )}
      {failed !== undefined && presetIdOf(failed.goal) === undefined ? (
        <ChangeFailure failed={failed} changes={changes} />
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
        refusal={refusal}
        onApply={apply}
        onPlan={plan}
        onClearSearch={() => setSearch(emptySearch)}
      />
      <Toasts changes={changes} />
      <Suspense>
        {typeof dialog === "object" ? (
          <PlanDialog
            goal={dialog}
            snapshot={snapshot}
            states={states}
            handle={handle}
            refusal={refusal}
            onCancel={close}
            onCarryOut={(planned) => {
              close();
              changes.carryOut(planned);
            }}
          />
        ) : null}
        {dialog === "export" ? (
          <ExportDialog snapshot={snapshot} states={states} onClose={close} />
        ) : null}
        {dialog === "check" ? (
          <AccessCheck
            snapshot={snapshot}
            states={states}
            handle={handle}
            onFix={(change) => {
              close();
              changes.carryOut({ ...emptyPlan, change });
            }}
            onClose={close}
          />
        ) : null}
      </Suspense>
    </KnowledgeProvider.Provider>
  );
}
