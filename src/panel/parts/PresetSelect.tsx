import type { Preset } from "../../catalog/presets/presets.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import { useTranslate } from "../context/use-translate.ts";
import { ChoiceSelect } from "./ChoiceSelect.tsx";

interface PresetSelectProps {
  readonly name: string;
  /** The presets that can be chosen. */
  readonly presets: readonly Preset[];
  readonly chosen: readonly Preset[];
  readonly onChoose: (chosen: readonly Preset[]) => void;
  readonly testId: string;
  readonly isDisabled?: boolean;
}

/** A menu of presets, of which several can be chosen; they stay in the order in which they are shown. */
export function PresetSelect({ presets, chosen, onChoose, ...others }: PresetSelectProps) {
  const t = useTranslate();
  const names = new Map(presets.map((preset) => [preset.id, nameOf(t, preset)]));
  return (
    <ChoiceSelect
      {...others}
      options={presets.map(({ id }) => id)}
      chosen={chosen.map(({ id }) => id)}
      nameOf={(id) => names.get(id) ?? id}
      onChoose={(ids) => onChoose(presets.filter(({ id }) => ids.includes(id)))}
    />
  );
}
