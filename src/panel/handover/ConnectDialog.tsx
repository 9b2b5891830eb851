import { useCallback } from "react";
import { tokenLifespanOf } from "../../access/check/token-lifespan.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { readRealmFacts } from "../../keycloak/client/read-realm-facts.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";
import { useLogin } from "../context/use-login.ts";
import { formatDuration, useTranslate } from "../context/use-translate.ts";
import { CopyField } from "../parts/CopyField.tsx";
import { Alert } from "../parts/patternfly/alert.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Form, FormGroup, FormHelperText } from "../parts/patternfly/form.ts";
import { Modal } from "../parts/patternfly/modal.tsx";
import { pf } from "../parts/patternfly-classes.ts";
import { CallCode } from "./CallCode.tsx";
import { Credentials } from "./Credentials.tsx";
import { useSecret } from "./use-secret.ts";

interface ConnectDialogProps {
  readonly snapshot: Snapshot;
  readonly states: readonly PresetState[];
  readonly handle: ClientStateHandle;
  readonly onClose: () => void;
}

/** What the program behind the client needs: addresses, credentials, and a call that works. */
export function ConnectDialog({ snapshot, states, handle, onClose }: ConnectDialogProps) {
  const t = useTranslate();
  const { adminBaseUrl } = usePanelContext();
  const { discovery, addresses } = useLogin();
  const { api } = handle.subject;
  const { client } = snapshot;
  const { clientId, clientUuid } = client;
  const secret = useSecret(api, clientUuid);
  const { state: reading, value: realm } = useAsync(
    useCallback(async () => (await readRealmFacts(api)).settings, [api]),
  );
  const apiAddress = `${adminBaseUrl}/admin/realms/${encodeURIComponent(handle.administeredRealm)}`;
  const copied = [
    ["connect.tokenEndpoint", addresses?.tokenEndpoint ?? ""],
    ["connect.api", apiAddress],
    ["connect.clientId", clientId],
  ] as const;
  return (
    <Modal
      isOpen
      variant="large"
      title={t("connect.title", { clientId })}
      description={t("connect.description")}
      onClose={onClose}
      data-testid="connectDialog"
      actions={[
        <Button key="close" variant="link" onClick={onClose}>
          {t("done.close")}
        </Button>,
      ]}
    >
      {client.enabled ? null : (
        <Alert
          component="p"
          variant="warning"
          isInline
          isPlain
          title={t("denied.all", { reason: t("denied.enabled") })}
          className={pf("u-mb-md")}
        />
      )}
      <Form onSubmit={(event) => event.preventDefault()}>
        {copied.map(([key, text]) => (
          <FormGroup key={key} label={t(key)} role="group">
            <CopyField name={t(key)} text={text} testId={key} />
            {key === "connect.tokenEndpoint" && discovery.kind === "failed" ? (
              <FormHelperText data-testid="assumedAddress">{t("connect.assumed")}</FormHelperText>
            ) : null}
          </FormGroup>
        ))}
        <Credentials client={client} secret={secret} />
        <p data-testid="tokenLifespan">{describeLifespan()}</p>
        {addresses === undefined ? null : (
          <CallCode
            client={client}
            states={states}
            administeredRealm={handle.administeredRealm}
            addresses={addresses}
            secret={secret}
          />
        )}
      </Form>
    </Modal>
  );

  function describeLifespan(): string {
    if (reading.kind === "loading") return t("loading");
    const lifespan = tokenLifespanOf(client.tokenSettings, realm);
    if (lifespan === undefined) return t("connect.lifespan.unknown");
    const { seconds, setFor } = lifespan;
    return t(`connect.lifespan.${setFor}`, { duration: formatDuration(seconds) });
  }
}
