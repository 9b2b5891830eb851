import type { ReactNode } from "react";
import { useTranslate } from "../context/use-translate.ts";
import { Spinner } from "../parts/patternfly/spinner.ts";
import { pf } from "../parts/patternfly-classes.ts";
import { useFocusAfter } from "../parts/use-focus-after.ts";

interface BulkStateProps {
  readonly stage: string;
  readonly areRead: boolean;
  readonly testId: string;
  readonly children: ReactNode;
}

/** Where a change of several clients stands; it gets the focus that the button leaves behind once all is done. */
export function BulkState({ stage, areRead, testId, children }: BulkStateProps) {
  const t = useTranslate();
  const isRunning = stage === "running";
  const focusAfter = useFocusAfter<HTMLParagraphElement>(isRunning);
  return (
    <p
      ref={focusAfter}
      tabIndex={-1}
      className={pf("u-mb-sm")}
      aria-live="polite"
      data-testid={testId}
      data-stage={stage}
    >
      {areRead && !isRunning ? null : <Spinner size="sm" aria-label={t("accounts.reading")} />}{" "}
      {children}
    </p>
  );
}
