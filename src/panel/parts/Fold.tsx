import { type ReactNode, useState } from "react";
import { ExpandableSection } from "./patternfly/expandable-section.ts";

interface FoldProps {
  readonly text: string;
  readonly children: () => ReactNode;
}

/** Much to read, made when it is looked at. */
export function Fold({ text, children }: FoldProps) {
  const [isExpanded, setIsExpanded] = useState(false);
  return (
    <ExpandableSection
      toggleText={text}
      isExpanded={isExpanded}
      onToggle={(_, next) => setIsExpanded(next)}
      isIndented
    >
      {isExpanded ? children() : null}
    </ExpandableSection>
  );
}
