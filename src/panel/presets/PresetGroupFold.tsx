import { type ReactNode, useState } from "react";
import type { PresetGroup } from "../../catalog/presets/presets.ts";
import { useTranslate } from "../context/use-translate.ts";
import { ExpandableSection } from "../parts/patternfly/expandable-section.ts";

interface PresetGroupFoldProps {
  readonly group: PresetGroup;
  readonly count: number;
  /** Whether the address asks to show one of its presets. */
  readonly isAskedFor: boolean;
  /** Whether one of its presets tells why a change failed. */
  readonly hasFailed: boolean;
  readonly children: ReactNode;
}

/** A group of presets, closed until somebody looks for one of them. */
export function PresetGroupFold(props: PresetGroupFoldProps) {
  const { group, count, isAskedFor, hasFailed, children } = props;
  const t = useTranslate();
  const [isOpen, setIsOpen] = useState(isAskedFor);
  return (
    <ExpandableSection
      toggleText={t("list.group", { group: t(`group.${group}`), count })}
      isExpanded={isOpen || hasFailed}
      onToggle={(_, isExpanded) => setIsOpen(isExpanded)}
      data-testid={`group-${group}`}
    >
      {children}
    </ExpandableSection>
  );
}
