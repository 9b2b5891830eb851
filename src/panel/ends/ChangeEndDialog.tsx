import { useState } from "react";
import { type EndChoice, momentOf } from "../../access/ends/end-choice.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Modal } from "../parts/patternfly/modal.tsx";
import { EndField } from "./EndField.tsx";

interface ChangeEndDialogProps {
  /** The names of the roles whose end is changed. */
  readonly roles: string;
  /** Sets the end, in milliseconds since 1970; undefined for none. */
  readonly onChange: (at: number | undefined) => void;
  readonly onClose: () => void;
}

/** Gives roles another end, or none. */
export function ChangeEndDialog({ roles, onChange, onClose }: ChangeEndDialogProps) {
  const t = useTranslate();
  const [now] = useState(() => Date.now());
  const [choice, choose] = useState<EndChoice>({ kind: "never" });
  const at = choice.kind === "unchanged" ? "invalid" : momentOf(choice, now);
  return (
    <Modal
      isOpen
      variant="small"
      title={t("ends.change.title", { roles })}
      onClose={onClose}
      data-testid="changeEndDialog"
      actions={[
        <Button
          key="save"
          isDisabled={at === "invalid"}
          onClick={() => {
            if (at !== "invalid") onChange(at);
          }}
          data-testid="saveEnd"
        >
          {t("ends.change.save")}
        </Button>,
        <Button key="cancel" variant="link" onClick={onClose}>
          {t("confirm.cancel")}
        </Button>,
      ]}
    >
      <EndField choice={choice} onChoose={choose} whyNot={undefined} canStay={false} now={now} />
    </Modal>
  );
}
