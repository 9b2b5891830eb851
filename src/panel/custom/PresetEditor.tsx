import "./custom-texts.ts";
import type { Store } from "../../access/custom/store-of.ts";
import { escapeInvisible } from "../../formats/escape-invisible.ts";
import type { AdminApi } from "../../keycloak/api/admin-api.ts";
import { writePreset } from "../../keycloak/custom/write-preset.ts";
import { useTranslate } from "../context/use-translate.ts";
import { LeaveQuestion } from "../parts/leaving/LeaveQuestion.tsx";
import { useLeaveGuard } from "../parts/leaving/use-leave-guard.ts";
import { Modal } from "../parts/patternfly/modal.tsx";
import { pf } from "../parts/patternfly-classes.ts";
import { describeFlaw } from "./describe-flaw.ts";
import { EditorFields } from "./EditorFields.tsx";
import { editorActions, editorFormId } from "./editor-actions.tsx";
import type { EditorBegin } from "./editor-begin.ts";
import { ReadOnlyAlert } from "./ReadOnlyAlert.tsx";
import { StoreFailureAlert } from "./StoreFailureAlert.tsx";
import { usePresetForm } from "./use-preset-form.ts";
import { useRoleFacts } from "./use-role-facts.ts";
import { useStoreChange } from "./use-store-change.ts";
import { useWhyReadOnly } from "./use-why-read-only.ts";

interface PresetEditorProps {
  readonly api: AdminApi;
  /** The store as it was read. */
  readonly store: Store;
  readonly begin: EditorBegin;
  /** The preset was saved: the store is to be read again. */
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

/**
 * Creates or changes a preset of the realm: its name, its purpose and its roles. It stands below the knowledge of what
 * was measured.
 */
export function PresetEditor({ api, store, begin, onSaved, onClose }: PresetEditorProps) {
  const t = useTranslate();
  const isEdit = begin.kind === "edit";
  const form = usePresetForm(store, begin);
  const facts = useRoleFacts(api, form.initial.roles, form.draft.roles);
  const { why, isReading } = useWhyReadOnly(store, !isEdit);
  const isReadOnly = why !== undefined;
  const { isRunning, failure, run } = useStoreChange(onSaved);
  const guard = useLeaveGuard<HTMLDivElement>(form.isChanged && !isReadOnly);
  const [problem] = form.problems;
  const whyNot = isReading
    ? t("custom.why.reading")
    : problem !== undefined
      ? describeFlaw(t, problem)
      : form.isWorthSaving
        ? undefined
        : t("custom.why.unchanged");
  const close = () => {
    // Nobody would be told of what is being stored.
    if (!isRunning && guard.mayClose()) onClose();
  };
  return (
    <Modal
      isOpen
      variant="medium"
      width="60rem"
      title={
        isEdit
          ? t("custom.title.edit", { name: escapeInvisible(begin.preset.name) })
          : t("custom.title.new")
      }
      description={t("custom.about", { realm: api.realm })}
      onClose={close}
      data-testid="presetEditor"
      footer={
        <div className={pf("l-flex")}>
          {editorActions(t, {
            ...{ isReadOnly, whyNot, close },
            isAsking: guard.isAsking,
            isSaving: isRunning,
            isFirst: store.kind === "none",
            discard: onClose,
            goBack: guard.goBack,
          })}
        </div>
      }
    >
      <div ref={guard.ref}>
        {guard.isAsking ? (
          <LeaveQuestion
            variant="warning"
            title={t("custom.unsaved.title")}
            testId="presetNotSaved"
          />
        ) : null}
        <ReadOnlyAlert why={why} />
        {failure === undefined ? null : (
          <StoreFailureAlert
            failure={failure}
            attempt={t("custom.attempt.save", { name: escapeInvisible(form.draft.name.trim()) })}
          />
        )}
        <EditorFields
          {...{ api, store, form, facts, isEdit, isReadOnly }}
          asksForCalls={begin.kind === "new" && begin.asksForCalls === true}
          isSaving={isRunning}
          formId={editorFormId}
          onSubmit={() => {
            if (whyNot !== undefined || isReadOnly || isRunning) return;
            void run(() => writePreset(api, form.wanted(), form.expected));
          }}
        />
      </div>
    </Modal>
  );
}
