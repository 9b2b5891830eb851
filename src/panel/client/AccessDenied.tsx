import { usePanelContext } from "../context/panel-context.ts";
import { useAsync } from "../context/use-async.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import { Button } from "../parts/patternfly/button.ts";
import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
  EmptyStateIcon,
} from "../parts/patternfly/empty-state.ts";
import { LockIcon } from "../parts/patternfly/icons.ts";
import { Title } from "../parts/patternfly/text.ts";
import { useReadOwnRoles } from "./use-read-own-roles.ts";

/** What it takes to see service accounts, each with the role that includes it for the server. */
const needed = [
  ["view-clients", "manage-clients"],
  ["view-users", "manage-users"],
] as const;

interface AccessDeniedProps {
  readonly onRetry: () => void;
}

/** Nothing may be seen: which of the needed roles the account lacks, and what to do. */
export function AccessDenied({ onRetry }: AccessDeniedProps) {
  const t = useTranslate();
  const { realm } = usePanelContext();
  const { value: own } = useAsync(useReadOwnRoles());
  const lacking = needed.filter((roles) => !roles.some((role) => own?.has(role))).map(([it]) => it);
  return (
    <EmptyState data-testid="accessDenied">
      {/* Without EmptyStateHeader, for which a freshly opened list of clients has no style. */}
      <EmptyStateIcon icon={LockIcon} />
      <Title headingLevel="h2" size="lg">
        {t("noAccess.title")}
      </Title>
      <EmptyStateBody>
        <p>{t("noAccess.needed", { realm })}</p>
        {own === undefined || lacking.length === 0 ? null : (
          <p>
            <strong>{t("noAccess.lacking", { roles: joinNames(lacking) })}</strong>
          </p>
        )}
        <p>{t("noAccess.ask")}</p>
      </EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="link" onClick={onRetry} data-testid="retry">
            {t("problem.retry")}
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
