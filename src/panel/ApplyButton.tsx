import { Button } from "@patternfly/react-core/dist/esm/components/Button/Button";
import { useContext } from "react";
import type { PresetState, PresetStatus } from "../access/preset-state.ts";
import { RunningContext } from "./preset-list-contexts.ts";
import { useIsLate } from "./use-is-late.ts";
import { useTranslate } from "./use-translate.ts";

interface ApplyButtonProps {
  readonly state: PresetState;
  readonly onApply: () => void;
}

const applicable: readonly PresetStatus["kind"][] = ["missing", "outOfScope", "lacksClientScope"];

/** The button that applies a preset, where it is not applied. */
export function ApplyButton({ state: { preset, status }, onApply }: ApplyButtonProps) {
  const t = useTranslate();
  const running = useContext(RunningContext);
  const isLate = useIsLate(running === preset.id);
  if (!applicable.includes(status.kind)) return null;
  return (
    <Button
      variant="secondary"
      aria-label={t("preset.applyNamed", { preset: t(`presets.${preset.id}`) })}
      isLoading={isLate}
      isAriaDisabled={running !== undefined}
      spinnerAriaValueText={t("preset.applying")}
      onClick={onApply}
      data-testid="applyPreset"
    >
      {t("preset.apply")}
    </Button>
  );
}
