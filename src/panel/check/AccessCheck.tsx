import { type ReactNode, useState } from "react";
import { addressToTry } from "../../access/check/call-to-try.ts";
import { bindingOf, checkAccess } from "../../access/check/check-access.ts";
import { denialOf } from "../../access/check/denial.ts";
import { overallVerdict } from "../../access/check/overall-verdict.ts";
import { heldRiskOf } from "../../access/check/power.ts";
import { wayToSignIn } from "../../access/check/way-to-sign-in.ts";
import { whyUntested } from "../../access/check/why-untested.ts";
import type { Change } from "../../access/model/grant.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { versionOfConsole } from "../../catalog/server/version-of-console.ts";
import { readClientSecret } from "../../keycloak/client/read-client-secret.ts";
import { useClientScopes } from "../client/use-client-scopes.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { useLogin } from "../context/use-login.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Modal } from "../parts/patternfly/modal.tsx";
import { useRealmSays } from "../permissions/realm-context.ts";
import { CheckRow } from "./CheckRow.tsx";
import { ChecksByVerdict } from "./ChecksByVerdict.tsx";
import { describeCheck } from "./describe-check.ts";
import { explainDenial, nameFix } from "./describe-denial.ts";
import { FinePermissionsRow, finePermissionsVerdicts } from "./FinePermissionsRow.tsx";
import { OverallVerdict } from "./OverallVerdict.tsx";
import { TestRequest } from "./OwnCall.tsx";
import { ShellCall } from "./ShellCall.tsx";
import { SignInRows } from "./SignInRows.tsx";
import { TokenEndpointRow, tokenEndpointVerdict } from "./TokenEndpointRow.tsx";
import { useOwnCall } from "./use-own-call.ts";
import { useSignInChecks } from "./use-sign-in-checks.ts";

interface AccessCheckProps {
  readonly snapshot: Snapshot;
  readonly states: readonly PresetState[];
  readonly handle: ClientStateHandle;
  /** Whether a change runs. */
  readonly isBusy: boolean;
  /** Makes the change that fixes what a check found. */
  readonly onFix: (change: Change) => void;
  /** Shows the policies of fine-grained permissions that name the client. */
  readonly onShowPolicies: () => void;
  readonly onClose: () => void;
  /** What is told of a change that stopped. */
  readonly failure: ReactNode;
}

/** Whether its calls are allowed: everything that decides it, what failed first, and what to do. */
export function AccessCheck(props: AccessCheckProps) {
  const { snapshot, states, handle, isBusy, onFix, onShowPolicies, onClose, failure } = props;
  const { permissions } = useRealmSays();
  const t = useTranslate();
  const { adminBaseUrl, consoleScript, isLoginHere } = usePanelContext();
  const [now] = useState(() => Date.now());
  const view = useLogin();
  const { login, addresses } = view;
  useClientScopes(snapshot, handle);
  const signIn = useSignInChecks(snapshot, handle, view);
  const { clientId, clientUuid } = snapshot.client;
  const version = versionOfConsole(consoleScript);
  const binding = bindingOf(snapshot.client, version);
  const way = wayToSignIn(snapshot.client);
  const canSign = login?.createKeyPair !== undefined;
  const untested = whyUntested(way, snapshot.account, binding, { isLoginHere, canSign });
  const address = addressToTry(adminBaseUrl, handle.administeredRealm, states);
  const call = useOwnCall({ clientId, login, address, credential: readCredential });
  const checks = checkAccess(snapshot, version, now);
  const denial = denialOf([...checks, ...signIn.results]);
  const headline = denial?.finding.id;
  const areRolesAll = permissions?.kind === "off";
  const found = [...checks, ...signIn.results].map(({ verdict }) => verdict);
  return (
    <Modal
      isOpen
      variant="medium"
      title={t("check.title", { clientId })}
      onClose={onClose}
      data-testid="accessCheck"
      actions={[
        <Button key="close" variant="link" onClick={onClose}>
          {t("done.close")}
        </Button>,
      ]}
    >
      <OverallVerdict
        overall={overallVerdict([...found, tokenEndpointVerdict(view)], call.verdict)}
        isReading={signIn.isReading}
        isTestable={untested === undefined}
        tested={{
          verdict: call.verdict,
          answer: call.state.kind === "done" ? call.state.value : undefined,
        }}
        {...{ denial, areRolesAll, isBusy }}
        heldRisk={heldRiskOf(snapshot)}
        explanation={
          denial && explainDenial(t, denial, areRolesAll, addresses?.tokenEndpoint ?? "")
        }
        onFix={() => onFix(denial?.fix ?? none)}
      />
      {failure}
      <ChecksByVerdict
        headline={headline}
        verdicts={[...found, ...finePermissionsVerdicts(permissions), tokenEndpointVerdict(view)]}
      >
        {checks.map((finding) => (
          <CheckRow
            key={finding.id}
            id={finding.id}
            verdict={finding.verdict}
            text={describeCheck(t, finding, areRolesAll)}
            action={
              finding.fix === undefined
                ? undefined
                : {
                    name: nameFix(t, { finding, fix: finding.fix }),
                    isBarred: isBusy,
                    onClick: () => onFix(finding.fix ?? none),
                  }
            }
          />
        ))}
        <FinePermissionsRow permissions={permissions} onShow={onShowPolicies} />
        <SignInRows checks={signIn} address={addresses?.tokenEndpoint ?? ""} />
        <TokenEndpointRow view={view} />
      </ChecksByVerdict>
      {login === undefined ? null : (
        <TestRequest
          clientId={clientId}
          address={address}
          handle={call}
          untested={untested}
          binding={binding}
          algorithm={"algorithm" in way ? way.algorithm : undefined}
        />
      )}
      {addresses === undefined || binding !== undefined ? null : (
        <ShellCall way={way} call={{ clientId, address }} addresses={addresses} />
      )}
    </Modal>
  );

  async function readCredential() {
    const secret = await readClientSecret(handle.subject.api, clientUuid);
    return way.kind === "secretJwt" ? { signingSecret: secret } : secret;
  }
}

const none: Change = { add: [], remove: [] };
