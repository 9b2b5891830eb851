import { Button } from "@patternfly/react-core/dist/esm/components/Button/Button";
import { Text } from "@patternfly/react-core/dist/esm/components/Text/Text";
import { TextContent } from "@patternfly/react-core/dist/esm/components/Text/TextContent";
import { TextList } from "@patternfly/react-core/dist/esm/components/Text/TextList";
import { TextListItem } from "@patternfly/react-core/dist/esm/components/Text/TextListItem";
import { useRef, useState } from "react";
import type { ClientSettings } from "../access/snapshot.ts";
import { enableServiceAccounts } from "../keycloak/enable-service-accounts.ts";
import { describeProblem } from "./describe-problem.ts";
import { ProblemAlert } from "./ProblemAlert.tsx";
import { usePanelContext } from "./panel-context.ts";
import type { ClientStateHandle } from "./use-client-state.ts";
import { useTranslate } from "./use-translate.ts";

interface ServiceAccountOffProps {
  readonly client: ClientSettings;
  readonly handle: ClientStateHandle;
}

/** Explains why there is no service account, what switching it on changes, and offers to do it. */
export function ServiceAccountOff({ client, handle }: ServiceAccountOffProps) {
  const t = useTranslate();
  const { realm, reload } = usePanelContext();
  const [isRunning, setIsRunning] = useState(false);
  const [thrown, setThrown] = useState<{ readonly value: unknown }>();
  const isStarted = useRef(false);
  const { clientId, publicClient } = client;

  const enable = async () => {
    if (isStarted.current) return;
    isStarted.current = true;
    setIsRunning(true);
    setThrown(undefined);
    try {
      await enableServiceAccounts(handle.api, client.clientUuid);
      // The console's own forms still hold the old settings and would write them back when saved.
      reload();
    } catch (value) {
      setThrown({ value });
      setIsRunning(false);
      isStarted.current = false;
    }
  };

  return (
    <>
      {thrown === undefined ? null : (
        <ProblemAlert
          problem={describeProblem(t, thrown.value, "enableServiceAccounts", { clientId, realm })}
          onRetry={handle.load}
        />
      )}
      <TextContent className="pf-v5-u-mb-lg" data-testid="serviceAccountOff">
        <Text component="h2">{t("off.title")}</Text>
        <Text>{t(publicClient ? "off.publicClient" : "off.serviceAccountsOff", { clientId })}</Text>
        <Text>{t("off.changes")}</Text>
        <TextList>
          {publicClient ? (
            <TextListItem>{t("off.changes.clientAuthentication")}</TextListItem>
          ) : null}
          <TextListItem>{t("off.changes.serviceAccounts")}</TextListItem>
          <TextListItem>{t("off.changes.rest")}</TextListItem>
        </TextList>
        <Text>{t("off.unsaved")}</Text>
      </TextContent>
      <Button
        data-testid="enableServiceAccounts"
        isLoading={isRunning}
        onClick={() => void enable()}
      >
        {t(publicClient ? "off.enableBoth" : "off.enable")}
      </Button>
    </>
  );
}
