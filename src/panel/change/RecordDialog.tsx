import { useCallback } from "react";
import { version as extensionVersion } from "../../../package.json";
import type { Sent } from "../../access/plan/outcome.ts";
import { makeChangeRecord } from "../../access/record/change-record.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import { printableJson } from "../../formats/printable-json.ts";
import { readSignedIn } from "../../keycloak/client/read-signed-in.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";
import { useFileAddress } from "../context/use-file-address.ts";
import { useTranslate } from "../context/use-translate.ts";
import { CopyField } from "../parts/CopyField.tsx";
import { Button } from "../parts/patternfly/button.ts";
import { Modal } from "../parts/patternfly/modal.tsx";
import { Spinner } from "../parts/patternfly/spinner.ts";
import { pf } from "../parts/patternfly-classes.ts";
import type { Attempted } from "./use-changes.ts";

interface RecordDialogProps {
  readonly attempted: Attempted;
  readonly sent: Sent;
  readonly handle: ClientStateHandle;
  readonly onClose: () => void;
}

/** The record of the last change, to be kept: who, when, what was there before and after, and each step. */
export function RecordDialog({ attempted, sent, handle, onClose }: RecordDialogProps) {
  const t = useTranslate();
  const { adminBaseUrl, realm, loginRealm, consoleScript } = usePanelContext();
  const { api } = handle.subject;
  const { state, value: by } = useAsync(
    useCallback(() => readSignedIn(api, loginRealm), [api, loginRealm]),
  );
  const isReading = state.kind === "loading";
  const text = isReading
    ? ""
    : printableJson(
        makeChangeRecord(attempted, sent, {
          extensionVersion,
          keycloakVersion: versionOfConsole(consoleScript) ?? null,
          server: adminBaseUrl,
          realm,
          by: by === undefined ? null : { realm: loginRealm, ...by },
        }),
      );
  const address = useFileAddress(text, "application/json");
  const { clientId } = sent.from.client;
  const time = new Date(sent.begunAt).toISOString().replaceAll(/[-:]|\.\d+/g, "");
  return (
    <Modal
      isOpen
      variant="large"
      title={t("record.title", { clientId })}
      description={t("record.description")}
      onClose={onClose}
      data-testid="recordDialog"
      actions={[
        <Button
          key="download"
          component="a"
          variant="secondary"
          href={address}
          download={`change-record-${time}.json`}
          isAriaDisabled={isReading}
          data-testid="downloadRecord"
        >
          {t("export.download")}
        </Button>,
        <Button key="close" variant="link" onClick={onClose}>
          {t("done.close")}
        </Button>,
      ]}
    >
      {isReading ? (
        <Spinner size="md" aria-label={t("record.title", { clientId })} />
      ) : (
        <>
          {by === undefined ? <p className={pf("u-mb-sm")}>{t("record.byUnknown")}</p> : null}
          <CopyField name={t("record.title", { clientId })} text={text} testId="recordText" />
        </>
      )}
    </Modal>
  );
}
