import "./new-client-texts.ts";
import { useEffect, useMemo, useState } from "react";
import { riskOfRoles } from "../../access/model/risk.ts";
import { extrasOf, rolesToRead } from "../../access/model/role-content.ts";
import { rolesGivenBy } from "../../access/model/roles-given-by.ts";
import { denialOf } from "../../access/policy/built-in.ts";
import type { Preset } from "../../catalog/presets/presets.ts";
import { createAdminApi } from "../../keycloak/api/admin-api.ts";
import { useContentCache } from "../client/use-role-contents.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useTranslate } from "../context/use-translate.ts";
import { isEscapeOfMenu } from "../parts/is-escape-of-menu.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Modal } from "../parts/patternfly/modal.ts";
import { useFocusAfter } from "../parts/use-focus-after.ts";
import { NotOffered } from "../policy/NotOffered.tsx";
import { NewClientDone } from "./NewClientDone.tsx";
import { NewClientForm } from "./NewClientForm.tsx";
import { NewClientStopped } from "./NewClientStopped.tsx";
import { emptyWish, isWebAddress } from "./new-client.ts";
import { useClientIdCheck } from "./use-client-id-check.ts";
import { type Made, useNewClient } from "./use-new-client.ts";
import { useNewClientBasis } from "./use-new-client-basis.ts";

interface NewClientDialogProps {
  /** The client ID that the form begins with. */
  readonly suggestedId?: string;
  /** Is told which client was made, be it in part; undefined where none was. */
  readonly onClose: (made: Made | undefined) => void;
}

const creatable: readonly string[] = ["free", "notChecked"];

/** Makes a client for a program, with presets and a credential, and shows what the program needs. */
export function NewClientDialog({ suggestedId = "", onClose }: NewClientDialogProps) {
  const t = useTranslate();
  const { adminBaseUrl, realm, tokens } = usePanelContext();
  const api = useMemo(
    () => createAdminApi(adminBaseUrl, realm, tokens),
    [adminBaseUrl, realm, tokens],
  );
  const [wish, setWish] = useState({ ...emptyWish, clientId: suggestedId });
  const [administeredRealm, administer] = useState(realm);
  const verdict = useClientIdCheck(api, wish.clientId);
  const { stage, isRunning, make, goOn, undo } = useNewClient(api, administeredRealm);
  const basis = useNewClientBasis(api, administeredRealm);
  const { tell, read } = useContentCache();
  const given = rolesGivenBy(wish.presets);
  const offered = basis.offered === undefined ? undefined : tell(basis.offered);
  useEffect(() => {
    if (offered !== undefined) read(api, offered, given);
  });
  const areRolesKnown = offered === undefined || rolesToRead(given, offered).length === 0;
  const policySubject = { realm, administers: administeredRealm, clientId: wish.clientId };
  const access = { policySubject, contents: offered?.contents ?? new Map() };
  const isAllowed = (preset: Preset) => denialOf(preset, access) === undefined;
  const extras = offered === undefined ? [] : extrasOf(given, offered.contents);
  const isCritical =
    riskOfRoles([...given, ...extras.flatMap(({ gives }) => gives)])?.level === "critical";
  const isReady =
    basis.lacking.length === 0 &&
    areRolesKnown &&
    wish.presets.every(isAllowed) &&
    creatable.includes(verdict) &&
    (wish.credential !== "jwksUrl" || isWebAddress(wish.jwksUrl));
  const focusAfter = useFocusAfter<HTMLDivElement>(isRunning);
  // Nobody would be told of what is being made.
  const close = () => {
    if (!isRunning) onClose(stage.kind === "form" ? undefined : stage.made);
  };
  const closeButton = (
    <Button
      key="close"
      variant="link"
      isAriaDisabled={isRunning}
      onClick={close}
      data-testid="closeNewClient"
    >
      {t(stage.kind === "form" ? "confirm.cancel" : "done.close")}
    </Button>
  );
  return (
    <Modal
      isOpen
      variant="medium"
      title={
        stage.kind === "done"
          ? t("newClient.titleDone", { clientId: stage.made.client.clientId })
          : t("newClient.title")
      }
      onClose={close}
      onEscapePress={(event) => {
        // A secret that is shown once is closed by its button alone.
        if (stage.kind !== "done" && !isEscapeOfMenu(event)) close();
      }}
      data-testid="newClientDialog"
      actions={
        stage.kind === "form"
          ? [
              <Button
                key="create"
                type="submit"
                form={formId}
                variant={isCritical ? "danger" : "primary"}
                isLoading={isRunning}
                isAriaDisabled={!isReady || isRunning}
                data-testid="createNewClient"
              >
                {t("newClient.create")}
              </Button>,
              closeButton,
            ]
          : [closeButton]
      }
    >
      <div ref={focusAfter} tabIndex={-1} aria-live="polite">
        {stage.kind === "form" ? (
          <NewClientForm
            id={formId}
            api={api}
            wish={wish}
            onWish={setWish}
            verdict={verdict}
            administeredRealm={administeredRealm}
            basis={{ ...basis, presets: basis.presets.filter(isAllowed) }}
            notOffered={<NotOffered presets={basis.presets} access={[access]} />}
            extras={extras}
            onAdminister={(chosen) => {
              administer(chosen);
              // What one realm has another may lack.
              setWish({ ...wish, presets: [] });
            }}
            failed={stage.failed}
            isRunning={isRunning}
            onSubmit={() => {
              if (isReady && !isRunning) make(wish);
            }}
          />
        ) : null}
        {stage.kind === "stopped" ? (
          <NewClientStopped stage={stage} isRunning={isRunning} onGoOn={goOn} onUndo={undo} />
        ) : null}
        {stage.kind === "done" ? <NewClientDone stage={stage} /> : null}
      </div>
    </Modal>
  );
}

const formId = "new-api-client";
