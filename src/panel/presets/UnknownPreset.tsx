import type { PresetState } from "../../access/presets/preset-state.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface UnknownPresetProps {
  /** The id that the address asks for; it may be anything. */
  readonly preset: string;
  readonly states: readonly PresetState[];
}

/** Says that the address asks for a preset that there is not. */
export function UnknownPreset({ preset: id, states }: UnknownPresetProps) {
  const t = useTranslate();
  if (states.some(({ preset }) => preset.id === id)) return null;
  return (
    <Alert
      component="p"
      variant="warning"
      isInline
      title={t("link.unknownPreset", { preset: id })}
      className={pf("u-mb-md")}
      data-testid="unknownPreset"
    />
  );
}
