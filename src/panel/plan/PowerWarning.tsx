import type { ReactNode } from "react";
import type { Risk } from "../../access/model/risk.ts";
import { useTranslate } from "../context/use-translate.ts";
import { Alert } from "../parts/patternfly/alert.ts";
import { plainList } from "../parts/patternfly/list-style.ts";
import { pf } from "../parts/patternfly-classes.ts";

interface PowerWarningProps {
  readonly title: string;
  /** The client ID, or those of several, as they are named in a sentence. */
  readonly clientId: string;
  /** The power that it gets. */
  readonly risk: Risk;
  readonly testId: string;
  readonly children?: ReactNode;
}

/** Warns of power that grows to what is critical: what it allows, how, and whose secret is to be guarded. */
export function PowerWarning({ title, clientId, risk, testId, children }: PowerWarningProps) {
  const t = useTranslate();
  return (
    <Alert
      component="p"
      variant="danger"
      isInline
      title={title}
      className={pf("u-mb-md")}
      data-testid={testId}
      data-verdict="raises"
    >
      <ul style={plainList}>
        {risk.consequences.map(({ id }) => (
          <li key={id}>
            <strong>{t(`consequence.${id}`)}.</strong> {t(`consequence.${id}.reason`)}
          </li>
        ))}
      </ul>
      <p className={pf("u-mt-sm")}>{t("confirm.apply.safeSecret", { clientId })}</p>
      {children}
    </Alert>
  );
}
