import { Suspense, useDeferredValue, useMemo, useState } from "react";
import { refusalOf } from "../../access/check/refusal.ts";
import type { Store } from "../../access/custom/store-of.ts";
import { adminRolesIn } from "../../access/model/role-reference.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Goal } from "../../access/plan/plan.ts";
import { createRemovalPlans } from "../../access/plan/removal-plans.ts";
import { presetStates } from "../../access/presets/preset-state.ts";
import type { PresetId } from "../../catalog/presets/presets.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import { ChangeFailure } from "../change/ChangeFailure.tsx";
import { useApply } from "../change/use-apply.ts";
import { useChanges } from "../change/use-changes.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { useOwnRights } from "../client/use-own-rights.ts";
import { useRoleContents } from "../client/use-role-contents.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { KnowledgeContext, useKnowledgeHandle } from "../context/use-knowledge.ts";
import { useTranslate } from "../context/use-translate.ts";
import { lazily } from "../parts/lazily.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { SearchStatus } from "../parts/SearchStatus.tsx";
import { WithKnowledge } from "../parts/WithKnowledge.tsx";
import { RealmContext } from "../permissions/realm-context.ts";
import { useRealmRead } from "../permissions/use-realm-read.ts";
import { policyNotice } from "../policy/policy-notice.tsx";
import type { HeaderDialog } from "../power/PowerHeader.tsx";
import { emptySearch, isSearching } from "../question/search-presets.ts";
import { useSearch } from "../question/use-search.ts";
import { AccountView } from "./AccountView.tsx";
import { PresetList } from "./PresetList.tsx";
import type { OpenDialog } from "./PresetsDialog.tsx";
import { PresetToolbar } from "./PresetToolbar.tsx";
import { useFocusKept } from "./use-focus-kept.ts";
import { useHeldPlaces } from "./use-held-places.ts";

const loadExplanations = () => import("./explanations.ts");
const SearchAnswer = lazily(() => loadExplanations().then((module) => module.SearchAnswer));
const FinePermissionsNotice = lazily(() =>
  loadExplanations().then((module) => module.FinePermissionsNotice),
);
const Toasts = lazily(() => loadExplanations().then((module) => module.Toasts));
const ReadPresets = lazily(() => loadExplanations().then((module) => module.ReadPresets));
const CreatePreset = lazily(() => loadExplanations().then((module) => module.CreatePreset));
const UnknownPreset = lazily(() => loadExplanations().then((module) => module.UnknownPreset));
const PresetsDialog = lazily(() => import("./dialogs.ts").then((module) => module.PresetsDialog));
const RealmPicker = lazily(() => import("./dialogs.ts").then((module) => module.RealmPicker));

const noPresets: ReadonlySet<PresetId> = new Set();

interface PresetsViewProps {
  readonly snapshot: Snapshot;
  readonly handle: ClientStateHandle;
  /** Id of the preset that the address asks to show; it may be anything. */
  readonly presetShown: string | undefined;
}

