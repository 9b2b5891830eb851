import { memo, Suspense, useContext, useEffect, useRef, useState } from "react";
import { riskOf } from "../../access/model/risk.ts";
import { roleKey } from "../../access/model/snapshot.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { nameOf, purposeOf } from "../../texts/preset-texts.ts";
import { ChangeFailure } from "../change/ChangeFailure.tsx";
import type { Changes } from "../change/use-changes.ts";
import { SnapshotContext } from "../client/snapshot-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { lazily } from "../parts/lazily.ts";
import {
  DataListAction,
  DataListCell,
  DataListContent,
  DataListItem,
  DataListItemCells,
  DataListItemRow,
  DataListToggle,
} from "../parts/patternfly/data-list.ts";
import { LabelGroup } from "../parts/patternfly/label.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { RiskLabel } from "../parts/RiskLabel.tsx";
import { useFocusAfter } from "../parts/use-focus-after.ts";
import { RoleLabel } from "../roles/RoleLabel.tsx";
import { PresetActions } from "./PresetActions.tsx";
import { isApplyInMenu, RowButtons } from "./RowButtons.tsx";
import type { PresetRowActions } from "./row-actions.ts";
import { StatusLabel } from "./StatusLabel.tsx";

const PresetDetails = lazily(() =>
  import("./explanations.ts").then((module) => module.PresetDetails),
);
const UpgradeNote = lazily(() => import("./explanations.ts").then((module) => module.UpgradeNote));

interface PresetRowProps {
  readonly state: PresetState;
  readonly actions: PresetRowActions;
  /** Why nothing may be changed here; undefined where it may. */
  readonly refusal: string | undefined;
  /** Names of mapped roles that the person may not unassign; empty where there are none. */
  readonly kept: string;
  /** Whether all that is held may be replaced, by whichever preset. */
  readonly canReplace: boolean;
  readonly canReplaceWithThis: boolean;
  readonly canRemove: boolean;
  /** The changes, where the last one of this preset has failed. */
  readonly failed: Changes | undefined;
  /** Whether it is being changed, or waits for that. */
  readonly isRunning: boolean;
  /** Whether the address asks to show it. */
  readonly isAskedFor: boolean;
  /** Whether it opens no further call, as it was measured. */
  readonly isGainless: boolean;
  /** Whether the realm's own presets are known, so that this can become one, or be changed. */
  readonly hasDocuments: boolean;
  /** What is said of it beside others that it is compared with, in place of its purpose and roles. */
  readonly note?: string | undefined;
}

const isSameState = (a: PresetState, b: PresetState) =>
  a.preset === b.preset &&
  JSON.stringify([a.roles, a.status, a.upgrade]) === JSON.stringify([b.roles, b.status, b.upgrade]);

/** All but the state, which is a new object each time. */
const propsOf = ({ state: _, ...props }: PresetRowProps) =>
  Object.keys(props) as (keyof typeof props)[];

/** One preset: what it is for, its worst consequence, its roles and its state, and Apply where it is not applied. */
export const PresetRow = memo(
  Row,
  (before, now) =>
    isSameState(before.state, now.state) &&
    propsOf(now).every((name) => before[name] === now[name]),
);

