import type { Translate } from "../../texts/translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { pf } from "../parts/patternfly-classes.ts";

/** The form's id, by which its button finds it. */
export const editorFormId = "custom-preset";

const reasonId = "custom-why-not-save";

interface EditorActions {
  /** Whether the person is asked whether to leave without saving. */
  readonly isAsking: boolean;
  readonly isReadOnly: boolean;
  readonly isSaving: boolean;
  /** Why it can't be saved, in a sentence; undefined where it can. */
  readonly whyNot: string | undefined;
  /** Whether the store is made by that. */
  readonly isFirst: boolean;
  readonly close: () => void;
  readonly discard: () => void;
  readonly goBack: () => void;
}

/** The buttons below the editor; before changes are lost, those that answer to that. */
export function editorActions(t: Translate, actions: EditorActions) {
  const { isAsking, isReadOnly, isSaving, whyNot, isFirst, close, discard, goBack } = actions;
  if (isAsking) {
    return [
      <Button key="discard" variant="danger" onClick={discard} data-testid="discardPreset">
        {t("custom.unsaved.discard")}
      </Button>,
      <Button key="back" variant="link" onClick={goBack} data-testid="keepEditing">
        {t("custom.unsaved.back")}
      </Button>,
    ];
  }
  const save = (
    <Button
      key="save"
      type="submit"
      form={editorFormId}
      isLoading={isSaving}
      isAriaDisabled={isSaving || whyNot !== undefined}
      {...(whyNot === undefined ? {} : { "aria-describedby": reasonId })}
      data-testid="savePreset"
    >
      {t(isFirst ? "custom.saveFirst" : "custom.save")}
    </Button>
  );
  return [
    ...(isReadOnly ? [] : [save]),
    <Button
      key="close"
      variant="link"
      isAriaDisabled={isSaving}
      onClick={close}
      data-testid="closeEditor"
    >
      {t(isReadOnly ? "done.close" : "confirm.cancel")}
    </Button>,
    isReadOnly || whyNot === undefined ? null : (
      <p
        key="why"
        id={reasonId}
        className={pf("u-font-size-sm u-color-200")}
        data-testid="whyNotSave"
      >
        {whyNot}
      </p>
    ),
  ];
}
