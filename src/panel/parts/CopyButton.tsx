import { useState } from "react";
import { useAsync } from "../context/use-async.ts";
import { useTranslate } from "../context/use-translate.ts";
import { copyText } from "./copy-text.ts";
import { Button } from "./patternfly/button.ts";
import { pf } from "./patternfly-classes.ts";

interface CopyButtonProps {
  readonly name: string;
  /** What is copied; undefined where there turns out to be nothing. */
  readonly text: () => Promise<string | undefined>;
  readonly testId: string;
  /** Called after it was copied. */
  readonly onCopied?: (() => void) | undefined;
}

/** Copies a text, and says so; where that failed, it is shown too. */
export function CopyButton({ name, text, testId, onCopied }: CopyButtonProps) {
  const t = useTranslate();
  const [asked, setAsked] = useState<() => Promise<boolean>>();
  const { state: copying, value: hasWorked } = useAsync(asked);
  const copy = (page: Document) => {
    // At once, since browsers let a page copy only in answer to a person's click.
    const copied = text().then((found) => found !== undefined && copyText(found, page));
    copied.then(
      (isDone) => {
        if (isDone) onCopied?.();
      },
      () => undefined,
    );
    setAsked(() => () => copied);
  };
  const isFailed = copying.kind === "failed" || hasWorked === false;
  const state = isFailed ? "failed" : hasWorked === true ? "done" : undefined;
  const isCopied = state === "done";
  return (
    <>
      <Button
        variant="control"
        aria-label={t(isCopied ? "copy.done" : "copy.name", { name })}
        onClick={({ currentTarget }) => copy(currentTarget.ownerDocument)}
        data-testid={`${testId}-copy`}
      >
        {t(isCopied ? "check.copied" : "check.copy")}
      </Button>
      <span className={state === "failed" ? "" : pf("u-screen-reader")} role="status">
        {state === undefined ? "" : t(`copy.${state}`, { name })}
      </span>
    </>
  );
}