/** What the service account holds, the search field, and the presets. */
export function PresetsView({ snapshot: read, handle, presetShown }: PresetsViewProps) {
  const t = useTranslate();
  const snapshot = useOwnRights(handle.subject.api, [read])(read);
  const { isMaster, consoleScript } = usePanelContext();
  const knowledge = useKnowledgeHandle(snapshot);
  const [store, setStore] = useState<Store>();
  const realmSays = useRealmRead(snapshot, handle);
  const { permissions } = realmSays;
  const changes = useChanges(snapshot, handle, loadExplanations);
  const [dialog, setDialog] = useState<OpenDialog>();
  const [areDialogsLost, setAreDialogsLost] = useState(false);
  const states = useMemo(() => presetStates(snapshot), [snapshot]);
  // A change of one preset touches the states of many, and the summary: the preset that was changed is
  // shown at once, and the rest as soon as the page has time.
  const seen = useDeferredValue(snapshot);
  const seenStates = useMemo(
    () => (seen === snapshot ? states : presetStates(seen)),
    [seen, snapshot, states],
  );
  const listed = seenStates.map((state) =>
    state.preset.id === changes.latest
      ? (states.find(({ preset }) => preset.id === changes.latest) ?? state)
      : state,
  );
  const known = knowledge.value;
  const heldPlaces = useHeldPlaces(listed);
  const gainless = useMemo(() => known?.gainless(seen) ?? noPresets, [known, seen]);
  const { search, setSearch, isAsked, answer, found, shown, isUndecided, status } = useSearch(
    listed,
    snapshot,
    knowledge,
  );
  const refusalKey = refusalOf(snapshot, versionOfConsole(consoleScript));
  const refusal = refusalKey && t(`rights.${refusalKey}`);

  const planRemoval = useMemo(() => createRemovalPlans(snapshot, states), [snapshot, states]);
  const openPlan = (goal: Goal) => setDialog({ kind: "plan", goal });
  const isBusy = changes.running !== undefined;
  const contents = useRoleContents(snapshot, handle.subject);
  const isDialogOpen = dialog !== undefined && !areDialogsLost;
  const { waiting, apply, prepare } = useApply(
    { snapshot: contents.snapshot, states, changes, isDialogOpen, contents },
    openPlan,
  );
  const close = () => setDialog(undefined);
  const { target, around } = useFocusKept(isBusy);
  const { failed, failedId } = changes;
  const failure = failed ? <ChangeFailure failed={failed} changes={changes} /> : null;
  const ask = (kind: HeaderDialog | "newClient") => {
    if (kind === "plan") openPlan({ mode: "add", presets: [] });
    else setDialog(kind === "export" ? { kind, presets: [] } : { kind });
  };

  return (
    <KnowledgeContext.Provider value={knowledge}>
      <RealmContext.Provider value={realmSays}>
        <div {...around}>
          {isMaster ? (
            <Suspense>
              <RealmPicker handle={handle} isDisabled={isBusy} />
            </Suspense>
          ) : null}
          {policyNotice(seen)}
          <AccountView
            {...{ handle, changes, refusal }}
            snapshot={seen}
            states={seenStates}
            onAsk={ask}
            onPlan={openPlan}
            isBrief={isAsked}
            notice={
              permissions === undefined || permissions.kind === "off" ? null : (
                <Suspense>
                  <FinePermissionsNotice
                    permissions={permissions}
                    onShow={() => setDialog({ kind: "policies" })}
                  />
                </Suspense>
              )
            }
          />
          {/* In the preset's row where that is shown. */}
          {dialog?.kind === "check" || shown.some(({ preset }) => preset.id === failedId)
            ? null
            : failure}
          <Suspense>
            {presetShown === undefined ? null : (
              <UnknownPreset preset={presetShown} states={states} />
            )}
            <ReadPresets snapshot={read} handle={handle} onRead={setStore} />
          </Suspense>
          <PresetToolbar
            search={search}
            onSearch={setSearch}
            hasOwn={(read.custom?.presets.length ?? 0) > 0}
            onBegin={knowledge.want}
          />
          <SearchStatus {...status} />
          {isUndecided ? (
            <div className={pf("u-mb-md")}>
              <WithKnowledge>{() => null}</WithKnowledge>
            </div>
          ) : null}
          <div ref={target} tabIndex={-1}>
            <PresetList
              snapshot={snapshot}
              shown={shown}
              isSearching={isSearching(search)}
              heldPlaces={heldPlaces}
              gainless={gainless}
              isUndecided={isUndecided}
              changes={changes}
              waiting={waiting}
              refusal={refusal}
              actions={{
                apply,
                prepare,
                plan: ({ preset }, mode) => openPlan({ mode, presets: [preset] }),
                replace: () => openPlan({ mode: "exact", presets: [] }),
                export: ({ preset }) => setDialog({ kind: "export", presets: [preset] }),
                document: ({ preset }, action) => {
                  if (store !== undefined)
                    setDialog({ kind: "document", store, of: { action, preset } });
                },
                planRemoval: ({ preset }) => planRemoval(preset),
              }}
              presetShown={presetShown}
              create={
                store === undefined ? undefined : (
                  <Suspense>
                    <CreatePreset
                      store={store}
                      held={adminRolesIn(snapshot.mapped)}
                      onOpen={setDialog}
                    />
                  </Suspense>
                )
              }
              onClearSearch={() => setSearch(emptySearch)}
              arrange={
                known === undefined || found === undefined
                  ? undefined
                  : (drawRows) => (
                      <Suspense>
                        <SearchAnswer
                          key={found.recommendation?.best.presets.map(({ id }) => id).join(" ")}
                          {...{ answer, found, drawRows }}
                          states={listed}
                          knowledge={known}
                          administeredRealm={handle.administeredRealm}
                          onAsk={(asked) => setSearch({ ...search, text: asked })}
                        />
                      </Suspense>
                    )
              }
            />
          </div>
          <Suspense>
            <Toasts changes={changes} />
          </Suspense>
          <Suspense>
            {dialog === undefined ? null : (
              <PresetsDialog
                dialog={dialog}
                snapshot={contents.snapshot}
                contents={contents}
                states={states}
                handle={handle}
                refusal={refusal}
                isBusy={isBusy}
                recorded={changes.recorded}
                failure={failedId === undefined ? failure : null}
                onOpen={setDialog}
                onClose={close}
                onNotLoaded={() => setAreDialogsLost(true)}
                onCarryOut={(planned) => {
                  if (dialog.kind !== "check") close();
                  changes.carryOut(planned);
                }}
              />
            )}
          </Suspense>
        </div>
      </RealmContext.Provider>
    </KnowledgeContext.Provider>
  );
}
