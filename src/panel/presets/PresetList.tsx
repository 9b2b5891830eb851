import { startTransition, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { presetGroups } from "../../catalog/presets/presets.ts";
import { presetIdOf } from "../change/preset-id-of.ts";
import type { Changes } from "../change/use-changes.ts";
import { SnapshotContext } from "../client/snapshot-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { DataList } from "../parts/patternfly/data-list.ts";
import { Title } from "../parts/patternfly/text.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { PresetRow, type PresetRowActions } from "./PresetRow.tsx";

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
  /** Whether others may still turn out to fit. */
  readonly isUndecided: boolean;
  /** Id of the preset that the address asks to show; it may be anything. */
  readonly presetShown: string | undefined;
  readonly onClearSearch: () => void;
}

/** About as many rows as a window shows: they are drawn first, and the others while these are read. */
const rowsFirst = 4;

/** The presets, group by group. */
export function PresetList(props: PresetListProps) {
  const { snapshot, changes, waiting, refusal, shown, isUndecided, presetShown, onClearSearch } =
    props;
  const t = useTranslate();
  const actions = useStable(props.actions);
  const [isWhole, setIsWhole] = useState(false);
  useEffect(() => startTransition(() => setIsWhole(true)), []);
  const drawn = isWhole ? shown : shown.slice(0, rowsFirst);
  if (shown.length === 0) {
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
  const { failed, running } = changes;
  const failedId = failed === undefined ? undefined : presetIdOf(failed.goal);
  const groups = presetGroups.map((group) => {
    const states = drawn.filter(({ preset }) => preset.group === group);
    if (states.length === 0) return null;
    return (
      <section key={group} className={pf("u-mb-lg")} aria-labelledby={`presets-${group}`}>
        <Title headingLevel="h2" size="md" id={`presets-${group}`} className={pf("u-mb-sm")}>
          {t(`group.${group}`)}
        </Title>
        <DataList aria-label={t(`group.${group}`)} isCompact>
          {states.map((state) => (
            <PresetRow
              key={state.preset.id}
              state={state}
              actions={actions}
              refusal={refusal}
              failed={state.preset.id === failedId ? changes : undefined}
              isRunning={state.preset.id === running || waiting.includes(state.preset.id)}
              isAskedFor={state.preset.id === presetShown}
            />
          ))}
        </DataList>
      </section>
    );
  });
  return <SnapshotContext.Provider value={snapshot}>{groups}</SnapshotContext.Provider>;
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
      export: (state) => latest.current.export(state),
      planRemoval: (state) => latest.current.planRemoval(state),
    }),
    [],
  );
}