function Row(props: PresetRowProps) {
  const { state, actions, refusal, failed, isRunning, isAskedFor, isGainless, note } = props;
  const { kept, canReplace, canReplaceWithThis, canRemove, hasDocuments } = props;
  const t = useTranslate();
  const [isExpanded, setIsExpanded] = useState(isAskedFor);
  const title = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isAskedFor) title.current?.closest("li")?.scrollIntoView();
  }, [isAskedFor]);
  const { preset, roles } = state;
  const name = nameOf(t, preset);
  const ids = { name: `preset-name-${preset.id}`, details: `preset-details-${preset.id}` };
  const risk = riskOf(preset);
  return (
    <DataListItem
      aria-labelledby={ids.name}
      isExpanded={isExpanded}
      data-testid={`preset-${preset.id}`}
    >
      <DataListItemRow className={pf("u-flex-wrap u-flex-nowrap-on-md")}>
        <DataListToggle
          id={`preset-toggle-${preset.id}`}
          isExpanded={isExpanded}
          onClick={() => setIsExpanded(!isExpanded)}
          aria-controls={ids.details}
          aria-label={t("preset.toggle", { preset: name })}
        />
        <DataListItemCells
          // Leaves the buttons a line of their own where the window is narrow.
          className={pf("u-w-75 u-w-auto-on-md")}
          dataListCells={
            <>
              <DataListCell>
                <div style={note === undefined ? undefined : { display: "inline" }}>
                  <strong ref={title} id={ids.name} className={pf("u-mr-sm")}>
                    {name}
                  </strong>
                  <RowStatus state={state} isRunning={isRunning} />
                </div>
                {note === undefined ? (
                  <p className={pf("u-color-200 u-mt-xs")}>{purposeOf(t, preset)}</p>
                ) : (
                  <span className={pf("u-color-200 u-font-size-sm")}>{note}</span>
                )}
                {state.upgrade === undefined ? null : (
                  <Suspense>
                    <UpgradeNote upgrade={state.upgrade} isOwn={preset.custom !== undefined} />
                  </Suspense>
                )}
              </DataListCell>
              {/* A long risk takes another line rather than moving the columns of this row. */}
              <DataListCell style={{ flex: "0 1 22rem", minWidth: 0 }}>
                {risk === undefined ? null : (
                  <div className={pf("u-mb-xs")}>
                    <RiskLabel risk={risk} isWorstAlone />
                  </div>
                )}
                {note === undefined ? (
                  <LabelGroup
                    isCompact
                    numLabels={2}
                    collapsedText={t("preset.moreRoles", { count: roles.length - 2 })}
                    expandedText={t("preset.lessRoles")}
                    aria-label={t("details.roles")}
                  >
                    {roles.map((role) => (
                      <RoleLabel key={roleKey(role)} role={role} />
                    ))}
                  </LabelGroup>
                ) : null}
              </DataListCell>
            </>
          }
        />
        <DataListAction
          id={`preset-actions-${preset.id}`}
          aria-label={t("preset.actions", { preset: name })}
          aria-labelledby={ids.name}
          className={pf("u-align-items-center u-justify-content-flex-end u-ml-auto")}
          style={{ minWidth: "17.5rem" }}
        >
          <RowButtons
            {...{ state, actions, refusal, kept, canReplace, canReplaceWithThis }}
            {...{ canRemove, isRunning, isGainless }}
            isQuiet={note !== undefined}
          />
          <PresetActions
            state={state}
            planRemoval={() => actions.planRemoval(state)}
            {...{ refusal, kept, canReplaceWithThis }}
            onApply={isApplyInMenu(state, isGainless) ? () => actions.apply(state) : undefined}
            onPlan={(mode) => actions.plan(state, mode)}
            onExport={() => actions.export(state)}
            onDocument={hasDocuments ? (what) => actions.document(state, what) : undefined}
          />
        </DataListAction>
      </DataListItemRow>
      {failed?.failed ? <ChangeFailure failed={failed.failed} changes={failed} /> : null}
      <DataListContent id={ids.details} aria-label={name} isHidden={!isExpanded}>
        {isExpanded ? <OpenedRow state={state} /> : null}
      </DataListContent>
    </DataListItem>
  );
}

/** The state, which the keyboard goes to where Apply was pressed and is gone. */
function RowStatus({ state, isRunning }: Pick<PresetRowProps, "state" | "isRunning">) {
  const focusAfter = useFocusAfter<HTMLSpanElement>(isRunning);
  return (
    <span ref={focusAfter} tabIndex={-1}>
      <StatusLabel state={state} />
    </span>
  );
}

function OpenedRow({ state }: Pick<PresetRowProps, "state">) {
  const snapshot = useContext(SnapshotContext);
  if (snapshot === undefined) return null;
  return (
    <Suspense>
      <PresetDetails state={state} snapshot={snapshot} />
    </Suspense>
  );
}
