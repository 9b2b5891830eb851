import { Dropdown } from "@patternfly/react-core/dist/esm/components/Dropdown/Dropdown";
import { DropdownItem } from "@patternfly/react-core/dist/esm/components/Dropdown/DropdownItem";
import { DropdownList } from "@patternfly/react-core/dist/esm/components/Dropdown/DropdownList";
import { MenuToggle } from "@patternfly/react-core/dist/esm/components/MenuToggle/MenuToggle";
import { EllipsisVIcon } from "@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon";
import { useState } from "react";
import type { Removal } from "../access/plan-change.ts";
import type { PresetState } from "../access/preset-state.ts";
import type { Translate } from "./translate.ts";
import { joinNames, useTranslate } from "./use-translate.ts";

interface PresetActionsProps {
  readonly state: PresetState;
  readonly removal: Removal;
  readonly onRemove: () => void;
}

/** Why a preset can't be removed; undefined where it can. */
function explainNoRemoval(
  t: Translate,
  { status }: PresetState,
  { change, kept, heldOtherwise }: Removal,
): string | undefined {
  if (status.kind === "includedIn") {
    return t("preset.removeIncluded", { preset: t(`presets.${status.preset.id}`) });
  }
  if (change.remove.length > 0) return undefined;
  const [needed] = kept;
  if (needed !== undefined) {
    return t("preset.removeKept", { preset: t(`presets.${needed.neededBy.id}`) });
  }
  return heldOtherwise.length === 0
    ? t("preset.nothingToRemove")
    : t("preset.removeHeldOtherwise", { roles: joinNames(heldOtherwise.map((r) => r.name)) });
}

/** The menu of a row: what is rarer than Apply, kept away from where Apply was. */
export function PresetActions({ state, removal, onRemove }: PresetActionsProps) {
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const refusal = explainNoRemoval(t, state, removal);
  return (
    <Dropdown
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      popperProps={{ position: "right" }}
      onSelect={() => setIsOpen(false)}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plain"
          isExpanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          aria-label={t("preset.actions", { preset: t(`presets.${state.preset.id}`) })}
          data-testid="presetActions"
        >
          <EllipsisVIcon aria-hidden="true" />
        </MenuToggle>
      )}
    >
      <DropdownList>
        <DropdownItem
          key="remove"
          isDanger={refusal === undefined}
          isAriaDisabled={refusal !== undefined}
          description={refusal}
          onClick={onRemove}
          data-testid="removePreset"
        >
          {t("preset.remove")}
        </DropdownItem>
      </DropdownList>
    </Dropdown>
  );
}
