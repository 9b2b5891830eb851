import "./new-client-texts.ts";
import { useEffect, useRef, useState } from "react";
import { givesCriticalPower } from "../../access/plan/needs-confirmation.ts";
import { useTranslate } from "../context/use-translate.ts";
import { isEscapeOfMenu } from "../parts/is-escape-of-menu.ts";
import { Modal } from "../parts/patternfly/modal.tsx";
import { pf } from "../parts/patternfly-classes.ts";
import { useFocusAfter } from "../parts/use-focus-after.ts";
import { closingActions } from "./done/closing-actions.tsx";
import { NewClientDone } from "./done/NewClientDone.tsx";
import { UnsavedKey } from "./done/UnsavedKey.tsx";
import { useKeyGuard } from "./done/use-key-guard.ts";
import { type FormStep, FormSteps } from "./FormSteps.tsx";
import { formActions, formId } from "./form-actions.tsx";
import { KnowledgeProvider } from "./job/KnowledgeProvider.tsx";
import { type Made, useNewClient } from "./making/use-new-client.ts";
import { useNewClientForm } from "./making/use-new-client-form.ts";
import { NewClientNotices } from "./NewClientNotices.tsx";
import { NewClientStopped } from "./NewClientStopped.tsx";

interface NewClientDialogProps {
  /** The client ID that the form begins with. */
  readonly suggestedId?: string;
  /** Called with the client that was created, undefined if none was, and whether it got everything that was chosen. */
  readonly onClose: (made: Made | undefined, isWhole: boolean) => void;
}

/** Makes a client for a program: what it is for, its name and credential, then what it can do and needs. */
export function NewClientDialog({ suggestedId = "", onClose }: NewClientDialogProps) {
  const t = useTranslate();
  const form = useNewClientForm(suggestedId);
  const { api, wish, administeredRealm, basis, snapshot, plan, isReady } = form;
  const [step, setStep] = useState<FormStep>("jobs");
  const { stage, isRunning, make, goOn, undo } = useNewClient(api, administeredRealm);
  const made = stage.kind === "form" ? undefined : stage.made;
  const guard = useKeyGuard<HTMLDivElement>(made?.keyPair?.privateKeyPem);
  const focusAfter = useFocusAfter<HTMLDivElement>(isRunning);
  const content = useFocusOn(step);
  const doneState = stage.kind === "done" ? stage.making.outcome.state : undefined;
  const after = doneState?.kind === "ready" ? doneState.snapshot : undefined;
  const end = () => onClose(made, stage.kind === "done");
  const close = () => {
    // Nobody would be told of what is being made.
    if (!isRunning && guard.mayClose()) end();
  };
  return (
    <Modal
      isOpen
      variant="medium"
      width="60rem"
      title={
        stage.kind === "done"
          ? t("newClient.titleDone", { clientId: stage.made.client.clientId })
          : t("newClient.title")
      }
      description={
        stage.kind === "form" ? t(step === "details" ? "newClient.step2" : "newClient.step1") : ""
      }
      onClose={close}
      onEscapePress={(event) => {
        if (!isEscapeOfMenu(event)) close();
      }}
      data-testid="newClientDialog"
      footer={
        <div className={pf("l-flex")}>
          {made !== undefined
            ? closingActions(t, { made, guard, isRunning, close, discard: end })
            : formActions(t, {
                ...{ step, setStep, isRunning, close },
                isChosen: wish.presets.length > 0,
                isReady,
                isCritical: plan !== undefined && givesCriticalPower(plan),
              })}
        </div>
      }
    >
      <div ref={guard.ref}>
        {guard.isAsking && made !== undefined ? (
          <UnsavedKey clientId={made.client.clientId} />
        ) : null}
        <div
          ref={focusAfter}
          tabIndex={-1}
          aria-live={stage.kind === "form" ? "off" : "polite"}
          style={{ outline: "none" }}
        >
          {stage.kind === "form" ? (
            <div ref={content} tabIndex={-1} style={{ outline: "none" }}>
              <NewClientNotices {...{ administeredRealm, basis }} failed={stage.failed} />
              <FormSteps
                {...{ form, step, isRunning }}
                onStep={setStep}
                id={formId}
                onSubmit={() => {
                  if (isReady && !isRunning) make(wish);
                }}
              />
            </div>
          ) : null}
          {stage.kind === "stopped" ? (
            <NewClientStopped stage={stage} isRunning={isRunning} onGoOn={goOn} onUndo={undo} />
          ) : null}
          {stage.kind === "done" && snapshot !== undefined ? (
            <KnowledgeProvider snapshot={snapshot}>
              <NewClientDone
                stage={stage}
                snapshot={after}
                onKeySaved={guard.onSaved}
                mayLeave={guard.mayClose}
              />
            </KnowledgeProvider>
          ) : null}
        </div>
      </div>
    </Modal>
  );
}

/** Where another step has no field of its own to begin with, the keyboard goes to its beginning. */
function useFocusOn(step: FormStep) {
  const content = useRef<HTMLDivElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    const page = content.current?.ownerDocument;
    if (shown.current !== step && page?.activeElement === page?.body) content.current?.focus();
    shown.current = step;
  }, [step]);
  return content;
}
