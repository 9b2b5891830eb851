import { addressToTry } from "../../access/check/call-to-try.ts";
import { bindingOf, type CheckResult, checkAccess } from "../../access/check/check-access.ts";
import type { Change } from "../../access/model/grant.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import { curlCall } from "../../formats/curl-call.ts";
import { readClientSecret } from "../../keycloak/client/read-client-secret.ts";
import { useClientScopes } from "../client/use-client-scopes.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useLogin } from "../context/use-login.ts";
import { compareNames, joinNames, useTranslate } from "../context/use-translate.ts";
import { CopyField } from "../parts/CopyField.tsx";
import { Button } from "../parts/patternfly/button.ts";
import { DataList } from "../parts/patternfly/data-list.ts";
import { Modal } from "../parts/patternfly/modal.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { CheckRow } from "./CheckRow.tsx";
import { OwnCall } from "./OwnCall.tsx";

interface AccessCheckProps {
  readonly snapshot: Snapshot;
  readonly states: readonly PresetState[];
  readonly handle: ClientStateHandle;
  /** Whether a change runs. */
  readonly isBusy: boolean;
  /** Makes the change that fixes what a check found. */
  readonly onFix: (change: Change) => void;
  readonly onClose: () => void;
}

/** Why does it get 401 or 403? Everything that decides it, one by one, and what to do. */
export function AccessCheck(props: AccessCheckProps) {
  const { snapshot, states, handle, isBusy, onFix, onClose } = props;
  const t = useTranslate();
  const { adminBaseUrl, consoleScript } = usePanelContext();
  const version = versionOfConsole(consoleScript);
  const binding = bindingOf(snapshot.client, version);
  const { login, isReachable } = useLogin();
  useClientScopes(snapshot, handle);
  const { clientId, clientUuid, authenticator } = snapshot.client;
  const address = addressToTry(adminBaseUrl, handle.administeredRealm, states);
  const describe = (finding: CheckResult) => {
    const names = joinNames([...finding.names].sort(compareNames));
    // One case for each set of verdicts: not every check can have each of them.
    switch (finding.id) {
      case "account":
        return t(finding.verdict === "ok" ? "check.account.ok" : `check.account.${finding.why}`);
      case "enabled":
        return t(`check.${finding.id}.${finding.verdict}`);
      case "credentials":
        return t(`check.${finding.id}.${finding.verdict}`, { names });
      case "tokenBinding":
        return t(`check.${finding.id}.${finding.verdict}`, { names });
      default:
        return t(`check.${finding.id}.${finding.verdict}`, { names });
    }
  };
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
      <DataList aria-label={t("check.title", { clientId })} isCompact>
        {checkAccess(snapshot, version).map((finding) => (
          <CheckRow
            key={finding.id}
            id={finding.id}
            verdict={finding.verdict}
            text={describe(finding)}
            action={
              finding.fix === undefined
                ? undefined
                : {
                    name: t(`check.${finding.id}.fix`),
                    isBarred: isBusy,
                    onClick: () => onFix(finding.fix ?? none),
                  }
            }
          />
        ))}
        <CheckRow
          id="tokenEndpoint"
          verdict={isReachable === undefined ? "unknown" : isReachable ? "ok" : "problem"}
          text={t(
            `check.tokenEndpoint.${isReachable === undefined ? "unknown" : isReachable ? "ok" : "problem"}`,
            { address: login?.tokenEndpoint ?? "" },
          )}
        />
        {login === undefined ? null : (
          <OwnCall
            clientId={clientId}
            login={login}
            address={address}
            binding={binding}
            credential={
              authenticator === "client-secret"
                ? () => readClientSecret(handle.subject.api, clientUuid)
                : undefined
            }
          />
        )}
      </DataList>
      {login === undefined || binding !== undefined ? null : (
        <>
          <p className={pf("u-mt-md u-mb-sm")}>{t("check.curl")}</p>
          <CopyField
            name={t("check.curl")}
            text={curlCall({ tokenEndpoint: login.tokenEndpoint, clientId, address })}
            testId="checkCurl"
          />
        </>
      )}
    </Modal>
  );
}

const none: Change = { add: [], remove: [] };
