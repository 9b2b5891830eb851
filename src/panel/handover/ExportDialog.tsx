import { useState } from "react";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import { exportWarnings } from "../../formats/export-warnings.ts";
import {
  assignedRoles,
  clientScopeToExport,
  handedRoles,
  rolesNotHanded,
} from "../../formats/roles-to-export.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { nameRole } from "../context/name-role.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";
import { useFileAddress } from "../context/use-file-address.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { CopyField } from "../parts/CopyField.tsx";
import { isEscapeOfMenu } from "../parts/is-escape-of-menu.ts";
import { PresetSelect } from "../parts/PresetSelect.tsx";
import { Alert } from "../parts/patternfly/alert.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Form, FormGroup } from "../parts/patternfly/form.ts";
import { FormSelect, FormSelectOption } from "../parts/patternfly/form-select.ts";
import { Modal } from "../parts/patternfly/modal.tsx";
import { Radio } from "../parts/patternfly/radio.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { ManagedBy } from "./ManagedBy.tsx";

interface ExportDialogProps {
  readonly snapshot: Snapshot;
  readonly states: readonly PresetState[];
  /** The presets that are chosen at first; none for what is mapped now. */
  readonly presets: readonly Preset[];
  readonly handle: ClientStateHandle;
  readonly onClose: () => void;
}

/** Hands over presets, or what is mapped now, in the formats of those who keep Keycloak in code. */
export function ExportDialog(props: ExportDialogProps) {
  const { snapshot, states, presets, handle, onClose } = props;
  const t = useTranslate();
  const { adminBaseUrl, consoleScript, realm } = usePanelContext();
  const [isOfPresets, setIsOfPresets] = useState(presets.length > 0);
  const [chosen, setChosen] = useState(presets);
  const { state: loading, value: known = [] } = useAsync(loadFormats);
  const [formatId, setFormatId] = useState<string>();
  const format = known.find(({ id }) => id === formatId) ?? known[0];
  const { clientId, fullScopeAllowed } = snapshot.client;
  const roles = handedRoles(isOfPresets ? chosen : snapshot);
  const isEmpty = roles.adminRoles.length === 0 && roles.realmRoles.length === 0;
  const handover = {
    ...roles,
    serverUrl: adminBaseUrl,
    realm,
    clientId,
    adminClientId: snapshot.adminClient.clientId,
    isScoped: !fullScopeAllowed,
    keycloak: versionOfConsole(consoleScript),
    presetIds: isOfPresets ? chosen.map(({ id }) => id) : [],
    assigned: assignedRoles(snapshot),
    adminClientScope: clientScopeToExport(versionOfConsole(consoleScript), snapshot),
  };
  const leftOut = rolesNotHanded(isOfPresets ? chosen : snapshot);
  const unwritable = format?.unwritable(handover) ?? [];
  const text =
    isEmpty || format === undefined || unwritable.length > 0 ? "" : format.write(handover);
  const address = useFileAddress(text, "text/plain");
  const choosable = states
    .filter(({ status }) => status.kind !== "unavailable")
    .map(({ preset }) => preset);
  return (
    <Modal
      isOpen
      variant="large"
      title={t("export.title", { clientId })}
      description={t("export.description")}
      onClose={onClose}
      onEscapePress={(event) => {
        if (!isEscapeOfMenu(event)) onClose();
      }}
      data-testid="exportDialog"
      actions={[
        <Button
          key="download"
          component="a"
          variant="secondary"
          href={address}
          download={format?.fileName}
          isAriaDisabled={text === ""}
          data-testid="downloadExport"
        >
          {t("export.download")}
        </Button>,
        <Button key="close" variant="link" onClick={onClose}>
          {t("done.close")}
        </Button>,
      ]}
    >
      <Form onSubmit={(event) => event.preventDefault()} className={pf("u-mb-md")}>
        <FormGroup label={t("export.what")} role="radiogroup" isStack>
          <Radio
            id="export-mapped"
            name="export-what"
            label={t("export.mapped")}
            isChecked={!isOfPresets}
            onChange={() => setIsOfPresets(false)}
          />
          <Radio
            id="export-presets"
            name="export-what"
            label={t("export.presets")}
            isChecked={isOfPresets}
            onChange={() => setIsOfPresets(true)}
          />
        </FormGroup>
        {isOfPresets ? (
          <FormGroup label={t("plan.presets")} role="group">
            <PresetSelect
              name={t("plan.presets")}
              presets={choosable}
              chosen={chosen}
              onChoose={setChosen}
              testId="exportPresets"
            />{" "}
            {chosen.map((preset) => nameOf(t, preset)).join(", ")}
          </FormGroup>
        ) : null}
        <FormGroup label={t("export.format")} fieldId="export-format">
          <FormSelect
            id="export-format"
            value={format?.id}
            onChange={(_, id) => setFormatId(id)}
            data-testid="exportFormat"
          >
            {known.map(({ id }) => (
              <FormSelectOption key={id} value={id} label={t(`export.format.${id}`)} />
            ))}
          </FormSelect>
        </FormGroup>
      </Form>
      {loading.kind === "failed" ? <p>{t("export.notLoaded")}</p> : null}
      {leftOut.length === 0 ? null : (
        <Alert
          component="p"
          variant="warning"
          isInline
          title={t("export.leftOut", { roles: joinNames(leftOut.map(nameRole)) })}
          className={pf("u-mb-sm")}
          data-testid="export-leftOut"
        >
          {t("export.leftOut.about")}
        </Alert>
      )}
      {format === undefined ? null : isEmpty ? (
        <p>
          {t(
            isOfPresets
              ? "plan.chooseFirst"
              : snapshot.isReadable
                ? "export.nothing"
                : "export.notReadable",
          )}
        </p>
      ) : unwritable.length > 0 ? (
        <Alert
          component="p"
          variant="danger"
          isInline
          title={t("export.unwritable", { names: unwritable.join(", ") })}
          data-testid="exportRefused"
        >
          {t("export.replaced")}
        </Alert>
      ) : (
        <>
          <p className={pf("u-mb-sm")}>{t(`export.about.${format.id}`)}</p>
          {exportWarnings(format, handover).map((warning) => (
            <Alert
              key={warning}
              component="p"
              variant={warning === "leavesClientScope" ? "info" : "warning"}
              isInline
              title={t(`export.${warning}`, { name: handover.adminClientScope?.name ?? "" })}
              className={pf("u-mb-sm")}
              data-testid={`export-${warning}`}
            >
              {t(`export.${warning}.about`)}
            </Alert>
          ))}
          <CopyField name={t(`export.format.${format.id}`)} text={text} testId="exportText" />
        </>
      )}
      <ManagedBy client={snapshot.client} handle={handle} />
    </Modal>
  );
}

/** They are loaded apart: they weigh as much as all dialogs together. */
const loadFormats = () =>
  import("../../formats/export-formats.ts").then((module) => module.exportFormats);
