import { useState } from "react";
import { keptIn } from "../../access/plan/kept-in.ts";
import type { Mode, Plan } from "../../access/plan/plan.ts";
import type { PresetState } from "../../access/presets/preset-state.ts";
import { nameOf } from "../../texts/preset-texts.ts";
import type { Translate } from "../../texts/translate.ts";
import { nameRole } from "../context/name-role.ts";
import { joinNames, useTranslate } from "../context/use-translate.ts";
import type { DocumentAction } from "../custom/document-dialog.ts";
import { EllipsisVIcon } from "../parts/patternfly/icons.ts";
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from "../parts/patternfly/menu.ts";

interface PresetActionsProps {
  readonly state: PresetState;
  /** What Remove would do; asked for when the menu is open. */
  readonly planRemoval: () => Plan;
  /** Why nothing may be changed here; undefined where it may. */
  readonly refusal: string | undefined;
  /** Names of mapped roles that the person may not unassign; empty where there are none. */
  readonly kept: string;
  readonly canReplaceWithThis: boolean;
  /** Applies it; undefined where that has a button of its own, or would change nothing. */
  readonly onApply: (() => void) | undefined;
  readonly onPlan: (mode: Mode) => void;
  readonly onExport: () => void;
  /** Undefined as long as the realm's own presets aren't known. */
  readonly onDocument: ((what: DocumentAction) => void) | undefined;
}

/** Why a preset can't be removed; undefined where it can. */
function explainNoRemoval(
  t: Translate,
  { status }: PresetState,
  { change, untouched }: Plan,
): string | undefined {
  if (status.kind === "includedIn") {
    return t("preset.removeIncluded", { preset: nameOf(t, status.preset) });
  }
  if (change.remove.length > 0) return undefined;
  const [needed] = untouched.flatMap((it) => (it.why === "neededBy" ? [it.preset] : []));
  if (needed !== undefined) return t("preset.removeKept", { preset: nameOf(t, needed) });
  const kept = keptIn({ untouched });
  if (kept.length > 0) return t("preset.kept", { roles: joinNames(kept.map(nameRole)) });
  const names = untouched.map(({ role }) => nameRole(role));
  return names.length === 0
    ? t("preset.nothingToRemove")
    : t("preset.removeHeldOtherwise", { roles: joinNames(names) });
}

const copied = ["copy"] as const;
const edited = ["edit", "copy", "delete"] as const;

/** The menu of a row: what is rarer than Apply, kept away from where Apply was. */
export function PresetActions(props: PresetActionsProps) {
  const { state, planRemoval, refusal, onApply, onPlan, onExport, onDocument } = props;
  const { kept, canReplaceWithThis } = props;
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(false);
  const noRemoval = refusal ?? (isOpen ? explainNoRemoval(t, state, planRemoval()) : undefined);
  const whyNot = kept === "" ? t("status.notGrantable") : t("preset.kept", { roles: kept });
  const noReplacement = refusal ?? (canReplaceWithThis ? undefined : whyNot);
  const isOff = ["unknown", "unavailable", "notAllowed"].includes(state.status.kind);
  return (
    <Dropdown
      shouldFocusFirstItemOnOpen
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
          aria-label={t("preset.actions", { preset: nameOf(t, state.preset) })}
          data-testid="presetActions"
        >
          <EllipsisVIcon aria-hidden="true" />
        </MenuToggle>
      )}
    >
      <DropdownList>
        {onApply === undefined ? null : (
          <DropdownItem key="apply" onClick={onApply} data-testid="applyInMenu">
            {t("preset.apply")}
          </DropdownItem>
        )}
        <DropdownItem
          key="plan"
          isAriaDisabled={isOff}
          onClick={() => onPlan("add")}
          data-testid="planPreset"
        >
          {t("preset.plan")}
        </DropdownItem>
        <DropdownItem
          key="exact"
          isAriaDisabled={isOff || noReplacement !== undefined}
          description={isOff ? refusal : noReplacement}
          onClick={() => onPlan("exact")}
          data-testid="replaceAccess"
        >
          {t("preset.exact")}
        </DropdownItem>
        <DropdownItem
          key="export"
          isAriaDisabled={state.status.kind === "unavailable"}
          onClick={onExport}
          data-testid="exportPreset"
        >
          {t("summary.export")}
        </DropdownItem>
        {onDocument === undefined
          ? null
          : (state.preset.custom === undefined ? copied : edited).map((what) => (
              <DropdownItem
                key={what}
                onClick={() => onDocument(what)}
                data-testid={`${what}Document`}
              >
                {t(`ownPreset.${what}`)}
              </DropdownItem>
            ))}
        <DropdownItem
          key="remove"
          isDanger={noRemoval === undefined}
          isAriaDisabled={noRemoval !== undefined}
          description={noRemoval}
          onClick={() => onPlan("remove")}
          data-testid="removePreset"
        >
          {t("preset.remove")}
        </DropdownItem>
      </DropdownList>
    </Dropdown>
  );
}
