import { Popover } from "@patternfly/react-core/dist/esm/components/Popover/Popover";
import type { RefObject } from "react";
import type { PresetRole } from "../access/preset-state.ts";
import { RoleExplanation } from "./RoleExplanation.tsx";
import { useTranslate } from "./use-translate.ts";
import { WithKnowledge } from "./WithKnowledge.tsx";

interface RolePopoverProps {
  readonly role: PresetRole;
  readonly triggerRef: RefObject<HTMLElement>;
  readonly onClose: () => void;
}

/** Explains a role beside its label. */
export function RolePopover({ role, triggerRef, onClose }: RolePopoverProps) {
  const t = useTranslate();
  return (
    <Popover
      triggerRef={triggerRef}
      isVisible
      shouldClose={onClose}
      withFocusTrap
      headerContent={role.name}
      closeBtnAriaLabel={t("roleExplanation.close")}
      bodyContent={
        <WithKnowledge>
          {(knowledge) => <RoleExplanation role={role} knowledge={knowledge} />}
        </WithKnowledge>
      }
    />
  );
}
