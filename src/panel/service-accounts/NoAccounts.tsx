import { useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import { Title } from "../parts/patternfly/text.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface NoAccountsProps {
  /** Whether there is no account at all, whatever is searched for. */
  readonly isEmpty: boolean;
  /** Whether all was read. */
  readonly isComplete: boolean;
  readonly onClearQuery: () => void;
  readonly onNewClient: () => void;
}

/** What to do where no account is to be shown. */
export function NoAccounts({ isEmpty, isComplete, onClearQuery, onNewClient }: NoAccountsProps) {
  const t = useTranslate();
  if (!isEmpty) {
    return (
      <p data-testid="accountsNoMatch">
        {t(isComplete ? "accounts.none" : "accounts.noneYet")}{" "}
        <Button variant="link" isInline onClick={onClearQuery}>
          {t("search.clearAll")}
        </Button>
      </p>
    );
  }
  if (!isComplete) return null;
  return (
    <div className={pf("u-text-align-center u-p-xl")} data-testid="accountsEmpty">
      <Title headingLevel="h2" size="lg">
        {t("accounts.empty")}
      </Title>
      <p className={pf("u-my-md u-color-200")}>{t("accounts.empty.next")}</p>
      <Button variant="secondary" onClick={onNewClient} data-testid="createFirstClient">
        {t("accounts.newClient")}
      </Button>
    </div>
  );
}
