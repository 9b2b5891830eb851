import type { Translate } from "../../texts/translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import type { FormStep } from "./FormSteps.tsx";

/** The form's id, by which its button finds it. */
export const formId = "new-api-client";

interface FormActions {
  readonly step: FormStep;
  readonly setStep: (step: FormStep) => void;
  readonly isRunning: boolean;
  /** Whether a preset is chosen, so that it can go on. */
  readonly isChosen: boolean;
  readonly isReady: boolean;
  readonly isCritical: boolean;
  readonly close: () => void;
}

/** The buttons below the steps of the form. */
export function formActions(t: Translate, actions: FormActions) {
  const { step, setStep, isRunning, isChosen, isReady, isCritical, close } = actions;
  const cancel = (
    <Button
      key="close"
      variant="link"
      isAriaDisabled={isRunning}
      onClick={close}
      data-testid="closeNewClient"
    >
      {t("confirm.cancel")}
    </Button>
  );
  if (step !== "details") {
    return [
      <Button
        key="next"
        isAriaDisabled={!isChosen}
        onClick={() => setStep("details")}
        data-testid="nextStep"
      >
        {t("newClient.next")}
      </Button>,
      cancel,
    ];
  }
  return [
    <Button
      key="create"
      type="submit"
      form={formId}
      variant={isCritical ? "danger" : "primary"}
      isLoading={isRunning}
      isAriaDisabled={!isReady || isRunning}
      data-testid="createNewClient"
    >
      {t("newClient.create")}
    </Button>,
    <Button
      key="back"
      variant="secondary"
      isAriaDisabled={isRunning}
      onClick={() => setStep("jobs")}
      data-testid="backToJobs"
    >
      {t("newClient.back")}
    </Button>,
    cancel,
  ];
}
