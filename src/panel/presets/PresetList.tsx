import {
  type ReactNode,
  startTransition,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { type Snapshot, toRoleReference } from "../../access/model/snapshot.ts";
import { canReplaceAny, canReplaceWith } from "../../access/plan/can-replace.ts";
import { listSections } from "../../access/presets/list-sections.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { isHeldWhole } from "../../access/presets/preset-summary.ts";
import { type PresetId, presetGroups } from "../../catalog/presets/presets.ts";
import type { Changes } from "../change/use-changes.ts";
import { SnapshotContext } from "../client/snapshot-context.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { DataList } from "../parts/patternfly/data-list.ts";
import { Title } from "../parts/patternfly/text.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { PresetGroupFold } from "./PresetGroupFold.tsx";
import { PresetRow } from "./PresetRow.tsx";
import type { PresetRowActions } from "./row-actions.ts";
import type { DrawRows } from "./SearchAnswer.tsx";

interface PresetListProps {
  readonly snapshot: Snapshot;
  readonly changes: Changes;
  /** Ids of the presets that are applied once the change that runs is done. */
  readonly waiting: readonly string[];
  readonly actions: PresetRowActions;
  /** Why nothing may be changed here; undefined where it may. */
  readonly refusal: string | undefined;
  /** The presets that fit the search. */
  readonly shown: readonly PresetState[];
  /** Whether anything is searched or filtered for: then all that fit are listed, group by group. */
  readonly isSearching: boolean;
  /** Ids of the presets that are listed as held. */
  readonly heldPlaces: ReadonlySet<PresetId>;
  /** Ids of the presets that open no further call, as it was measured. */
  readonly gainless: ReadonlySet<PresetId>;
  /** Whether others may still turn out to fit. */
  readonly isUndecided: boolean;
  /** Id of the preset that the address asks to show; it may be anything. */
  readonly presetShown: string | undefined;
  /** What stands beside the title of all presets: it creates one. Undefined as long as none can be created. */
  readonly create: ReactNode;
  readonly onClearSearch: () => void;
  /** Arranges the rows as an answer; undefined where they are simply listed. */
  readonly arrange: ((rows: DrawRows) => ReactNode) | undefined;
}

/** About as many rows as a window shows: they are drawn first, and the others while these are read. */
const rowsFirst = 4;

/** The presets: those that are held, those that most programs need, and all others by groups. */
export function PresetList(props: PresetListProps) {
  const { snapshot, changes, waiting, refusal, shown, isSearching, heldPlaces, gainless } = props;
  const { isUndecided, presetShown, onClearSearch, arrange, create } = props;
  const t = useTranslate();
  const actions = useStable(props.actions);
  const [isWhole, setIsWhole] = useState(false);
  useEffect(() => startTransition(() => setIsWhole(true)), []);
  if (shown.length === 0 && arrange === undefined) {
    if (isUndecided) return null;
    return (
      <p data-testid="presetsNoMatch">
        {t("search.noMatch")}{" "}
        <Button variant="link" isInline onClick={onClearSearch}>
          {t("search.clearAll")}
        </Button>
      </p>
    );
  }
  const { failedId, running } = changes;
  const keptKeys = [...(snapshot.kept ?? [])];
  const kept = joinNames(keptKeys.map((key) => toRoleReference(key).name));
  const canReplace = canReplaceAny(shown, snapshot);
  const rows: DrawRows = (name, states, noteOf) => (
    <DataList aria-label={name} isCompact>
      {states.map((state) => (
        <PresetRow
          key={state.preset.id}
          state={state}
          actions={actions}
          refusal={refusal}
          kept={kept}
          canReplace={canReplace}
          canRemove={
            // Not by the actions that stay the same: these know the snapshot that was drawn last.
            isHeldWhole(state.status) && props.actions.planRemoval(state).change.remove.length > 0
          }
          canReplaceWithThis={canReplaceWith(state.preset, snapshot)}
          failed={state.preset.id === failedId ? changes : undefined}
          isRunning={state.preset.id === running || waiting.includes(state.preset.id)}
          isAskedFor={state.preset.id === presetShown}
          isGainless={gainless.has(state.preset.id)}
          hasDocuments={create !== undefined}
          note={noteOf?.(state)}
        />
      ))}
    </DataList>
  );
  const titled = (id: string, name: string, content: ReactNode, beside?: ReactNode) => (
    <section key={id} className={pf("u-mb-lg")} aria-labelledby={`presets-${id}`}>
      <div className={pf("l-flex u-mb-sm")}>
        <Title headingLevel="h2" size="md" id={`presets-${id}`}>
          {name}
        </Title>
        {beside}
      </div>
      {content}
    </section>
  );
  const section = (id: string, name: string, states: readonly PresetState[]) =>
    states.length === 0 ? null : titled(id, name, rows(name, states));

  return (
    <SnapshotContext.Provider value={snapshot}>
      {arrange?.(rows) ?? (isSearching ? byGroups() : sections())}
    </SnapshotContext.Provider>
  );

  function byGroups() {
    return presetGroups.map((group) =>
      section(
        group,
        t(`group.${group}`),
        shown.filter(({ preset }) => preset.group === group),
      ),
    );
  }

  function sections() {
    const { held, common, groups } = listSections(shown, heldPlaces);
    return (
      <>
        {section("held", t("list.held"), held)}
        {section("common", t("list.common"), isWhole ? common : common.slice(0, rowsFirst))}
        {isWhole && groups.length > 0
          ? titled(
              "all",
              t("list.all"),
              groups.map(({ group, states }) => (
                <PresetGroupFold
                  key={group}
                  group={group}
                  count={states.length}
                  hasFailed={states.some(({ preset }) => preset.id === failedId)}
                  isAskedFor={states.some(({ preset }) => preset.id === presetShown)}
                >
                  {rows(t(`group.${group}`), states)}
                </PresetGroupFold>
              )),
              create,
            )
          : null}
      </>
    );
  }
}

/** Actions that stay the same and do what the latest ones do, so that rows need not be drawn for them. */
function useStable(actions: PresetRowActions): PresetRowActions {
  const latest = useRef(actions);
  useLayoutEffect(() => {
    latest.current = actions;
  });
  return useMemo(
    () => ({
      apply: (state) => latest.current.apply(state),
      prepare: (state) => latest.current.prepare(state),
      plan: (state, mode) => latest.current.plan(state, mode),
      replace: () => latest.current.replace(),
      export: (state) => latest.current.export(state),
      document: (state, what) => latest.current.document(state, what),
      planRemoval: (state) => latest.current.planRemoval(state),
    }),
    [],
  );
}
