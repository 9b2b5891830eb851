import { type ReactNode, useEffect, useRef } from "react";
import { Alert } from "../patternfly/alert.ts";
import { pf } from "../patternfly-classes.ts";

interface LeaveQuestionProps {
  readonly variant: "warning" | "danger";
  readonly title: string;
  readonly testId: string;
  readonly children?: ReactNode;
}

/** Asks whether to close though something would be lost; the buttons stand below. It takes the keyboard. */
export function LeaveQuestion({ variant, title, testId, children }: LeaveQuestionProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView?.({ block: "nearest" });
    place.current?.focus();
  }, []);
  return (
    <div ref={place} tabIndex={-1} role="alert">
      <Alert
        component="p"
        variant={variant}
        isInline
        title={title}
        className={pf("u-mb-md")}
        data-testid={testId}
      >
        {children}
      </Alert>
    </div>
  );
}
