import { isLeftover } from "../../access/model/account.ts";
import { accountGrant } from "../../access/model/grant.ts";
import type { Snapshot } from "../../access/model/snapshot.ts";
import { emptyPlan } from "../../access/plan/plan.ts";
import type { Summary } from "../../access/presets/preset-summary.ts";
import type { Changes } from "../change/use-changes.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Text, TextContent, TextList, TextListItem, Title } from "../parts/patternfly/text.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { LeftoverAccount } from "./LeftoverAccount.tsx";

interface ServiceAccountOffProps {
  readonly snapshot: Snapshot;
  readonly summary: Summary;
  readonly changes: Changes;
  readonly onCheck: () => void;
  /** Shows the plan that enables service accounts. */
  readonly onPlan: () => void;
  /** Opens the dialog that creates a client of its own for the program. */
  readonly onCreateClient: () => void;
}

/**
 * Explains why the client has no service account of its own, and what to do. A public client is never made
 * confidential by one click: the applications that use it would stop working.
 */
export function ServiceAccountOff(props: ServiceAccountOffProps) {
  const { snapshot, summary, changes, onCheck, onPlan, onCreateClient } = props;
  const t = useTranslate();
  const { client } = snapshot;
  const { clientId, publicClient, isManageable } = client;
  const hasPower = isLeftover(snapshot) && summary.effectiveRoles.length > 0;
  const isBusy = changes.running !== undefined;
  const enable = () =>
    changes.carryOut({ ...emptyPlan, change: { add: [accountGrant(snapshot)], remove: [] } });
  return (
    <div className={pf("u-mb-lg")}>
      <div className={pf("u-mb-md")} data-testid="serviceAccountOff">
        <Title headingLevel="h2" size="xl" className={pf("u-mb-md")}>
          {t(isLeftover(snapshot) ? "off.titleLeftover" : "off.title")}
        </Title>
        {/* Outside of the text, whose lists are indented: role labels are a list too. */}
        {isLeftover(snapshot) ? <LeftoverAccount snapshot={snapshot} summary={summary} /> : null}
        <TextContent>
          <Text>
            {t(publicClient ? "off.publicClient" : "off.serviceAccountsOff", { clientId })}
          </Text>
          {publicClient ? <Text>{t("off.createInstead")}</Text> : <Consequences />}
          <Text>{t(isManageable ? "off.unsaved" : "off.notManageable")}</Text>
        </TextContent>
      </div>
      {publicClient ? (
        <Button onClick={onCreateClient} data-testid="createSeparateClient">
          {t("off.createClient")}
        </Button>
      ) : null}{" "}
      {isManageable ? (
        <Button
          variant={publicClient ? "secondary" : "primary"}
          data-testid="enableServiceAccounts"
          isLoading={changes.running === "plan"}
          isAriaDisabled={isBusy}
          onClick={publicClient || hasPower ? onPlan : enable}
        >
          {t(publicClient ? "off.enableBoth" : hasPower ? "off.enablePlan" : "off.enable")}
        </Button>
      ) : null}{" "}
      <Button variant="link" onClick={onCheck} data-testid="check">
        {t("summary.check")}
      </Button>
    </div>
  );
}

function Consequences() {
  const t = useTranslate();
  return (
    <>
      <Text>{t("off.changes")}</Text>
      <TextList>
        <TextListItem>{t("off.changes.serviceAccounts")}</TextListItem>
        <TextListItem>{t("off.changes.rest")}</TextListItem>
      </TextList>
    </>
  );
}
