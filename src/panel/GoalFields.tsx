import { Radio } from "@patternfly/react-core/dist/esm/components/Radio/Radio";
import { Flex } from "@patternfly/react-core/dist/esm/layouts/Flex/Flex";
import { type Goal, modes } from "../access/make-plan.ts";
import type { PresetState } from "../access/preset-state.ts";
import { ChoiceSelect } from "./ChoiceSelect.tsx";
import { useTranslate } from "./use-translate.ts";

interface GoalFieldsProps {
  readonly goal: Goal;
  readonly states: readonly PresetState[];
  readonly onChange: (goal: Goal) => void;
}

/** Which presets, and what is to be done with them. */
export function GoalFields({ goal, states, onChange }: GoalFieldsProps) {
  const t = useTranslate();
  const choosable = states.filter(({ status }) => status.kind !== "unavailable");
  const presets = choosable.map(({ preset }) => preset);
  return (
    <Flex className="pf-v5-u-mb-md" alignItems={{ default: "alignItemsCenter" }}>
      <ChoiceSelect
        name={t("plan.presets")}
        options={presets.map(({ id }) => id)}
        chosen={goal.presets.map(({ id }) => id)}
        nameOf={(id) => t(`presets.${id}`)}
        onChoose={(ids) =>
          onChange({ ...goal, presets: presets.filter(({ id }) => ids.includes(id)) })
        }
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
