import { Button } from "@patternfly/react-core/dist/esm/components/Button/Button";
import { Modal } from "@patternfly/react-core/dist/esm/components/Modal/Modal";
import { Text } from "@patternfly/react-core/dist/esm/components/Text/Text";
import { TextContent } from "@patternfly/react-core/dist/esm/components/Text/TextContent";
import type { Removal } from "../access/plan-change.ts";
import type { RoleChange } from "../access/snapshot.ts";
import type { Preset, RoleReference } from "../catalog/presets.ts";
import { joinNames, useTranslate } from "./use-translate.ts";

interface ConfirmRemoveProps {
  readonly clientId: string;
  readonly preset: Preset;
  readonly removal: Removal;
  readonly onConfirm: (change: RoleChange) => void;
  readonly onCancel: () => void;
}

const namesOf = (roles: readonly RoleReference[]) => joinNames(roles.map(({ name }) => name));

/** Names what Remove takes and what stays, and asks. */
export function ConfirmRemove(props: ConfirmRemoveProps) {
  const { clientId, preset, removal, onConfirm, onCancel } = props;
  const t = useTranslate();
  const nameOf = ({ id }: Preset) => t(`presets.${id}`);
  const { change, kept, heldOtherwise, alsoEnds } = removal;
  return (
    <Modal
      isOpen
      variant="small"
      title={t("confirm.remove.title", { preset: nameOf(preset) })}
      onClose={onCancel}
      actions={[
        <Button
          key="confirm"
          variant="danger"
          onClick={() => onConfirm(change)}
          data-testid="confirmChange"
        >
          {t("confirm.remove.confirm")}
        </Button>,
        <Button key="cancel" variant="link" onClick={onCancel} data-testid="cancelChange">
          {t("confirm.cancel")}
        </Button>,
      ]}
    >
      <TextContent>
        <Text>{t("confirm.remove.removes", { clientId, roles: namesOf(change.remove) })}</Text>
        {kept.map(({ role, neededBy }) => (
          <Text key={role.name}>
            {t("confirm.remove.keeps", { role: role.name, preset: nameOf(neededBy) })}
          </Text>
        ))}
        {heldOtherwise.length === 0 ? null : (
          <Text>{t("confirm.remove.heldOtherwise", { roles: namesOf(heldOtherwise) })}</Text>
        )}
        {alsoEnds.length === 0 ? null : (
          <Text>{t("confirm.remove.alsoEnds", { presets: joinNames(alsoEnds.map(nameOf)) })}</Text>
        )}
      </TextContent>
    </Modal>
  );
}
