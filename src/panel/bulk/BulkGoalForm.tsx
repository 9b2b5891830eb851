import type { Snapshot } from "../../access/model/snapshot.ts";
import { denialOf } from "../../access/policy/built-in.ts";
import { presetsOfferedToAny } from "../../access/presets/offered-presets.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { useTranslate } from "../context/use-translate.ts";
import { ChosenPresets } from "../parts/ChosenPresets.tsx";
import { Form, FormGroup } from "../parts/patternfly/form.ts";
import { Radio } from "../parts/patternfly/radio.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { NotOffered } from "../policy/NotOffered.tsx";
import { asksForPresets, type BulkAction, type BulkGoal } from "./bulk-goal.ts";

interface BulkGoalFormProps {
  readonly goal: BulkGoal;
  /** What can be done with the clients. */
  readonly actions: readonly BulkAction[];
  /** Those of the clients that were read. */
  readonly snapshots: readonly Snapshot[];
  /** Whether some are still being read, so that what can be chosen isn't known. */
  readonly isReading: boolean;
  readonly onGoal: (goal: BulkGoal) => void;
}

/** What is to be done with several clients, and with which presets. */
export function BulkGoalForm(props: BulkGoalFormProps) {
  const { goal, actions, snapshots, isReading, onGoal } = props;
  const t = useTranslate();
  const known = presetsOfferedToAny(snapshots);
  const gives = goal.action === "add" || goal.action === "exact";
  const isOffered = (preset: Preset) =>
    !gives || snapshots.some((one) => denialOf(preset, one) === undefined);
  return (
    <Form className={pf("u-mb-md")} onSubmit={(event) => event.preventDefault()}>
      <FormGroup role="radiogroup" label={t("bulk.mode")} isStack>
        {actions.map((action) => (
          <Radio
            key={action}
            id={`bulk-mode-${action}`}
            name="bulk-mode"
            label={t(`bulk.mode.${action}`)}
            isChecked={goal.action === action}
            onChange={() => onGoal({ ...goal, action })}
          />
        ))}
      </FormGroup>
      {!asksForPresets(goal.action) ? null : (
        <ChosenPresets
          presets={known.filter(isOffered)}
          chosen={goal.presets}
          isDisabled={isReading}
          onChoose={(presets) => onGoal({ ...goal, presets })}
        />
      )}
      {gives ? <NotOffered presets={known} access={snapshots} /> : null}
    </Form>
  );
}
