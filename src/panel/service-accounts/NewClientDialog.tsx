import { Button } from "@patternfly/react-core/dist/esm/components/Button/Button";
import { Modal } from "@patternfly/react-core/dist/esm/components/Modal/Modal";
import { useMemo, useState } from "react";
import { worstConsequences } from "../../access/worst-consequences.ts";
import { createAdminApi } from "../../keycloak/admin-api.ts";
import { usePanelContext } from "../panel-context.ts";
import { useTranslate } from "../use-translate.ts";
import { NewClientDone } from "./NewClientDone.tsx";
import { NewClientForm } from "./NewClientForm.tsx";
import { NewClientStopped } from "./NewClientStopped.tsx";
import { emptyWish, isWebAddress } from "./new-client.ts";
import { useClientIdCheck } from "./use-client-id-check.ts";
import { useNewClient } from "./use-new-client.ts";

interface NewClientDialogProps {
  /** Is told whether a client was made. */
  readonly onClose: (isMade: boolean) => void;
}

const creatable: readonly string[] = ["free", "notChecked"];

/** Makes a client for a program, with presets and a credential, and shows what the program needs. */
export function NewClientDialog({ onClose }: NewClientDialogProps) {
  const t = useTranslate();
  const { adminBaseUrl, realm, tokens } = usePanelContext();
  const api = useMemo(
    () => createAdminApi(adminBaseUrl, realm, tokens),
    [adminBaseUrl, realm, tokens],
  );
  const [wish, setWish] = useState(emptyWish);
  const [administeredRealm, administer] = useState(realm);
  const verdict = useClientIdCheck(api, wish.clientId);
  const { stage, isRunning, make, goOn, undo } = useNewClient(api, administeredRealm);
  const isCritical =
    worstConsequences(wish.presets.flatMap(({ roles }) => roles))?.level === "critical";
  const isReady =
    creatable.includes(verdict) && (wish.credential !== "jwksUrl" || isWebAddress(wish.jwksUrl));
  const close = () => onClose(stage.kind !== "form");
  const submit = () => {
    if (isReady && !isRunning) make(wish);
  };
  const closeButton = (
    <Button key="close" variant="link" onClick={close} data-testid="closeNewClient">
      {t(stage.kind === "form" ? "confirm.cancel" : "done.close")}
    </Button>
  );
  return (
    <Modal
      isOpen
      variant="medium"
      title={t(stage.kind === "done" ? "newClient.titleDone" : "newClient.title", {
        clientId: wish.clientId,
      })}
      // A click beside the dialog must not lose a secret that is shown once.
      onClose={close}
      onEscapePress={() => {
        if (stage.kind !== "done" && !isRunning) close();
      }}
      data-testid="newClientDialog"
      actions={
        stage.kind === "form"
          ? [
              <Button
                key="create"
                variant={isCritical ? "danger" : "primary"}
                isLoading={isRunning}
                isAriaDisabled={!isReady || isRunning}
                onClick={submit}
                data-testid="createNewClient"
              >
                {t("newClient.create")}
              </Button>,
              closeButton,
            ]
          : [closeButton]
      }
    >
      {stage.kind === "form" ? (
        <NewClientForm
          api={api}
          wish={wish}
          onWish={setWish}
          verdict={verdict}
          administeredRealm={administeredRealm}
          onAdminister={administer}
          thrown={stage.thrown}
          onSubmit={submit}
        />
      ) : null}
      {stage.kind === "stopped" ? (
        <NewClientStopped stage={stage} isRunning={isRunning} onGoOn={goOn} onUndo={undo} />
      ) : null}
      {stage.kind === "done" ? (
        <NewClientDone stage={stage} administeredRealm={administeredRealm} />
      ) : null}
    </Modal>
  );
}
