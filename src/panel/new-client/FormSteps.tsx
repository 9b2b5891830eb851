import type { Snapshot } from "../../access/model/snapshot.ts";
import type { Plan } from "../../access/plan/plan.ts";
import { RealmPicker } from "../client/RealmPicker.tsx";
import { usePanelContext } from "../context/panel-context.ts";
import { NotOffered } from "../policy/NotOffered.tsx";
import { DetailsStep } from "./DetailsStep.tsx";
import { JobStep, type JobView } from "./job/JobStep.tsx";
import { KnowledgeProvider } from "./job/KnowledgeProvider.tsx";
import type { NewClientForm } from "./making/use-new-client-form.ts";

/** The steps of the form, and the ways to say what the program is for. */
export type FormStep = JobView | "details";

interface FormStepsProps {
  readonly form: NewClientForm;
  /** What is known of the client before it is made, and what is then given to it. */
  readonly known: { readonly snapshot: Snapshot; readonly plan: Plan };
  readonly step: FormStep;
  readonly onStep: (step: FormStep) => void;
  readonly isRunning: boolean;
  /** The form's id, for the button that stands outside of it. */
  readonly id: string;
  readonly onSubmit: () => void;
}

/** The two steps before a client is made. */
export function FormSteps({ form, known, step, onStep, isRunning, id, onSubmit }: FormStepsProps) {
  const { isMaster } = usePanelContext();
  const { api, wish, setWish, administeredRealm, administer, verdict, basis, offered } = form;
  const { snapshot, plan } = known;
  if (step === "details") {
    return (
      <DetailsStep
        id={id}
        wish={wish}
        onWish={setWish}
        verdict={verdict}
        snapshot={snapshot}
        plan={plan}
        isRunning={isRunning}
        onSubmit={onSubmit}
        onChange={() => onStep(wish.presets.length === 0 ? "jobs" : "all")}
      />
    );
  }
  return (
    <>
      {isMaster ? (
        <RealmPicker handle={{ subject: { api }, administeredRealm, administer }} />
      ) : null}
      <NotOffered presets={basis.presets} access={[snapshot]} />
      <KnowledgeProvider key={administeredRealm} snapshot={snapshot}>
        <JobStep
          view={step}
          onView={onStep}
          onSkip={() => {
            form.choose([]);
            onStep("details");
          }}
          presets={offered}
          snapshot={snapshot}
          chosen={wish.presets}
          onChoose={form.choose}
        />
      </KnowledgeProvider>
    </>
  );
}
