import { RealmPicker } from "../client/RealmPicker.tsx";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Spinner } from "../parts/patternfly/spinner.ts";
import { NotOffered } from "../policy/NotOffered.tsx";
import { DetailsStep } from "./DetailsStep.tsx";
import { JobStep, type JobView } from "./job/JobStep.tsx";
import { KnowledgeProvider } from "./job/KnowledgeProvider.tsx";
import type { NewClientForm } from "./making/use-new-client-form.ts";

/** The steps of the form, and the ways to say what the program is for. */
export type FormStep = JobView | "details";

interface FormStepsProps {
  readonly form: NewClientForm;
  readonly step: FormStep;
  readonly onStep: (step: FormStep) => void;
  readonly isRunning: boolean;
  /** The form's id, for the button that stands outside of it. */
  readonly id: string;
  readonly onSubmit: () => void;
}

/** The two steps before a client is made. */
export function FormSteps({ form, step, onStep, isRunning, id, onSubmit }: FormStepsProps) {
  const { isMaster } = usePanelContext();
  const { api, wish, setWish, administeredRealm, administer, verdict, basis, offered } = form;
  const { snapshot, plan } = form;
  if (step === "details" && snapshot !== undefined && plan !== undefined) {
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
      {snapshot === undefined || step === "details" ? (
        <Reading isFailed={basis.unread !== undefined} />
      ) : (
        <>
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
      )}
    </>
  );
}

/** What stands there until it is known which roles there are; why that isn't known is said above. */
function Reading({ isFailed }: { readonly isFailed: boolean }) {
  const t = useTranslate();
  return isFailed ? null : <Spinner size="md" aria-label={t("newClient.reading")} />;
}
