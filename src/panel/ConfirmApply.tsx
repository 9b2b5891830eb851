import { Button } from "@patternfly/react-core/dist/esm/components/Button/Button";
import { Modal } from "@patternfly/react-core/dist/esm/components/Modal/Modal";
import { Text } from "@patternfly/react-core/dist/esm/components/Text/Text";
import { TextContent } from "@patternfly/react-core/dist/esm/components/Text/TextContent";
import { TextList } from "@patternfly/react-core/dist/esm/components/Text/TextList";
import { TextListItem } from "@patternfly/react-core/dist/esm/components/Text/TextListItem";
import { planApply } from "../access/plan-change.ts";
import type { Snapshot } from "../access/snapshot.ts";
import { worstConsequences } from "../access/worst-consequences.ts";
import type { Preset } from "../catalog/presets.ts";
import { usePanelContext } from "./panel-context.ts";
import { joinNames, useTranslate } from "./use-translate.ts";

interface ConfirmApplyProps {
  readonly snapshot: Snapshot;
  readonly preset: Preset;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks once before a service account gets a dangerous preset, and says why it is dangerous. */
export function ConfirmApply({ snapshot, preset, onConfirm, onCancel }: ConfirmApplyProps) {
  const t = useTranslate();
  const { realm } = usePanelContext();
  const { clientId } = snapshot.client;
  const risk = worstConsequences(preset.roles);
  const roles = joinNames(planApply(preset, snapshot).add.map(({ name }) => name));
  return (
    <Modal
      isOpen
      variant="medium"
      titleIconVariant="warning"
      title={t("confirm.apply.title", { preset: t(`presets.${preset.id}`) })}
      onClose={onCancel}
      actions={[
        <Button key="confirm" variant="danger" onClick={onConfirm} data-testid="confirmChange">
          {t("confirm.apply.confirm")}
        </Button>,
        <Button key="cancel" variant="link" onClick={onCancel} data-testid="cancelChange">
          {t("confirm.cancel")}
        </Button>,
      ]}
    >
      <TextContent>
        <Text>{t("confirm.apply.why", { clientId, realm })}</Text>
        <TextList>
          {(risk?.consequences ?? []).map(({ id }) => (
            <TextListItem key={id}>
              <strong>{t(`consequence.${id}`)}.</strong> {t(`consequence.${id}.reason`)}
            </TextListItem>
          ))}
        </TextList>
        <Text>{t("confirm.apply.safeSecret", { clientId })}</Text>
        <Text>{t("confirm.apply.adds", { roles })}</Text>
      </TextContent>
    </Modal>
  );
}
