import { isApplicable, type PresetState } from "../../access/presets/preset-state.ts";
import { isHeldWhole } from "../../access/presets/preset-summary.ts";
import { guidePresets } from "../../catalog/presets/presets.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { ApplyButton } from "./ApplyButton.tsx";
import type { PresetRowActions } from "./row-actions.ts";

interface RowButtonsProps {
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
  readonly isRunning: boolean;
  /** Whether it opens no further call, as it was measured. */
  readonly isGainless: boolean;
  /** Whether the row is one of several that are compared. */
  readonly isQuiet: boolean;
}

/** Whether Apply stands in the row's menu: the preset opens no further call. The guide's bundles keep their button. */
export function isApplyInMenu({ preset, status }: PresetState, isGainless: boolean): boolean {
  return isGainless && status.kind === "missing" && !guidePresets.includes(preset.id);
}

/** What is to be done with a preset, in sight: apply it, replace or remove it, or all else by it. */
export function RowButtons(props: RowButtonsProps) {
  const { state, actions, refusal, kept, canReplace, canReplaceWithThis } = props;
  const { canRemove, isRunning, isGainless, isQuiet } = props;
  const t = useTranslate();
  const { preset, status } = state;
  const name = nameOf(t, preset);
  const isIncluded = status.kind === "includedIn";
  if (isIncluded || isApplyInMenu(state, isGainless)) {
    return (
      <div>
        <div className={pf("u-font-size-sm u-color-200")}>
          {isIncluded && !isGainless ? null : t("preset.noGain")}
        </div>
        {refusal === undefined && canReplaceWithThis ? (
          <Button
            variant="link"
            isInline
            aria-label={t("preset.replaceWithNamed", { preset: name })}
            onClick={() => actions.plan(state, "exact")}
            data-testid="replaceWithThis"
          >
            {t("preset.replaceWith")}
          </Button>
        ) : null}
      </div>
    );
  }
  const remove =
    canRemove && refusal === undefined ? (
      <Button
        variant="link"
        size="sm"
        aria-label={t("preset.removeNamed", { preset: name })}
        onClick={() => actions.plan(state, "remove")}
        data-testid="removeInSight"
      >
        {t("preset.removeShort")}
      </Button>
    ) : null;
  if (isApplicable(status)) {
    return (
      <>
        {isGainless && status.kind === "missing" ? (
          <span className={pf("u-font-size-sm u-color-200")}>{t("preset.noGain")}</span>
        ) : null}
        <ApplyButton
          state={state}
          isRunning={isRunning}
          isQuiet={isQuiet}
          onApply={() => actions.apply(state)}
          onPrepare={() => actions.prepare(state)}
        />
        {status.kind === "changed" ? remove : null}
      </>
    );
  }
  if (!isHeldWhole(status) || refusal !== undefined) return null;
  return (
    <>
      {canReplace ? (
        <Button
          variant="secondary"
          size="sm"
          aria-label={t("preset.replaceNamed", { preset: name })}
          onClick={actions.replace}
          data-testid="replacePreset"
        >
          {t("preset.replace")}
        </Button>
      ) : canRemove ? null : (
        <span className={pf("u-font-size-sm u-color-200")} data-testid="keptRoles">
          {t("preset.kept", { roles: kept })}
        </span>
      )}
      {remove}
    </>
  );
}
