import { Button } from "@patternfly/react-core/dist/esm/components/Button/Button";
import { ClipboardCopy } from "@patternfly/react-core/dist/esm/components/ClipboardCopy/ClipboardCopy";
import { Modal } from "@patternfly/react-core/dist/esm/components/Modal/Modal";
import { useEffect, useState } from "react";
import { callToTry } from "../access/call-to-try.ts";
import { checkAccess, type Finding } from "../access/check-access.ts";
import type { Change } from "../access/grant.ts";
import type { PresetState } from "../access/preset-state.ts";
import type { Snapshot } from "../access/snapshot.ts";
import { wholePath } from "../catalog/call-template.ts";
import { curlCall } from "../formats/curl-call.ts";
import { FindingRow } from "./FindingRow.tsx";
import { OwnCall } from "./OwnCall.tsx";
import { type Login, usePanelContext } from "./panel-context.ts";
import { useClientScopes } from "./use-client-scopes.ts";
import type { ClientStateHandle } from "./use-client-state.ts";
import { joinNames, useTranslate } from "./use-translate.ts";

interface AccessCheckProps {
  readonly snapshot: Snapshot;
  readonly states: readonly PresetState[];
  readonly handle: ClientStateHandle;
  /** Mends what a finding is about. */
  readonly onFix: (change: Change) => void;
  readonly onClose: () => void;
}

/** Why does it get 401 or 403? Everything that decides it, one by one, and what to do. */
export function AccessCheck(props: AccessCheckProps) {
  const { snapshot, states, handle, onFix, onClose } = props;
  const t = useTranslate();
  const { adminBaseUrl } = usePanelContext();
  const { login, isReachable } = useLogin();
  useClientScopes(snapshot, handle);
  const { clientId } = snapshot.client;
  const path = wholePath(callToTry(states).path);
  const realm = encodeURIComponent(handle.administeredRealm);
  const isList = !path.endsWith("{realm}");
  const address = `${adminBaseUrl}${path.replace("{realm}", realm)}${isList ? "?max=1" : ""}`;
  const describe = ({ id, verdict, names }: Finding) =>
    t(`check.${id}.${verdict}`, { clientId, names: joinNames(names), count: names.length });
  return (
    <Modal
      isOpen
      variant="medium"
      title={t("check.title", { clientId })}
      description={t("check.description")}
      onClose={onClose}
      data-testid="accessCheck"
      actions={[
        <Button key="close" variant="link" onClick={onClose}>
          {t("done.close")}
        </Button>,
      ]}
    >
      <ul className="pf-v5-c-list pf-m-plain pf-m-bordered">
        {checkAccess(snapshot).map((finding) => (
          <FindingRow
            key={finding.id}
            id={finding.id}
            verdict={finding.verdict}
            text={describe(finding)}
            action={
              finding.fix === undefined
                ? undefined
                : { name: t(`check.${finding.id}.fix`), onClick: () => onFix(finding.fix ?? none) }
            }
          />
        ))}
        <FindingRow
          id="tokenEndpoint"
          verdict={isReachable === undefined ? "unknown" : isReachable ? "ok" : "problem"}
          text={t(
            `check.tokenEndpoint.${isReachable === undefined ? "unknown" : isReachable ? "ok" : "problem"}`,
            { address: login?.tokenEndpoint ?? "" },
          )}
        />
        {login === undefined ? null : (
          <OwnCall snapshot={snapshot} handle={handle} login={login} address={address} />
        )}
      </ul>
      {login === undefined ? null : (
        <>
          <p className="pf-v5-u-mt-md pf-v5-u-mb-sm">{t("check.curl")}</p>
          <ClipboardCopy
            isCode
            isReadOnly
            isExpanded
            variant="expansion"
            hoverTip={t("check.copy")}
            clickTip={t("check.copied")}
            data-testid="checkCurl"
          >
            {curlCall({ tokenEndpoint: login.tokenEndpoint, clientId, address })}
          </ClipboardCopy>
        </>
      )}
    </Modal>
  );
}

const none: Change = { add: [], remove: [] };

/** Where the client gets its tokens, and whether that answers this browser. */
function useLogin(): { login: Login | undefined; isReachable: boolean | undefined } {
  const { loadLogin, realm } = usePanelContext();
  const [login, setLogin] = useState<Login>();
  const [isReachable, setIsReachable] = useState<boolean>();
  useEffect(() => {
    let isShown = true;
    const look = async () => {
      const loaded = await loadLogin(realm);
      if (!isShown) return;
      setLogin(loaded);
      const answers = await loaded.isReachable();
      if (isShown) setIsReachable(answers);
    };
    look().catch(() => setIsReachable(false));
    return () => {
      isShown = false;
    };
  }, [loadLogin, realm]);
  return { login, isReachable };
}
