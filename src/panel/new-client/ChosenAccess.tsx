import { riskOf } from "../../access/model/risk.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { nameOf, purposeOf } from "../../texts/preset-texts.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { FormGroup } from "../parts/patternfly/form.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { RiskInWords } from "./job/RiskInWords.tsx";

interface ChosenAccessProps {
  readonly presets: readonly Preset[];
  readonly onChange: () => void;
}

/** The presets that were chosen before, with what they allow at worst, and the way back to them. */
export function ChosenAccess({ presets, onChange }: ChosenAccessProps) {
  const t = useTranslate();
  return (
    <FormGroup label={t("plan.presets")} role="group">
      {presets.length === 0 ? <p>{t("newClient.noPreset")}</p> : null}
      <ul data-testid="chosenPresets">
        {presets.map((preset) => (
          <li key={preset.id} className={pf("u-mb-xs")}>
            <strong>{nameOf(t, preset)}</strong> <Worst preset={preset} />
            <div className={pf("u-color-200")}>{purposeOf(t, preset)}</div>
          </li>
        ))}
      </ul>
      <Button variant="link" isInline onClick={onChange} data-testid="changePresets">
        {t("newClient.change")}
      </Button>
    </FormGroup>
  );
}

function Worst({ preset }: { readonly preset: Preset }) {
  const risk = riskOf(preset);
  return risk === undefined ? null : <RiskInWords risk={risk} />;
}
