import type { RefObject } from "react";
import type { PresetRole } from "../../access/presets/preset-state.ts";
import { nameRole } from "../context/name-role.ts";
import { LabelPopover } from "../parts/LabelPopover.tsx";
import { WithKnowledge } from "../parts/WithKnowledge.tsx";
import { RoleExplanation } from "./RoleExplanation.tsx";

interface RolePopoverProps {
  readonly role: PresetRole;
  readonly triggerRef: RefObject<HTMLElement>;
  readonly onClose: () => void;
}

/** Explains a role beside its label. */
export function RolePopover({ role, triggerRef, onClose }: RolePopoverProps) {
  return (
    <LabelPopover title={nameRole(role)} triggerRef={triggerRef} onClose={onClose}>
      <WithKnowledge>
        {(knowledge) => <RoleExplanation role={role} knowledge={knowledge} />}
      </WithKnowledge>
    </LabelPopover>
  );
}
