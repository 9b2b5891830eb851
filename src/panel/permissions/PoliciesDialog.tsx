import { useCallback } from "react";
import { userIdOf } from "../../access/model/account.ts";
import type { FoundPolicies, NamingPolicy } from "../../access/model/naming-policies.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { findNamingPolicies } from "../../keycloak/client/find-naming-policies.ts";
import type { ClientStateHandle } from "../client/use-client-state.ts";
import { describeProblem } from "../context/describe-problem.ts";
import { usePanelContext } from "../context/panel-context.ts";
import { type AsyncState, useAsync } from "../context/use-async.ts";
import { compareNames, joinNames, useTranslate } from "../context/use-translate.ts";
import { ProblemAlert } from "../parts/ProblemAlert.tsx";
import { Button } from "../parts/patternfly/button.ts";
import { bulletList } from "../parts/patternfly/list-style.ts";
import { Modal } from "../parts/patternfly/modal.tsx";
import { Spinner } from "../parts/patternfly/spinner.ts";
import { Text } from "../parts/patternfly/text.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { type PermissionsPage, permissionsAddress } from "./permissions-address.ts";
import { useRealmSays } from "./realm-context.ts";

interface PoliciesDialogProps {
  readonly snapshot: Snapshot;
  readonly handle: ClientStateHandle;
  readonly onClose: () => void;
}

/** The policies of fine-grained permissions that name the client, its account, its groups or its roles. */
export function PoliciesDialog({ snapshot, handle, onClose }: PoliciesDialogProps) {
  const t = useTranslate();
  const { permissions } = useRealmSays();
  const { clientId } = snapshot.client;
  return (
    <Modal
      isOpen
      variant="medium"
      title={t("policies.title", { clientId })}
      description={t("policies.description")}
      onClose={onClose}
      data-testid="policiesDialog"
      actions={[
        <Button key="close" variant="link" onClick={onClose}>
          {t("done.close")}
        </Button>,
      ]}
    >
      {permissions?.kind === "on" ? (
        <Policies
          snapshot={snapshot}
          handle={handle}
          permissionsClientUuid={permissions.permissionsClientUuid}
        />
      ) : null}
    </Modal>
  );
}

interface PoliciesProps extends Omit<PoliciesDialogProps, "onClose"> {
  readonly permissionsClientUuid: string;
}

function Policies({ snapshot, handle, permissionsClientUuid }: PoliciesProps) {
  const t = useTranslate();
  const { addressOf } = usePanelContext();
  const { api } = handle.subject;
  const { clientUuid, clientId } = snapshot.client;
  const userId = userIdOf(snapshot.account) ?? "";
  const find = useCallback(
    () => findNamingPolicies(api, { permissionsClientUuid, clientUuid, userId }),
    [api, permissionsClientUuid, clientUuid, userId],
  );
  const { state } = useAsync(find);
  const { realm } = api;
  const link = (page: PermissionsPage) =>
    permissionsAddress(addressOf({ realm, clientUuid }), { realm, permissionsClientUuid }, page);
  if (state.kind === "failed") {
    const attempt = t("attempts.readPolicies", { clientId });
    return <ProblemAlert problem={describeProblem(t, state.thrown, attempt)} actions={null} />;
  }
  return (
    <>
      <Found state={state} link={link} />
      <Text component="small">
        {t("policies.rest")}{" "}
        <TextLink href={link({ kind: "policies" })}>{t("policies.all")}</TextLink>
      </Text>
    </>
  );
}

/** A link within a sentence. In the dark, its color alone would not set it off from the text. */
function TextLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <a href={href} style={{ textDecoration: "underline" }}>
      {children}
    </a>
  );
}

type Link = (page: PermissionsPage) => string;

function Found({
  state,
  link,
}: {
  readonly state: AsyncState<FoundPolicies>;
  readonly link: Link;
}) {
  const t = useTranslate();
  if (state.kind !== "done") {
    return <Spinner size="md" aria-label={t("policies.reading")} />;
  }
  const found = state.value;
  if (found.kind === "notKnown")
    return <p data-testid="policiesNotKnown">{t("policies.notKnown")}</p>;
  if (found.policies.length === 0) return <p data-testid="noPolicies">{t("policies.none")}</p>;
  const inOrder = [...found.policies].sort((a, b) => compareNames(a.policy.name, b.policy.name));
  return (
    <ul className={pf("u-mb-md")} style={bulletList} data-testid="policies">
      {inOrder.map((naming) => (
        <Policy key={naming.policy.id} naming={naming} link={link} />
      ))}
    </ul>
  );
}

function Policy({ naming, link }: { readonly naming: NamingPolicy; readonly link: Link }) {
  const t = useTranslate();
  const { policy, by, permissions } = naming;
  const names = joinNames(by.map((kind) => t(`policies.by.${kind}`)));
  return (
    <li>
      <TextLink href={link({ kind: "policy", id: policy.id, type: policy.type })}>
        {policy.name}
      </TextLink>{" "}
      {t(policy.isNegative ? "policies.excludes" : "policies.names", { names })}{" "}
      {permissions.length === 0 ? t("policies.unused") : t("policies.usedBy")}
      <ul style={bulletList}>
        {permissions.map(({ id, name, resourceType = "" }) => (
          <li key={id}>
            <TextLink href={link({ kind: "permission", id, resourceType })}>{name}</TextLink> (
            {resourceType})
          </li>
        ))}
      </ul>
    </li>
  );
}
