import { isApplicable, type PresetState } from "../../access/presets/preset-state.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { useIsLate } from "../parts/use-is-late.ts";

interface ApplyButtonProps {
  readonly state: PresetState;
  /** Whether this preset is being changed, or waits for that. */
  readonly isRunning: boolean;
  readonly onApply: () => void;
  /** Whether the row is one of several that are compared: the button is quiet then. */
  readonly isQuiet: boolean;
  /** Told when a person is about to press it. */
  readonly onPrepare: () => void;
}

/** The button that applies a preset, where it is not applied. */
export function ApplyButton({ state, isRunning, isQuiet, onApply, onPrepare }: ApplyButtonProps) {
  const t = useTranslate();
  // Most servers answer sooner than it could be drawn; a second click meanwhile does nothing.
  const isLate = useIsLate(isRunning);
  const { preset, status } = state;
  if (!isApplicable(status)) return null;
  return (
    <Button
      variant={isQuiet ? "link" : "secondary"}
      aria-label={t("preset.applyNamed", { preset: nameOf(t, preset) })}
      isLoading={isLate}
      isAriaDisabled={isLate}
      spinnerAriaValueText={t("preset.applying")}
      onClick={onApply}
      onFocus={onPrepare}
      onMouseEnter={onPrepare}
      data-testid="applyPreset"
    >
      {t("preset.apply")}
    </Button>
  );
}
