import { type Goal, modes } from "../../access/plan/plan.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { useTranslate } from "../context/use-translate.ts";
import { PresetSelect } from "../parts/PresetSelect.tsx";
import { Flex } from "../parts/patternfly/flex.ts";
import { Radio } from "../parts/patternfly/radio.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface GoalFieldsProps {
  readonly goal: Goal;
  readonly states: readonly PresetState[];
  readonly onChange: (goal: Goal) => void;
}

/** Which presets, and what is to be done with them. */
export function GoalFields({ goal, states, onChange }: GoalFieldsProps) {
  const t = useTranslate();
  const choosable = states.filter(
    ({ status: { kind } }) =>
      kind !== "unavailable" && (kind !== "notAllowed" || goal.mode === "remove"),
  );
  return (
    <Flex className={pf("u-mb-md")} alignItems={{ default: "alignItemsCenter" }}>
      <PresetSelect
        name={t("plan.presets")}
        presets={choosable.map(({ preset }) => preset)}
        chosen={goal.presets}
        onChoose={(presets) => onChange({ ...goal, presets })}
        testId="planPresets"
      />
      {modes.map((mode) => (
        <Radio
          key={mode}
          id={`plan-mode-${mode}`}
          name="plan-mode"
          label={t(`plan.mode.${mode}`)}
          isChecked={goal.mode === mode}
          onChange={() => onChange({ ...goal, mode })}
        />
      ))}
    </Flex>
  );
}
