import { riskOf } from "../../access/model/risk.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { nameOf, purposeOf } from "../../texts/preset-texts.ts";
import { useTranslate } from "../context/use-translate.ts";
import { PresetSelect } from "./PresetSelect.tsx";
import { FormGroup } from "./patternfly/form.ts";
import { pf } from "./patternfly-classes.ts";
import { RiskLabel } from "./RiskLabel.tsx";

interface ChosenPresetsProps {
  /** The presets that can be chosen. */
  readonly presets: readonly Preset[];
  readonly chosen: readonly Preset[];
  readonly onChoose: (chosen: readonly Preset[]) => void;
  readonly isDisabled: boolean;
}

/** Chooses presets, and says of each what it is for and what it allows at worst. */
export function ChosenPresets(props: ChosenPresetsProps) {
  const { presets, chosen, onChoose, isDisabled } = props;
  const t = useTranslate();
  return (
    <FormGroup label={t("plan.presets")} role="group">
      <PresetSelect
        name={t("plan.choosePresets")}
        presets={presets}
        chosen={chosen}
        onChoose={onChoose}
        isDisabled={isDisabled}
        testId="choosePresets"
      />
      {chosen.length === 0 ? null : (
        <ul className={pf("u-mt-sm")} data-testid="chosenPresets">
          {chosen.map((preset) => (
            <li key={preset.id} className={pf("u-mb-xs")}>
              <strong>{nameOf(t, preset)}</strong> <Risk preset={preset} />{" "}
              <span className={pf("u-color-200")}>{purposeOf(t, preset)}</span>
            </li>
          ))}
        </ul>
      )}
    </FormGroup>
  );
}

function Risk({ preset }: { readonly preset: Preset }) {
  const risk = riskOf(preset);
  return risk === undefined ? null : <RiskLabel risk={risk} />;
}
