import type { ReactNode, RefObject } from "react";
import { useTranslate } from "../context/use-translate.ts";
import { Popover } from "./patternfly/popover.ts";
import { Title } from "./patternfly/text.ts";
import { pf } from "./patternfly-classes.ts";

interface LabelPopoverProps {
  readonly title: string;
  readonly triggerRef: RefObject<HTMLElement>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * Explains a label beside it. Its title stands in the body: PatternFly's own place for it is one of the
 * page's banners to a screen reader.
 */
export function LabelPopover({ title, triggerRef, onClose, children }: LabelPopoverProps) {
  const t = useTranslate();
  return (
    <Popover
      triggerRef={triggerRef}
      isVisible
      shouldClose={onClose}
      withFocusTrap
      aria-label={title}
      closeBtnAriaLabel={t("done.close")}
      bodyContent={
        <>
          <Title headingLevel="h2" size="md" className={pf("u-mb-sm")}>
            {title}
          </Title>
          {children}
        </>
      }
    />
  );
}
