import { useTranslate } from "../context/use-translate.ts";
import { CreateButton } from "../new-client/CreateButton.tsx";
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
  /** Why the administrator can't create a client; undefined where they can, or where that isn't known. */
  readonly whyNotCreate: string | undefined;
}

/** What to do where no account is to be shown. */
export function NoAccounts(props: NoAccountsProps) {
  const { isEmpty, isComplete, onClearQuery, onNewClient, whyNotCreate } = props;
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
      <CreateButton
        variant="secondary"
        onClick={onNewClient}
        why={whyNotCreate}
        testId="createFirstClient"
      />
    </div>
  );
}
