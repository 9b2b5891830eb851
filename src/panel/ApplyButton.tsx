import { Button } from "@patternfly/react-core/dist/esm/components/Button/Button";
import { useContext } from "react";
import type { PresetState, PresetStatus } from "../access/preset-state.ts";
import { BusyContext } from "./preset-list-contexts.ts";
import { useIsLate } from "./use-is-late.ts";
import { useTranslate } from "./use-translate.ts";

interface ApplyButtonProps {
  readonly state: PresetState;
  /** Whether this preset is being changed. */
  readonly isRunning: boolean;
  readonly onApply: () => void;
}

const applicable: readonly PresetStatus["kind"][] = ["missing", "outOfScope", "lacksClientScope"];

/** The button that applies a preset, where it is not applied. */
export function ApplyButton({ state, isRunning, onApply }: ApplyButtonProps) {
  const t = useTranslate();
  const isBusy = useContext(BusyContext);
  const isLate = useIsLate(isRunning);
  const { preset, status } = state;
  if (!applicable.includes(status.kind)) return null;
  return (
    <Button
      variant="secondary"
      aria-label={t("preset.applyNamed", { preset: t(`presets.${preset.id}`) })}
      isLoading={isLate}
      isAriaDisabled={isRunning || isBusy}
      spinnerAriaValueText={t("preset.applying")}
      onClick={onApply}
      data-testid="applyPreset"
    >
      {t("preset.apply")}
    </Button>
  );
}
