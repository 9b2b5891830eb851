import { Button } from "@patternfly/react-core/dist/esm/components/Button/Button";
import { DataListAction } from "@patternfly/react-core/dist/esm/components/DataList/DataListAction";
import { DataListCell } from "@patternfly/react-core/dist/esm/components/DataList/DataListCell";
import { DataListContent } from "@patternfly/react-core/dist/esm/components/DataList/DataListContent";
import { DataListItem } from "@patternfly/react-core/dist/esm/components/DataList/DataListItem";
import { DataListItemCells } from "@patternfly/react-core/dist/esm/components/DataList/DataListItemCells";
import { DataListItemRow } from "@patternfly/react-core/dist/esm/components/DataList/DataListItemRow";
import { DataListToggle } from "@patternfly/react-core/dist/esm/components/DataList/DataListToggle";
import { LabelGroup } from "@patternfly/react-core/dist/esm/components/Label/LabelGroup";
import { Suspense, useEffect, useRef, useState } from "react";
import { type Mode, makePlan } from "../access/make-plan.ts";
import type { PresetState, PresetStatus } from "../access/preset-state.ts";
import type { Snapshot } from "../access/snapshot.ts";
import { worstConsequences } from "../access/worst-consequences.ts";
import { ChangeFailure } from "./ChangeFailure.tsx";
import { lazily } from "./lazily.ts";
import { PresetActions } from "./PresetActions.tsx";
import { RiskLabel } from "./RiskLabel.tsx";
import { RoleLabel } from "./RoleLabel.tsx";
import { StatusLabel } from "./StatusLabel.tsx";
import { type Changes, presetIdOf } from "./use-changes.ts";
import { useFocusAfter } from "./use-focus-after.ts";
import { useTranslate } from "./use-translate.ts";

const PresetDetails = lazily(() =>
  import("./explanations.ts").then((module) => module.PresetDetails),
);

/** What the rows of the list share. */
export interface PresetRowActions {
  readonly snapshot: Snapshot;
  readonly states: readonly PresetState[];
  readonly changes: Changes;
  /** Why nothing may be changed here; undefined where it may. */
  readonly refusal: string | undefined;
  readonly onApply: (state: PresetState) => void;
  readonly onPlan: (state: PresetState, mode: Mode) => void;
  readonly onExport: (state: PresetState) => void;
  /** Id of the preset that the address asks to show; it may be anything. */
  readonly presetShown: string | undefined;
}

interface PresetRowProps extends PresetRowActions {
  readonly state: PresetState;
}

/** One preset: what it is for, its worst consequence, its roles and its state, and Apply where it is not applied. */
export function PresetRow(props: PresetRowProps) {
  const { state, snapshot, states, changes, refusal, onPlan, onExport } = props;
  const t = useTranslate();
  const isAskedFor = props.presetShown === state.preset.id;
  const [isExpanded, setIsExpanded] = useState(isAskedFor);
  const title = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isAskedFor) title.current?.closest("li")?.scrollIntoView();
  }, [isAskedFor]);
  const focusAfter = useFocusAfter<HTMLSpanElement>(changes.running === state.preset.id);
  const { preset, roles } = state;
  const name = t(`presets.${preset.id}`);
  const ids = { name: `preset-name-${preset.id}`, details: `preset-details-${preset.id}` };
  const risk = worstConsequences(preset.roles);
  const { failed } = changes;
  const isFailed = failed !== undefined && presetIdOf(failed.goal) === preset.id;
  return (
    <DataListItem
      aria-labelledby={ids.name}
      isExpanded={isExpanded}
      data-testid={`preset-${preset.id}`}
    >
      <DataListItemRow className="pf-v5-u-flex-wrap pf-v5-u-flex-nowrap-on-md">
        <DataListToggle
          id={`preset-toggle-${preset.id}`}
          isExpanded={isExpanded}
          onClick={() => setIsExpanded(!isExpanded)}
          aria-controls={ids.details}
          aria-label={t("preset.toggle", { preset: name })}
          aria-labelledby=" "
        />
        <DataListItemCells
          // Leaves the buttons a line of their own where the window is narrow.
          className="pf-v5-u-w-75 pf-v5-u-w-auto-on-md"
          dataListCells={
            <DataListCell>
              <div>
                <strong ref={title} id={ids.name} className="pf-v5-u-mr-sm">
                  {name}
                </strong>
                {risk === undefined ? null : <RiskLabel risk={risk} />}
              </div>
              <p className="pf-v5-u-color-200 pf-v5-u-my-xs">{t(`presets.${preset.id}.purpose`)}</p>
              <LabelGroup numLabels={roles.length} aria-label={t("details.roles")}>
                {roles.map((role) => (
                  <RoleLabel key={role.name} role={role} />
                ))}
              </LabelGroup>
            </DataListCell>
          }
        />
        <DataListAction
          id={`preset-actions-${preset.id}`}
          aria-label={t("preset.actions", { preset: name })}
          aria-labelledby={ids.name}
          className="pf-v5-u-align-items-flex-start pf-v5-u-ml-auto"
        >
          <span ref={focusAfter} tabIndex={-1}>
            <StatusLabel status={state.status} />
          </span>
          <ApplyButton {...props} name={name} />
          <PresetActions
            state={state}
            removal={makePlan({ mode: "remove", presets: [preset] }, snapshot, states)}
            refusal={refusal}
            onPlan={(mode) => onPlan(state, mode)}
            onExport={() => onExport(state)}
          />
        </DataListAction>
      </DataListItemRow>
      {isFailed ? <ChangeFailure failed={failed} changes={changes} /> : null}
      <DataListContent id={ids.details} aria-label={name} isHidden={!isExpanded}>
        {isExpanded ? (
          <Suspense>
            <PresetDetails state={state} snapshot={snapshot} />
          </Suspense>
        ) : null}
      </DataListContent>
    </DataListItem>
  );
}

const applicable: readonly PresetStatus["kind"][] = ["missing", "outOfScope", "lacksClientScope"];

function ApplyButton({
  state,
  changes,
  onApply,
  name,
}: PresetRowProps & { readonly name: string }) {
  const t = useTranslate();
  if (!applicable.includes(state.status.kind)) return null;
  const isRunning = changes.running === state.preset.id;
  return (
    <Button
      variant="secondary"
      aria-label={t("preset.applyNamed", { preset: name })}
      isLoading={isRunning}
      isAriaDisabled={changes.running !== undefined}
      spinnerAriaValueText={t("preset.applying")}
      onClick={() => onApply(state)}
      data-testid="applyPreset"
    >
      {t("preset.apply")}
    </Button>
  );
}
