import type { ClientSettings } from "../../access/model/snapshot.ts";
import { emptyPlan } from "../../access/plan/plan.ts";
import type { Changes } from "../change/use-changes.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Text, TextContent, TextList, TextListItem } from "../parts/patternfly/text.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface ServiceAccountOffProps {
  readonly client: ClientSettings;
  readonly changes: Changes;
  readonly onCheck: () => void;
}

/** Explains why there is no service account, what switching it on changes, and offers to do it. */
export function ServiceAccountOff({ client, changes, onCheck }: ServiceAccountOffProps) {
  const t = useTranslate();
  const { clientId, publicClient, isManageable } = client;
  const enable = () =>
    changes.carryOut({ ...emptyPlan, change: { add: [{ place: "account" }], remove: [] } });
  return (
    <div className={pf("u-mb-lg")}>
      <TextContent className={pf("u-mb-md")} data-testid="serviceAccountOff">
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
        <Text>{t(isManageable ? "off.unsaved" : "off.notManageable")}</Text>
      </TextContent>
      {isManageable ? (
        <Button
          data-testid="enableServiceAccounts"
          isLoading={changes.running === "plan"}
          isAriaDisabled={changes.running !== undefined}
          onClick={enable}
        >
          {t(publicClient ? "off.enableBoth" : "off.enable")}
        </Button>
      ) : null}{" "}
      <Button variant="link" onClick={onCheck} data-testid="check">
        {t("summary.check")}
      </Button>
    </div>
  );
}
