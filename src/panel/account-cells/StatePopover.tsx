import type { RefObject } from "react";
import type { AccountState } from "../../access/survey/account-state.ts";
import { useTranslate } from "../context/use-translate.ts";
import { LabelPopover } from "../parts/LabelPopover.tsx";

interface StatePopoverProps {
  readonly title: string;
  readonly state: Exclude<AccountState, "active">;
  readonly triggerRef: RefObject<HTMLElement>;
  readonly onClose: () => void;
}

/** Why an account can't get a token, or why that isn't known, and what follows for its roles. */
export function StatePopover({ title, state, triggerRef, onClose }: StatePopoverProps) {
  const t = useTranslate();
  return (
    <LabelPopover title={title} triggerRef={triggerRef} onClose={onClose}>
      <p data-testid="stateReason">{t(`accounts.state.${state}.reason`)}</p>
    </LabelPopover>
  );
}
